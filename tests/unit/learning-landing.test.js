/* Where a step was guessed to lead, and where it has led. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { landing } from "../../www/boards/learning/landing.js";

test("the arrow goes from the place before to the newest, and a guess is as far off as the two places are apart", () => {
  assert.equal(landing([1, 2], [0, 0]), null, "there was no step");
  const landed = landing([9, 9, 0, 0, 3, 4], [3, 2]);
  assert.deepEqual(landed, { from: [0, 0], to: [3, 4], length: 5, off: 2 });
  assert.equal(landing([0, 0, 3, 4], null)?.off, null);
});
