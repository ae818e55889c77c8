/* Two lines and a third: what they answer, what is said of them, and how the plane folds. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { boxOf, endsOf, isOnAxis, labelSides, overlap } from "../../www/boards/depth/two-lines/label-sides.js";
import { distancesOfOnes, foldOf, gateOf, hiddenOf, inputs, piecesOf, scoreOf, truthTable, verdictOf } from "../../www/boards/depth/two-lines/network.js";
import { regionsOf, regularPolygon } from "../../www/boards/depth/two-lines/polygon.js";

const view = { from: -0.5, to: 1.5 };
const or = { w1: 1, w2: 1, b: -0.5 };
const nand = { w1: -1, w2: -1, b: 1.5 };
const and = { w1: 1, w2: 1, b: -1.5 };

/** Units of all the 14 truth tables that one line can draw, and both constant ones. */
const units = [-1, 0, 1].flatMap((w1) => [-1, 0, 1].flatMap((w2) => [-1.5, -0.5, 0.5, 1.5].map((b) => ({ w1, w2, b })))).filter(({ w1, w2 }) => w1 || w2);

test("OR and NAND feed AND: XOR", () => {
  const rows = truthTable([or, nand, and]);
  assert.deepEqual(rows.map(({ hidden }) => [hidden.x, hidden.y]), [[0, 1], [1, 1], [1, 1], [1, 0]]);
  assert.deepEqual(rows.map(({ output }) => output), [0, 1, 1, 0]);
  assert.equal(scoreOf(rows), 4);
  assert.deepEqual([or, nand, and].map(gateOf), ["OR", "NAND", "AND"]);
});

test("folded by OR and NAND the two ones come together; by lines that each fire for a one alone they do not", () => {
  const [start = 0, half = 0, end = 1] = distancesOfOnes([or, nand, and], view, [0, 0.5, 1]);
  assert.equal(start, 1);
  // Straight on, to a fifth of the distance around the corner that they share.
  assert.ok(Math.abs(half - 0.6) < 1e-9);
  assert.ok(Math.abs(end - 0.2) < 1e-9);
  const [left, right] = [{ w1: -1, w2: 1, b: -0.5 }, { w1: 1, w2: -1, b: -0.5 }];
  assert.equal(scoreOf(truthTable([left, right, or])), 4);
  assert.deepEqual(distancesOfOnes([left, right, or], view, [1]), [1]);
});

test("the verdict is true: one line is left if and only if some third line solves it", () => {
  for (const h1 of units) {
    for (const h2 of units) {
      const solvable = units.some((output) => scoreOf(truthTable([h1, h2, output])) === 4);
      const unsolved = units.map((output) => truthTable([h1, h2, output])).filter((rows) => scoreOf(rows) < 4);
      for (const rows of unsolved) assert.equal(verdictOf(rows).kind === "one-line-left", solvable);
    }
  }
});

test("the two points that are named share a corner and must differ", () => {
  const rows = truthTable([or, or, and]);
  const verdict = verdictOf(rows);
  assert.ok(verdict.kind === "same-corner");
  const [a, b] = verdict.inputs.map((input) => rows.find((row) => row.input === input));
  assert.ok(a && b);
  assert.deepEqual(a.hidden, b.hidden);
  assert.notEqual(a.target, b.target);
});

test("hidden units that repeat the inputs leave XOR as it was", () => {
  const rows = truthTable([{ w1: 1, w2: 0, b: -0.5 }, { w1: 0, w2: 1, b: -0.5 }, or]);
  assert.equal(verdictOf(rows).kind, "still-xor");
});

test("the pieces tile the plane, and a point goes with its piece from where it is to its corner", () => {
  for (const h1 of units) {
    for (const h2 of units) {
      const pieces = piecesOf([h1, h2, and], view);
      const areas = pieces.map(({ polygon }) => polygon.reduce((sum, { x, y }, index) => {
        const next = polygon[(index + 1) % polygon.length] ?? { x, y };
        return sum + (x * next.y - next.x * y) / 2;
      }, 0));
      assert.ok(Math.abs(areas.reduce((sum, area) => sum + area, 0) - 4) < 1e-9);
    }
  }
  const folded = foldOf([or, nand, and], view);
  for (const input of inputs) {
    const hidden = hiddenOf([or, nand, and], input);
    assert.deepEqual(folded(input, hidden, 0), input);
    const { x, y } = folded(input, hidden, 1);
    const away = Math.hypot(x - hidden.x, y - hidden.y);
    const alone = input.x === input.y;
    assert.ok(alone ? away === 0 : away > 0.1 && away < 0.2, "alone on its corner exactly, together beside it");
  }
});

test("five half-planes joined by an AND are a pentagon, until a side is moved too far", () => {
  const pentagon = regularPolygon({ middle: { x: 0.5, y: 0.5 }, radius: 0.5, turn: 0.3 });
  const [region] = regionsOf(pentagon, view);
  assert.equal(region?.sides, 5);
  assert.equal(region?.closed, true);
  const [first, ...rest] = pentagon;
  assert.ok(first);
  assert.equal(regionsOf([{ ...first, b: first.b + 3 }, ...rest], view)[0]?.sides, 4);
  assert.equal(regionsOf([{ ...first, b: first.b - 3 }, ...rest], view)[0]?.polygon.length, 0);
  assert.equal(regionsOf([first, first, first, first, first], view)[0]?.closed, false);
});

test("no input's name lies on another or on an axis where the plane rests, nor on its way but where points pass each other", () => {
  let passing = 0;
  for (const h1 of units) {
    for (const h2 of units) {
      /** @type {[typeof h1, typeof h2, typeof and]} */
      const network = [h1, h2, and];
      const names = labelSides(network, view);
      const folded = foldOf(network, view);
      const clashes = (/** @type {number} */ part) => {
        const boxes = truthTable(network).map(({ input, hidden }, index) => boxOf(folded(input, hidden, part), names[index] ?? { x: 1, y: 1 }));
        assert.ok(part % 1 !== 0 || !boxes.some(isOnAxis), JSON.stringify(network));
        return boxes.some((a) => boxes.some((b) => a !== b && overlap(a, b)));
      };
      assert.ok(!clashes(0) && !clashes(1), JSON.stringify(network));
      passing += Number([0.25, 0.5, 0.75].some(clashes));
    }
  }
  assert.ok(passing < 0.06 * units.length ** 2, `names touch on their way in ${passing} networks`);
});

test("no input's name lies on an end of the output's line where there is another side", () => {
  /** @type {[typeof or, typeof nand, typeof and]} */
  const network = [or, nand, { w1: 1, w2: 1, b: -0.5 }];
  const names = labelSides(network, view);
  const folded = foldOf(network, view);
  const boxes = truthTable(network).map(({ input, hidden }, index) => boxOf(folded(input, hidden, 1), names[index] ?? { x: 1, y: 1 }));
  assert.ok(!endsOf(network[2], view).some((end) => boxes.some((box) => overlap(box, end))));
});
