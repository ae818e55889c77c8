/* The notebook: one way in either library, and nothing of the other in it. That it runs is tried in Python. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { imageNetwork } from "../../www/code/images.js";
import { libraries } from "../../www/code/libraries.js";
import { notebook } from "../../www/code/notebook.js";
import { words as english } from "../../www/code/words/en.js";
import { words as korean } from "../../www/code/words/ko.js";

/** @typedef {{ id: string, cell_type: string, source: string[] }} Cell */

const network = imageNetwork(
  { hidden: [24], activation: "relu", initializer: "he-uniform", loss: "cross-entropy", optimizer: "adam", learningRate: 0.001, batchSize: 32, trainingImages: 60_000, shuffle: true, seed: 1 },
  { inputs: 784, classes: 10, epochs: 3 },
);

/** @param {typeof libraries[number]} library @param {typeof english} words @returns {Cell[]} */
const cellsOf = (library, words) => JSON.parse(notebook(network, library, words, new Uint8Array(784))).cells;

test("each library goes the same way, cell by cell, in each language", () => {
  const ways = libraries.flatMap((library) => [english, korean].map((words) => cellsOf(library, words).map(({ id }) => id)));
  for (const way of ways) assert.deepEqual(way, ways[0]);
  assert.ok(ways[0]?.includes("own") && ways[0].includes("page"));
});

test("a notebook speaks of its own library only, and says something before every cell", () => {
  for (const [library, other] of /** @type {const} */ ([["keras", /torch/i], ["pytorch", /keras/i]])) {
    for (const words of [english, korean]) {
      for (const { id, cell_type, source } of cellsOf(library, words)) {
        assert.doesNotMatch(source.join(""), other, id);
        if (cell_type === "markdown") assert.ok(source.join("").length > 0, id);
      }
    }
  }
});

test("a notebook for pictures of one's own opens their file, names their kinds, and does not speak of MNIST", () => {
  const data = { kind: /** @type {const} */ ("images"), training: 48, own: { all: 48, kinds: ["lying", "stand`ing"] } };
  for (const library of libraries) {
    for (const words of [english, korean]) {
      /** @type {Cell[]} */
      const cells = JSON.parse(notebook({ ...network, data }, library, words, new Uint8Array(784))).cells;
      const load = cells.find(({ id }) => id === "load-text")?.source.join("") ?? "";
      assert.match(load, /pictures\.npz/);
      assert.ok(load.endsWith("- 0: `lying`\n- 1: `stand'ing`"), load);
      assert.match(cells.find(({ id }) => id === "load")?.source.join("") ?? "", /np\.load\("pictures\.npz"\)/);
      assert.doesNotMatch(JSON.stringify(cells), /mnist|torchvision/i);
    }
  }
});

test("in PyTorch the loss of both sets is noted once an epoch, for the curve", () => {
  const fit = cellsOf("pytorch", english).find(({ id }) => id === "fit")?.source.join("") ?? "";
  const lines = fit.split("\n");
  const place = (/** @type {string} */ text) => lines.findIndex((line) => line.includes(text));
  assert.ok(place("losses = []") < place("losses.append") && place("losses.append") < place('history["training"].append'), fit);
  assert.ok(place("torch.no_grad()") < place('history["test"].append'), fit);
});
