/* The worker of a WorkerTrainer: carries out what it is asked for, one call after the other as the trainer does. */
import { Trainer } from "./index.js";

/** @type {Promise<Trainer>} */
let trainer;
/** What can be given up, by the number of its call. */
const running = new Map();

self.onmessage = async ({ data: { id, abort, method, values, isAbortable } }) => {
  if (abort) return running.get(id)?.abort();
  const controller = new AbortController();
  if (isAbortable) running.set(id, controller);
  try {
    const result = await call(method, isAbortable ? [...values, { signal: controller.signal }] : values);
    self.postMessage({ id, result }, buffersIn(result));
  } catch (error) {
    const { message = String(error), name, code } = error ?? {};
    self.postMessage({ id, error: { message, name, code } });
  } finally {
    running.delete(id);
  }
};

async function call(method, values) {
  if (method === "create" || method === "fromSafetensors") {
    trainer = Trainer[method](...values);
    await trainer;
    return undefined;
  }
  const made = await trainer;
  switch (method) {
    case "state": {
      const { backend, adapter, tuning, input, parameterCount, step, epoch, stepsPerEpoch, learningRate, trainingRows, testRows } = made;
      return { backend, adapter, tuning, input, parameterCount, step, epoch, stepsPerEpoch, learningRate, trainingRows, testRows };
    }
    case "setLearningRate":
      [made.learningRate] = values;
      return undefined;
    default:
      return made[method](...values);
  }
}

/** They are moved, not copied. */
function buffersIn(result) {
  if (ArrayBuffer.isView(result)) return [result.buffer];
  return typeof result === "object" && result !== null ? Object.values(result).flatMap(buffersIn) : [];
}
