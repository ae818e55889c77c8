/* Real networks of the playground: which of them are said to be ruined. */
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { startEngine } from "./support/engine.js";

/** @import { PlaygroundConfig } from "../../www/boards/depth/playground/protocol" */

/** @type {typeof import("../../www/boards/depth/playground/worker/network.js").Network} */
let Network;

before(async () => {
  await startEngine();
  ({ Network } = await import("../../www/boards/depth/playground/worker/network.js"));
});

/** What the playground begins with. @type {PlaygroundConfig} */
const usual = {
  data: "xor", own: [], points: 250, noise: 0.05, trainPart: 70, edge: 1.5, features: ["x1", "x2"],
  hidden: [4], activation: "tanh", output: "sigmoid", loss: "cross-entropy",
  optimizer: "sgd", learningRate: 0.1, l1: 0, l2: 0, batchSize: 10, seed: 1,
};

const classes = /** @type {const} */ (["xor", "circle", "moons", "spiral", "blobs"]);
const values = /** @type {const} */ (["slope", "hills"]);
const learningRates = /** @type {const} */ ({ sgd: 0.1, momentum: 0.03, rmsprop: 0.01, adam: 0.01 });
const optimizers = /** @type {const} */ (["sgd", "momentum", "rmsprop", "adam"]);

/**
 * Trains, and judges every other step.
 * @param {Partial<PlaygroundConfig>} settings
 * @param {{ steps: number, learningRate?: number }[]} parts
 * @returns {Promise<number | null>} how many steps of the last part it took until the run was ruined, or broken
 */
async function ruinedAfter(settings, ...parts) {
  const network = await Network.create({ ...usual, ...settings });
  try {
    await network.judge((await network.measure()).train);
    for (const [index, { steps, learningRate }] of parts.entries()) {
      if (learningRate !== undefined) network.learningRate = learningRate;
      for (let step = 0; step < steps; step += 2) {
        const isFinite = await network.train(2);
        const { train } = await network.measure();
        if (!isFinite || !Number.isFinite(train.loss) || (await network.judge(train)).isRuined) return index === parts.length - 1 ? step + 2 : -1;
      }
    }
    return null;
  } finally {
    network.free();
  }
}

/** Learning rates are those with which each optimizer learns these points well. @returns {Partial<PlaygroundConfig>[]} */
function healthy() {
  /** @type {Partial<PlaygroundConfig>[]} */
  const ofClasses = classes.flatMap((data) => [
    ...[1, 2, 3].flatMap((seed) => [[], [1], [2], [4], [8], [4, 4], [8, 8, 8]].map((hidden) => ({ data, seed, hidden }))),
    ...optimizers.flatMap((optimizer) =>
      /** @type {const} */ (["tanh", "relu", "sigmoid", "identity"]).map((activation) => ({ data, optimizer, activation, learningRate: learningRates[optimizer] })),
    ),
    ...[1, 3, 100].map((batchSize) => ({ data, batchSize })),
    ...[10, 30].map((points) => ({ data, points, noise: 0.5 })),
    { data, loss: "squared-error" },
    { data, loss: "absolute-error" },
    { data, l2: 0.1 },
  ]);
  /** @type {Partial<PlaygroundConfig>[]} */
  const ofValues = values.flatMap((data) =>
    optimizers.flatMap((optimizer) =>
      [[2], [4], [8, 8, 8]].map((hidden) => ({ data, hidden, optimizer, learningRate: learningRates[optimizer], loss: "squared-error", output: "identity" })),
    ),
  );
  return [...ofClasses, ...ofValues];
}

test("no run that learns is called ruined, whatever its points, layers and settings", async () => {
  const all = healthy();
  assert.ok(all.length > 200);
  for (const settings of all) assert.equal(await ruinedAfter(settings, { steps: 300 }), null, JSON.stringify(settings));
});

test("a learning rate that ruins a run is told within seconds, at once and in mid-run", async () => {
  for (const data of classes) {
    const atOnce = await ruinedAfter({ data, learningRate: 1e6 }, { steps: 400 });
    assert.ok(atOnce !== null, `${data}, from the start`);
    for (const learningRate of [1000, 1e6]) {
      const inMidRun = await ruinedAfter({ data }, { steps: 1000 }, { steps: 400, learningRate });
      assert.ok(inMidRun !== null && inMidRun > 0, `${data}, ${learningRate} in mid-run: ${inMidRun}`);
    }
  }
});
