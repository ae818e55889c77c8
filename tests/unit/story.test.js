/* The story of a board: which beat an act is at, and what is kept of a prediction. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { agree, Telling } from "../../www/shell/story/beats.js";
import { Predictions } from "../../www/shell/story/predictions.js";

/** A browser's memory. */
function memory() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return { recall: (/** @type {string} */ name) => kept.get(name) ?? null, remember: (/** @type {string} */ name, /** @type {string} */ value) => void kept.set(name, value) };
}

const made = { board: "noise", act: "loud", asked: "How loud?", predicted: "very", came: null, when: "2026-11-26T16:00:00.000Z" };

test("an act begins with its question, goes on to the run once that is answered, and explains only what has come", () => {
  const telling = new Telling();
  assert.equal(telling.beat(null, false), "predict");
  telling.predict("two");
  assert.equal(telling.beat(null, false), "run");
  assert.equal(telling.beat(null, true), "run");
  assert.equal(telling.beat("three", true), "explain");
  telling.isOnward = true;
  assert.equal(telling.beat("three", true), "onward");
});

test("nobody has to predict: who runs goes on without", () => {
  const telling = new Telling();
  assert.equal(telling.beat(null, true), "run");
  assert.equal(telling.beat("three", true), "explain");
  assert.equal(telling.predicted, null);
});

test("a run that is reset is explained no more, and its prediction stays", () => {
  const telling = new Telling();
  telling.predict("two");
  assert.equal(telling.beat("three", true), "explain");
  assert.equal(telling.beat(null, false), "run");
  assert.equal(telling.predicted, "two");
});

test("a prediction that is taken back is asked for again, and so is an act that is told once more", () => {
  const telling = new Telling();
  telling.predict("two");
  telling.isOnward = true;
  assert.equal(telling.beat(null, false), "onward", "what is tried out after the explanation is asked no more");
  telling.takeBack();
  assert.equal(telling.beat(null, false), "predict");
});

test("a curve is as predicted where it is near, wherever it is near, and a choice where it is the same", () => {
  assert.ok(agree([1, 0.5, 0.2], [1, 0.45, 0.25]));
  assert.ok(!agree([1, 0.9, 0.8], [1, 0.3, 0.1]));
  assert.ok(agree("two", "two"));
  assert.ok(!agree("two", "three"));
});

test("predictions are kept with what was asked and what came, one an act, until they are taken back", () => {
  const store = memory();
  const predictions = new Predictions(store);
  predictions.keep(made);
  predictions.keep({ ...made, act: "soft", predicted: [0.5, 1] });
  predictions.complete({ board: "noise", act: "loud", came: "hardly" });
  const later = new Predictions(store);
  assert.deepEqual(later.all, [{ ...made, came: "hardly" }, { ...made, act: "soft", predicted: [0.5, 1] }]);
  predictions.keep({ ...made, predicted: "hardly" });
  assert.deepEqual(later.all.map(({ act, predicted }) => [act, predicted]), [["soft", [0.5, 1]], ["loud", "hardly"]]);
  predictions.drop({ board: "noise", act: "soft" });
  assert.deepEqual(later.all.map(({ act }) => act), ["loud"]);
});

test("where the browser keeps nothing, or something else stands in the place, nothing is remembered and nothing fails", () => {
  const forgetful = new Predictions({ recall: () => null, remember: () => {} });
  forgetful.keep(made);
  assert.deepEqual(forgetful.all, []);
  for (const text of ["{", "7", '[{"board":"noise"}]', "[null]"]) {
    const store = memory();
    store.remember("predictions", text);
    const predictions = new Predictions(store);
    assert.deepEqual(predictions.all, [], text);
    predictions.keep(made);
    assert.deepEqual(predictions.all, [made]);
  }
});
