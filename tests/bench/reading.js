/*
 * Seconds until a convolutional network reads 98.5 % of the test images, testing included, on the CPU with one thread; and on
 * the GPU where that is no program. Each round has a seed of its own.
 */
import init, { Trainer } from "../../pkg/engine/chalknet.js";
import { chooseDevice } from "../../www/worker/device.js";
import { loadImages, NETWORKS } from "./digits/task.js";

const WANTED = 0.985;
const BATCH = 128;
const LEARNING_RATE = 0.005;
/** Steps between two tests: half an epoch. */
const STEPS = 234;
/** It has failed if it takes more. */
const MOST_TESTS = 40;

/** @param {number} first the seed of the first run, the warm-up: each other has the next one */
export async function contenders(first) {
  await init();
  const [training, test] = await Promise.all([loadImages("train"), loadImages("test")]);
  const { backend: best } = await chooseDevice("auto", globalThis);
  /** @type {[name: string, backend: "cpu" | "webgpu"][]} */
  const devices = [["CPU, one thread", "cpu"], ["WebGPU", "webgpu"]];
  return devices.slice(0, best === "cpu" ? 1 : 2).map(([name, backend]) => {
    let seed = first;
    const measure = async () => {
      const trainer = await Trainer.create({ ...NETWORKS.convolutional, optimizer: "adam", learningRate: LEARNING_RATE, batchSize: BATCH, seed: seed++, backend });
      trainer.addTrainingData(training.images, training.labels);
      trainer.addTestData(test.images, test.labels);
      const start = performance.now();
      let accuracy = 0;
      for (let tests = 0; tests < MOST_TESTS && accuracy < WANTED; tests += 1) {
        await trainer.train(STEPS);
        accuracy = (await trainer.evaluate(0, test.rows)).hits / test.rows;
      }
      trainer.free();
      return accuracy < WANTED ? NaN : (performance.now() - start) / 1000;
    };
    return { group: `until ${100 * WANTED} % of the test images are read, convolutions, batch ${BATCH}, adam`, name, unit: "s", measure };
  });
}
