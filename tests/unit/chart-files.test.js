/* What can be taken of a chart: its numbers as they were measured, and a picture that stands alone. */
import assert from "node:assert/strict";
import test from "node:test";
import { confusionCsv, predictionsCsv } from "../../www/boards/digits/answers-csv.js";
import { csv, curvesCsv } from "../../www/charts/csv.js";
import { curvesSvg, marks, PICTURE } from "../../www/charts/curves-svg.js";
import { rowsOf } from "./support/csv.js";

/** @typedef {Parameters<typeof curvesSvg>[0]} Drawn */

/** A board's: each batch, their mean, and what was tried in between. @type {Drawn} */
const drawn = {
  frame: {
    curves: [
      { x: [1, 2, 3], y: [2.5, 0.1 + 0.2, 1e-9], name: "" },
      { x: [1, 3], y: [2, 1], name: "train 1.00" },
      { x: [2.5], y: [1.5], name: "test 1.50" },
    ],
    xMax: 3,
    formatX: (x) => `${x}.`,
    formatY: (y) => `<${y}>`,
    scale: "linear",
    range: [0, 2],
    longestNames: [],
  },
  curves: [
    { colour: "zero", dash: "solid", faint: true },
    { colour: "zero", dash: "solid", faint: false },
    { colour: "one", dash: "dashed", faint: false, isSparse: true },
  ],
  bands: [],
  fromTop: false,
  told: { title: "Loss & more", x: "Steps", y: "Loss", curves: ["", "훈련", "test"] },
  colour: (name) => `[${name}]`,
  family: '"Noto Sans", serif',
};

/** @param {Partial<Drawn["frame"]>} frame @param {Partial<Drawn>} [more] */
const picture = (frame, more = {}) => curvesSvg({ ...drawn, frame: { ...drawn.frame, ...frame }, ...more });

/** @param {string} svg */
const textsIn = (svg) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

/** Of the lines, in their order. @param {string} svg */
const linesIn = (svg) =>
  [...svg.matchAll(/<polyline points="([^"]*)"/g)].map(([, points = ""]) => points.split(" ").map((point) => /** @type {[number, number]} */ (point.split(",").map(Number))));

test("a table of curves has a row for every place, every number as it was measured, and nothing where there is none", () => {
  const told = { ...drawn.told, curves: ["each batch", "train", "test"] };
  assert.deepEqual(rowsOf(curvesCsv(drawn.frame, told)), [
    ["Steps", "each batch", "train", "test"],
    ["1", "2.5", "2", ""],
    ["2", String(0.1 + 0.2), "", ""],
    ["2.5", "", "", "1.5"],
    ["3", "1e-9", "1", ""],
  ]);
});

test("a curve that there is not has no column", () => {
  const frame = { ...drawn.frame, curves: [{ x: [1], y: [2], name: "" }, { x: [], y: [], name: "" }] };
  assert.deepEqual(rowsOf(curvesCsv(frame, { ...drawn.told, curves: ["seen", "whole"] })), [["Steps", "seen"], ["1", "2"]]);
});

test("commas, quotes and new lines stay in their cell, and what is no number stays empty", () => {
  const rows = [["a, b", 'say "so"', "two\nlines"], [1, NaN, -Infinity], [null, 0, -0.5]];
  assert.deepEqual(rowsOf(csv(rows)), [["a, b", 'say "so"', "two\nlines"], ["1", "", ""], ["", "0", "-0.5"]]);
  assert.equal(csv(rows)[0], "\ufeff", "Excel reads Korean as Korean");
});

test("the marks of an axis are round numbers from its beginning to its end", () => {
  assert.deepEqual(marks(0, 1, 5), [0, 0.2, 0.4, 0.6, 0.8, 1]);
  assert.deepEqual(marks(0.5, 1, 5), [0.5, 0.6, 0.7, 0.8, 0.9, 1]);
  assert.deepEqual(marks(0, 2345, 6), [0, 500, 1000, 1500, 2000]);
  assert.deepEqual(marks(0, 0.00034, 5), [0, 0.0001, 0.0002, 0.0003]);
  assert.deepEqual(marks(3, 3, 5), [3]);
});

test("the picture has its title, both axes and a legend of what is drawn and named, in the colours of the palette", () => {
  const svg = picture({});
  const texts = textsIn(svg);
  for (const text of ["Loss &amp; more", "Steps", "Loss", "훈련", "test", "0.", "3.", "&lt;0&gt;", "&lt;2&gt;"]) assert.ok(texts.includes(text), text);
  assert.match(svg, /font-family="&quot;Noto Sans&quot;, serif"/);
  const used = new Set([...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour));
  assert.deepEqual([...used].sort(), ["[ink-2]", "[ink]", "[one]", "[rule]", "[sheet]", "[zero]", "none"]);
});

test("a curve stands where its numbers are: linear, by its logarithm, and by its distance from 1", () => {
  const [, [[left, top] = [0, 0], [right, bottom] = [0, 0]] = []] = linesIn(picture({}));
  assert.ok(left < right && top < bottom && right <= PICTURE.width && bottom <= PICTURE.height);
  const heightsOf = (/** @type {number[]} */ y, /** @type {boolean} */ fromTop) =>
    linesIn(picture({ scale: "log", curves: [{ x: [1, 2, 3], y, name: "" }] }, { fromTop }))[0]?.map(([, height]) => height) ?? [];
  const [one = 0, tenth = 0, hundredth = 0] = heightsOf([1, 0.1, 0.01], false);
  assert.ok(one < tenth && Math.abs(one - 2 * tenth + hundredth) < 0.3, "powers of ten stand evenly, the larger above");
  const [low = 0, better = 0, best = 0] = heightsOf([0, 0.9, 0.99], true);
  assert.ok(low > better && Math.abs(low - 2 * better + best) < 0.3, "so do nines, the more of them the higher");
});

test("what has no place on the scale is left out, and a curve that leaves the picture says how far it goes", () => {
  const logarithms = linesIn(picture({ scale: "log", curves: [{ x: [1, 2, 3, 4], y: [1, 0, NaN, 0.1], name: "" }] }));
  assert.equal(logarithms[0]?.length, 2);
  assert.ok(textsIn(picture({})).includes("↑ &lt;2.5&gt;"));
  assert.ok(!textsIn(picture({ range: [0, 3] })).some((text) => text?.startsWith("↑")));
});

test("points that are few stand alone, a ground lies between two curves, and without any curve there still is a picture", () => {
  const [sample, point] = [...picture({}).matchAll(/<circle /g)];
  assert.ok(sample && point, "what stands for it in the legend is a point, too");
  assert.equal([...picture({}).matchAll(/<circle /g)].length, 2);
  const whole = picture({ curves: drawn.frame.curves.map(({ name }, place) => (place === 2 ? { x: [0, 3, 3], y: [1, 1, 9], name } : { x: [], y: [], name })) });
  assert.equal(whole.split("</g>").at(-1)?.match(/<circle /g)?.length, 2, "those at the edges are whole, and none is beyond");
  const ground = picture({}, { bands: [{ upper: 0, lower: 1 }] });
  assert.equal(/<polygon points="([^"]*)"/.exec(ground)?.[1]?.split(" ").length, 5);
  const empty = picture({ curves: drawn.frame.curves.map(() => ({ x: [], y: [], name: "" })) });
  assert.ok(!/NaN|Infinity|undefined/.test(empty) && !/polyline|circle/.test(empty));
  assert.ok(!textsIn(empty).includes("test"), "the legend names nothing that is not there");
});

test("a legend that is too long for one line goes on in the next, and the picture makes room for it", () => {
  const names = Array.from({ length: 12 }, (_, place) => `a curve with a long name ${place}`);
  const svg = picture(
    { curves: names.map(() => ({ x: [1, 2], y: [1, 2], name: "" })) },
    { curves: names.map(() => ({ colour: "one", dash: "solid", faint: false })), told: { ...drawn.told, curves: names } },
  );
  for (const name of names) assert.ok(textsIn(svg).includes(name), name);
  const samples = [...svg.matchAll(/<path d="M([\d.]+) ([\d.]+)h/g)].map(([, x, y]) => [Number(x), Number(y)]);
  assert.ok(new Set(samples.map(([, y]) => y)).size > 2);
  const highest = Math.min(...linesIn(svg).flat().map(([, y]) => y));
  assert.ok(Math.max(...samples.map(([, y = 0]) => y)) < highest);
});

test("the confusion matrix has what was in its rows and what was answered in its columns", () => {
  const confusion = new Uint32Array(100);
  confusion[10 * 4 + 9] = 7;
  const rows = rowsOf(confusionCsv(confusion, "actual \\ predicted"));
  assert.equal(rows.length, 11);
  assert.deepEqual(rows[0], ["actual \\ predicted", ..."0123456789"]);
  assert.deepEqual(rows[5], ["4", ..."000000000", "7"]);
});

test("the predictions come in the order of the images, and not by how sure they are", () => {
  const batch = { rows: Uint32Array.of(7, 2), labels: Uint8Array.of(9, 1), predicted: Uint8Array.of(4, 1), confidence: Float32Array.of(0.75, 0.5) };
  const columns = ["image", "actual", "predicted", "how sure"];
  assert.deepEqual(rowsOf(predictionsCsv(batch, columns)), [columns, ["2", "1", "1", "0.5"], ["7", "9", "4", "0.75"]]);
});
