/* A trainer in a worker of its own, so that a page trains and goes on answering. */
import { signalOf } from "./abortable.js";
import { plain } from "./arrays.js";
import { coded } from "./errors.js";
import { checkPlain, copyOf } from "./options.js";

/** What is handed on to the trainer as it is; what is said of each in worker-trainer.d.ts. */
const METHODS = [
  "addTestData", "addTrainingData", "biases", "checkpoint", "expectTrainingRows", "restore", "setLearningRate", "setParameters",
  "setTrainable", "state", "toOnnx", "toSafetensors", "weights",
];
/** And what can be given up, with how many values before the options. */
const ABORTABLE = { activations: 1, evaluate: 2, gradients: 2, predict: 1, train: 1 };

export class WorkerTrainer {
  #worker;
  #calls = new Map();
  #count = 0;
  #end = null;

  static async create(options) {
    return WorkerTrainer.#start("create", [copyOf(options)]);
  }

  static async fromSafetensors(file, options = {}) {
    checkPlain(options);
    return WorkerTrainer.#start("fromSafetensors", [file, copyOf(options)]);
  }

  static async #start(method, values) {
    const trainer = new WorkerTrainer(startWorker());
    try {
      await trainer.#call(method, values);
    } catch (error) {
      trainer.free();
      throw error;
    }
    return trainer;
  }

  constructor(worker) {
    if (!worker) throw coded("bad-options", "a trainer is made by WorkerTrainer.create or WorkerTrainer.fromSafetensors");
    this.#worker = worker;
    worker.onmessage = ({ data: { id, result, error } }) => {
      const { resolve, reject } = this.#calls.get(id);
      this.#calls.delete(id);
      if (error) reject(Object.assign(new Error(error.message), error));
      else resolve(result);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#close(event.message || "its script could not be loaded");
    };
    worker.onmessageerror = () => this.#close("an answer could not be read");
  }

  static {
    for (const method of METHODS) {
      WorkerTrainer.prototype[method] = function (...values) {
        return this.#call(method, values);
      };
    }
    for (const [method, count] of Object.entries(ABORTABLE)) {
      WorkerTrainer.prototype[method] = async function (...values) {
        return this.#call(method, values.slice(0, count), signalOf(values[count]));
      };
    }
  }

  free() {
    this.#close("it was freed");
  }

  /** `signal` is left out where the call cannot be given up. */
  async #call(method, values, signal) {
    if (this.#end) throw this.#end;
    // An array whose memory is gone is refused here as there.
    values.forEach(plain);
    const id = (this.#count += 1);
    const answer = new Promise((resolve, reject) => this.#calls.set(id, { resolve, reject }));
    const abort = () => this.#worker.postMessage({ id, abort: true });
    const send = (given) => this.#worker.postMessage({ id, method, values: given, isAbortable: Boolean(signal) });
    try {
      send(values.map(alone));
    } catch {
      // What cannot be sent is refused there, as if nothing had been given in its place: with the code that it has here.
      send(values.map((value) => (canBeSent(value) ? value : undefined)));
    }
    signal?.addEventListener("abort", abort);
    try {
      return await answer;
    } catch (error) {
      // The reason itself, which the worker cannot be told.
      throw signal?.aborted && error.name === "AbortError" ? signal.reason : error;
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  }

  #close(why) {
    this.#worker.terminate();
    this.#end ??= gone(why);
    for (const { reject } of this.#calls.values()) reject(this.#end);
    this.#calls.clear();
  }
}

if (Symbol.dispose) WorkerTrainer.prototype[Symbol.dispose] = WorkerTrainer.prototype.free;

/** An array that is a part of a larger memory, such as some rows of many, without the rest: that would be sent along. */
function alone(value) {
  const array = plain(value);
  return array && array.byteLength < array.buffer.byteLength ? array.slice() : value;
}

function canBeSent(value) {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

function startWorker() {
  try {
    return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  } catch (cause) {
    throw gone("none could be started here", cause);
  }
}

function gone(why, cause) {
  return coded("worker-gone", `the trainer's worker is gone: ${why}`, cause);
}
