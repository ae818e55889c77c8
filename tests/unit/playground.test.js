/* The playground's parts that need no browser. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { PlaygroundHistory } from "../../www/boards/depth/playground/history.js";
import { edgeOf, enlarged } from "../../www/boards/depth/playground/map.js";
import { EDGE, MOST_POINTS, pointAt, pointsToShow, readPoints, seenMeanwhile, writePoints } from "../../www/boards/depth/playground/own-points.js";
import { featuresOf } from "../../www/boards/depth/playground/worker/features.js";
import { guessFor, known } from "../../www/boards/depth/playground/worker/guess.js";
import { gridPoints } from "../../www/boards/depth/playground/worker/plane.js";

test("own points come back from the address exactly", () => {
  const points = [pointAt(0, 0, 0), pointAt(-EDGE, EDGE, 1), pointAt(0.123456, -0.999, 1), pointAt(7, -7, 0)];
  assert.deepEqual(readPoints(writePoints(points)), points);
  assert.deepEqual(readPoints(""), []);
});

test("an address with damaged points is refused", () => {
  const good = writePoints([pointAt(0.5, 0.5, 1)]);
  for (const text of [good.slice(1), `${good}x`, "gAgA2", "99991", "gA g1", good.repeat(MOST_POINTS + 1)]) {
    assert.equal(readPoints(text), undefined, text.slice(0, 20));
  }
});

test("points out of view are scaled to it, those in view stay where they are", () => {
  const targets = Float32Array.of(0, 1);
  const inView = pointsToShow({ inputs: Float32Array.of(-0.5, 0.25, 1, -1), targets, problems: [] });
  assert.deepEqual(inView, { points: [pointAt(-0.5, 0.25, 0), pointAt(1, -1, 1)], isScaled: false, left: 0 });
  const outOfView = pointsToShow({ inputs: Float32Array.of(10, 5, 30, 5), targets, problems: [] });
  assert.deepEqual(outOfView, { points: [pointAt(-1, 0, 0), pointAt(1, 0, 1)], isScaled: true, left: 0 });
});

test("a grid's first point is at the top left, and its points stand evenly", () => {
  assert.deepEqual([...gridPoints(2, 1)], [-0.5, 0.5, 0.5, 0.5, -0.5, -0.5, 0.5, -0.5]);
});

test("features are what their names say", () => {
  const values = featuresOf(Float32Array.of(0.5, -0.25), ["x2", "x1^2", "x1x2", "sin(x1)"]);
  assert.deepEqual([...values], [-0.25, 0.25, -0.125, 1]);
});

test("an enlarged map keeps its corners and grows evenly between them", () => {
  const map = Float32Array.of(0, 1, 0, 1);
  const large = enlarged(map, 2, 4);
  assert.equal(large.length, 64);
  assert.deepEqual([...large.subarray(0, 8)], [0, 0, 32, 96, 159, 223, 255, 255]);
});

test("the edge of a map runs where it crosses a half", () => {
  const side = 4;
  const map = Float32Array.from({ length: side * side }, (_, index) => ((index % side) + 0.5) / side);
  for (const [x1, , x2] of edgeOf(map, side)) {
    assert.ok(Math.abs(x1 - 2) < 1e-6);
    assert.ok(Math.abs(x2 - 2) < 1e-6);
  }
  assert.equal(edgeOf(map, side).length, side - 1);
});

test("a curve that goes back in time forgets what came after", () => {
  const history = new PlaygroundHistory();
  const at = (/** @type {number} */ epoch, /** @type {number} */ loss) => ({ step: epoch * 10, epoch, train: loss, test: loss });
  history.add([at(0, 1), at(1, 0.5), at(2, 9), at(3, 99)]);
  history.add([at(1, 0.5), at(2, 0.4)]);
  assert.deepEqual(history.losses.column("train"), [1, 0.5, 0.4]);
});

test("one's own points are seen before the network has them, and gone when they are taken out", () => {
  const [a, b, c] = [pointAt(0.1, 0.2, 1), pointAt(-0.3, 0.7, 0), pointAt(0.5, 0.5, 1)];
  const set = (/** @type {typeof a[]} */ ...points) => ({ inputs: Float32Array.from(points.flatMap(({ x1, x2 }) => [x1, x2])), targets: Float32Array.from(points, ({ label }) => label) });
  const info = { training: set(a), test: set(b) };
  assert.deepEqual(seenMeanwhile([a, b, c], info), { training: set(a, c), test: set(b) });
  assert.deepEqual(seenMeanwhile([b], info), { training: set(), test: set(b) });
  assert.deepEqual(seenMeanwhile([{ ...a, label: 0 }], info), { training: set({ ...a, label: 0 }), test: set() });
});

test("guessing is what one and the same answer comes to, of classes as of values", () => {
  const set = (/** @type {number[]} */ ...targets) => ({ inputs: new Float32Array(2 * targets.length), targets: Float32Array.from(targets) });
  const score = { loss: NaN, hits: 3, deviation: 0.5, rows: 4 };
  const classes = guessFor(set(0, 0, 0, 1), "cross-entropy");
  assert.equal(classes.accuracy, 0.75);
  assert.ok(Math.abs(classes.loss - 0.5623) < 1e-3);
  assert.equal(known(score, set(0, 0, 0, 1)), 0.75);
  assert.equal(guessFor(set(1, 1), "cross-entropy").loss, 0);
  assert.deepEqual(guessFor(set(0.25, 0.75), "squared-error"), { loss: 0.0625, accuracy: 0 });
  assert.equal(known({ ...score, deviation: 0.25 }, set(0.25, 0.75)), 0, "as far away as the mean");
  assert.equal(known({ ...score, deviation: 0 }, set(0.25, 0.75)), 1);
});
