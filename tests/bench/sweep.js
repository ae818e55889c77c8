/* How images a second grow with the batch and with the width of the two hidden layers. */
import init, { Trainer } from "../../pkg/engine/chalknet.js";
import { CLASSES, loadTask } from "./digits/task.js";

const MEASURE_MS = 600;
const BATCHES = [8, 32, 128, 512];
const WIDTHS = [64, 256, 512, 1024];

export async function contenders() {
  await init();
  const { images, labels } = await loadTask("dense");
  const all = [];
  for (const backend of /** @type {const} */ (["cpu", "webgpu"])) {
    for (const width of WIDTHS) {
      for (const batch of BATCHES) {
        const trainer = await Trainer.create({ layers: [784, width, width, CLASSES], optimizer: "sgd", batchSize: batch, backend });
        trainer.addTrainingData(images, labels);
        const setting = { backend, width, batch };
        all.push({ group: `${backend}, width ${width}`, name: `batch ${batch}`, unit: "images/s", setting, measure: () => imagesPerSecond(trainer) });
      }
    }
  }
  return all;
}

/** @param {Trainer} trainer */
async function imagesPerSecond(trainer) {
  const start = performance.now();
  let images = 0;
  while (performance.now() - start < MEASURE_MS) images += (await trainer.train(2)).rows.reduce((sum, rows) => sum + rows, 0);
  return images / ((performance.now() - start) / 1000);
}
