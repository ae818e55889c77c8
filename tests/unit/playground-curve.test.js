/* The playground's losses as they are drawn: real networks, trained as fast as they go. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { startEngine } from "./support/engine.js";

/** @import { PlaygroundConfig, PlaygroundFrame } from "../../www/boards/depth/playground/protocol" */

/** What the playground begins with. @type {PlaygroundConfig} */
const usual = {
  data: "xor", own: [], points: 250, noise: 0.05, trainPart: 70, edge: 1.5, features: ["x1", "x2"],
  hidden: [4], activation: "tanh", output: "sigmoid", loss: "cross-entropy",
  optimizer: "sgd", learningRate: 0.1, l1: 0, l2: 0, batchSize: 10, seed: 1,
};

test("however fast it learns, the curve shows how the loss fell, and no straight line from its beginning to its end", async () => {
  await startEngine();
  const { Network } = await import("../../www/boards/depth/playground/worker/network.js");
  const { PlaygroundTraining } = await import("../../www/boards/depth/playground/worker/training.js");
  /** @type {PlaygroundFrame["curve"]} */
  const curve = [];
  await new Promise((resolve, reject) => {
    void Network.create(usual).then((network) => {
      // A page that is slow to draw asks for a frame now and then.
      const send = (/** @type {PlaygroundFrame} */ frame) => {
        curve.push(...frame.curve);
        if (frame.state === "reached") resolve(null);
        else setTimeout(() => training.shown(), 200);
      };
      const training = new PlaygroundTraining(network, send, reject);
      training.train({ untilEpoch: 300 });
    });
  });
  assert.equal(curve.at(-1)?.epoch, 300);
  for (const [index, { epoch }] of curve.entries()) {
    const before = curve[index - 1]?.epoch ?? 0;
    // An epoch here is no whole number of steps, and so not quite one.
    assert.ok(epoch - before <= Math.max(1.001, 0.06 * before), `nothing between epoch ${before} and ${epoch}`);
  }
});
