/*
 * Epochs a second on a network of the plane: 2-4-2-1 of tanh units, squared error, gradient descent, 250 points in
 * batches of 10. The peer is the algorithm of TensorFlow Playground's nn.ts in plain JavaScript: nodes and links as
 * objects, one example after the other.
 */
import init, { Trainer, planar } from "../../pkg/engine/chalknet.js";
import { GraphNetwork } from "./graph-network.js";

const SIZES = [2, 4, 2, 1];
const POINTS = 250;
const BATCH = 10;
const LEARNING_RATE = 0.03;
const MEASURE_MS = 1000;
const FRAME_MS = 1000 / 60;
/** Points along each side of the pictures of the units. */
const GRID = 50;

/** Every contender first shows that it learns: the loss must have halved by the end of the warm-up. */
export async function contenders() {
  await init();
  const points = planar("circle", POINTS, 0, 1);
  const group = "2-4-2-1, 250 points, batch 10";
  const unit = "epochs/s";
  return [
    { group, unit, name: "chalknet", measure: await chalknetContender(points, false) },
    { group, unit, name: "chalknet, all units drawn 60 times a second", measure: await chalknetContender(points, true) },
    { group, unit, name: "objects in JavaScript, as nn.ts", measure: graphContender(points) },
  ];
}

/** @param {{ inputs: Float32Array, targets: Float32Array }} points */
function graphContender({ inputs, targets }) {
  const network = new GraphNetwork(SIZES, 1);
  const examples = Array.from(targets, (label, place) => ({
    input: [inputs[2 * place] ?? 0, inputs[2 * place + 1] ?? 0],
    target: label === 1 ? 1 : -1,
  }));
  const first = network.meanLoss(examples);
  return async () => {
    const start = performance.now();
    let epochs = 0;
    while (performance.now() - start < MEASURE_MS) {
      for (let repeat = 0; repeat < 20; repeat += 1, epochs += 1) {
        for (let row = 0; row < examples.length; row += BATCH) {
          for (const { input, target } of examples.slice(row, row + BATCH)) network.learn(input, target);
          network.update(LEARNING_RATE);
        }
      }
    }
    const rate = epochs / ((performance.now() - start) / 1000);
    hasLearnt(first, network.meanLoss(examples));
    return rate;
  };
}

/**
 * @param {{ inputs: Float32Array, targets: Float32Array }} points
 * @param {boolean} draws
 */
async function chalknetContender({ inputs, targets }, draws) {
  const trainer = await Trainer.create({
    layers: SIZES,
    activation: "tanh",
    loss: "squared-error",
    optimizer: "sgd",
    learningRate: LEARNING_RATE,
    batchSize: BATCH,
    seed: 1,
  });
  trainer.addTrainingData(inputs, targets);
  trainer.addTestData(inputs, targets);
  const grid = new Float32Array(2 * GRID * GRID);
  for (let place = 0; place < GRID * GRID; place += 1) {
    grid[2 * place] = (2 * (place % GRID)) / (GRID - 1) - 1;
    grid[2 * place + 1] = (2 * Math.floor(place / GRID)) / (GRID - 1) - 1;
  }
  const stepsAtOnce = 5 * trainer.stepsPerEpoch;
  const first = (await trainer.evaluate(0, POINTS)).lossSum;
  return async () => {
    const start = performance.now();
    let drawn = start;
    let steps = 0;
    while (performance.now() - start < MEASURE_MS) {
      steps += (await trainer.train(stepsAtOnce)).losses.length;
      if (draws && performance.now() - drawn > FRAME_MS) {
        drawn = performance.now();
        await trainer.activations(grid);
      }
    }
    const rate = steps / trainer.stepsPerEpoch / ((performance.now() - start) / 1000);
    hasLearnt(first, (await trainer.evaluate(0, POINTS)).lossSum);
    return rate;
  };
}

/**
 * @param {number} before
 * @param {number} after
 */
function hasLearnt(before, after) {
  if (!(after < before / 2)) throw new Error(`a contender that does not learn is not measured: loss ${before} to ${after}`);
}
