/* This project, through the package that others can use as well. */
import { Trainer } from "../../../pkg/engine/chalknet.js";
import { LEARNING_RATES, NETWORKS } from "./task.js";

/** @import { Task } from "./task.js" */

/**
 * @param {Task} task
 * @param {"webgpu" | "cpu"} backend
 */
export async function chalknet(task, backend) {
  const { network, batch, optimizer, images, labels, layers, rows } = task;
  const trainer = await Trainer.create({
    ...NETWORKS[network],
    optimizer,
    learningRate: LEARNING_RATES[optimizer],
    batchSize: batch,
    shuffle: false,
    backend,
  });
  layers.forEach((layer, place) => {
    if (layer.type !== "max-pool") trainer.setParameters(place, layer.weights, layer.biases);
  });
  const whole = rows - (rows % batch);
  trainer.addTrainingData(images.subarray(0, whole * 784), labels.subarray(0, whole));
  return {
    device: trainer.adapter,
    /** @param {number} steps */
    train: async (steps) => (await trainer.train(steps)).losses,
  };
}
