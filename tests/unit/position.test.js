/* How far a run is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Position } from "../../www/worker/position.js";

function atStart() {
  const position = new Position();
  position.sync({ step: 0, epoch: 0, stepsPerEpoch: 4 });
  return position;
}

test("epochs go by with the steps", () => {
  const position = atStart();
  position.advance(5);
  assert.equal(position.epoch, 1.25);
  assert.equal(position.atEpochEnd, false);
  position.advance(3);
  assert.equal(position.epoch, 2);
  assert.equal(position.atEpochEnd, true);
});

test("the start is no epoch's end", () => {
  assert.equal(atStart().atEpochEnd, false);
});

test("a goal in epochs is a step", () => {
  const position = atStart();
  position.advance(5);
  assert.equal(position.endOf(3), 12);
  assert.equal(position.epochEnd, 8);
});

test("a run that is taken over goes on where it was", () => {
  const position = new Position();
  position.sync({ step: 5, epoch: 1.25, stepsPerEpoch: 4 });
  assert.equal(position.epochEnd, 8);
  position.advance(3);
  assert.equal(position.epoch, 2);
});
