/* The core's trainer, and what is easier said in JavaScript: long work is done in slices, so that it can be given up and
   lets others in between. */
import { signalOf } from "./abortable.js";
import { adapterFor } from "./adapter.js";
import { plain } from "./arrays.js";
import { Trainer as Core } from "./core.js";
import { coded } from "./errors.js";
import { unlessLost } from "./guard.js";
import init from "./load.js";
import { checkPlain, copyOf } from "./options.js";

/** What a slice of steps is to take. */
const SLICE_MS = 50;
/** Steps that the core takes at once. */
const MOST_STEPS = 1024;
/** What answers at once, and not with a promise. */
const AT_ONCE = ["addTestData", "addTrainingData", "expectTrainingRows", "restore", "setParameters", "setTrainable"];
/** What the GPU of each trainer that is there is called. */
const adapters = new WeakMap();
/** Trainers that are there no more. */
const freed = new WeakSet();

export class Trainer extends Core {
  static async create(options) {
    return made(copyOf(options), (given) => Core.create(given));
  }

  static async fromSafetensors(file, options = {}) {
    checkPlain(options);
    return made(copyOf(options), (given) => Core.fromSafetensors(plain(file), given));
  }

  constructor() {
    throw coded("bad-options", "a trainer is made by Trainer.create or Trainer.fromSafetensors");
  }

  get adapter() {
    return this.backend === "webgpu" ? adapters.get(this) : "";
  }

  addTrainingData(inputs, targets) {
    super.addTrainingData(inputs, targetsOf(targets));
  }

  addTestData(inputs, targets) {
    super.addTestData(inputs, targetsOf(targets));
  }

  async train(steps, options) {
    const signal = signalOf(options);
    // What is no number of steps is for the core to refuse.
    if (!isCount(steps)) return super.train(steps);
    const slices = [];
    let left = steps;
    let atOnce = 1;
    for (;;) {
      const started = performance.now();
      const slice = await super.train(Math.min(left, atOnce));
      slices.push(slice);
      const done = slice.losses.length;
      left -= done;
      // Where none is done, rows are missing.
      if (done === 0 || left === 0) {
        return { losses: joined(slices, "losses"), hits: joined(slices, "hits"), rows: joined(slices, "rows") };
      }
      const msPerStep = Math.max((performance.now() - started) / done, SLICE_MS / MOST_STEPS);
      atOnce = Math.max(1, Math.floor(SLICE_MS / msPerStep));
      await nextTask();
      signal?.throwIfAborted();
    }
  }

  async evaluate(first, second, options) {
    const signal = signalOf(options);
    if ([first, second].some((values) => ArrayBuffer.isView(values) || Array.isArray(values))) {
      const [inputs, targets] = [plain(first), targetsOf(second)];
      refuseNone(inputs?.length);
      return metricsOf(await ofRows(this, signal, [inputs, targets], (...rows) => super.evaluateRows(...rows)));
    }
    if (!isCount(first) || !isCount(second)) return super.evaluate(first, second);
    const rows = Math.max(0, Math.min(second, this.testRows - first));
    refuseNone(rows);
    return metricsOf(await inSlices(rows, this, signal, (from, to) => super.evaluate(first + from, to - from)));
  }

  async predict(inputs, options) {
    return joined(await ofRows(this, signalOf(options), [plain(inputs)], async (rows) => ({ outputs: await super.predict(rows) })), "outputs");
  }

  async activations(inputs, options) {
    const slices = await ofRows(this, signalOf(options), [plain(inputs)], (rows) => super.activations(rows));
    return slices[0].map((_, layer) => joined(slices, layer));
  }

  async gradients(inputs, targets, options) {
    const all = [plain(inputs), targetsOf(targets)];
    refuseNone(all[0]?.length);
    let mean;
    await ofRows(this, signalOf(options), all, async (...rows) => {
      const layers = await super.gradients(...rows);
      const share = rows[0].length / all[0].length;
      mean = share === 1 ? layers : added(mean, layers, share);
    });
    return mean;
  }

  /** Once more does nothing. */
  free() {
    if (!adapters.delete(this)) return;
    freed.add(this);
    super.free();
  }
}

if (Symbol.dispose) Trainer.prototype[Symbol.dispose] = Trainer.prototype.free;

// What is there no more refuses with a code, in the middle of `train` and `evaluate` as well. And the core meets typed arrays
// alone: it takes nothing else that is an object.
for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(Core.prototype))) {
  if (name === "constructor" || name === "free" || name.startsWith("__")) continue;
  for (const part of ["value", "get", "set"]) {
    const does = member[part];
    if (!does) continue;
    const ask = function (...values) {
      checkThere(this);
      return does.apply(this, values.map((value) => (Object(value) === value ? plain(value) : value)));
    };
    const isPromised = part === "value" && !AT_ONCE.includes(name);
    member[part] = isPromised ? async function (...values) { return unlessLost(ask.apply(this, values)); } : ask;
  }
  Object.defineProperty(Core.prototype, name, member);
}

/** Throws `freed`; and where a trainer's member is called on something else, the core would break off. */
function checkThere(trainer) {
  if (freed.has(trainer)) throw coded("freed", "the trainer was freed");
  if (!adapters.has(trainer)) throw coded("bad-options", "this is asked of a trainer alone, and not of its class or anything else");
}

/** Makes a trainer with options that nobody changes meanwhile. */
async function made(options, make) {
  await init();
  const adapter = await adapterFor(options);
  const trainer = Object.setPrototypeOf(await unlessLost(make(options)), Trainer.prototype);
  adapters.set(trainer, adapter);
  return trainer;
}

/** How many, or which one, as far as it may be either. */
function isCount(value) {
  return Number.isInteger(value) && value >= 0 && value < 2 ** 32;
}

/** Of no rows there is no mean, and what is the sum over none would pass for a good one. */
function refuseNone(count) {
  if (count === 0) throw coded("bad-data", "there are no rows to look at");
}

/**
 * What the core answers of rows, inputs alone or with targets, as `inSlices`. What makes no sense is for it to refuse,
 * whole.
 */
async function ofRows(trainer, signal, all, ask) {
  checkThere(trainer);
  const [inputs] = all;
  const rows = inputs?.length / trainer.input.reduce((numbers, side) => numbers * side);
  const widths = all.map((values) => values?.length / rows);
  if (!widths.every(Number.isInteger)) return inSlices(0, trainer, signal, () => ask(...all));
  const slice = (from, to) => ask(...all.map((values, part) => values.subarray(from * widths[part], to * widths[part])));
  try {
    return await inSlices(rows, trainer, signal, slice);
  } catch (error) {
    if (signal?.aborted) throw error;
    // It may be that memory is gone meanwhile.
    all.forEach(plain);
    // Where a row is named, it is to be counted from the first of all.
    if (error.code === "bad-data") return [await ask(...all)];
    throw error;
  }
}

/**
 * The answers to rows: in one go, in which all meet the same weights, or where they can be given up a slice at a time, with
 * other tasks in between.
 */
async function inSlices(rows, trainer, signal, ask) {
  const most = signal ? trainer.rowsAtOnce : Infinity;
  const slices = [await ask(0, Math.min(most, rows))];
  for (let first = most; first < rows; first += most) {
    await nextTask();
    signal.throwIfAborted();
    slices.push(await ask(first, Math.min(first + most, rows)));
  }
  return slices;
}

/** An evaluation, of those of its slices. */
function metricsOf(slices) {
  const sum = (name) => slices.reduce((sum, slice) => sum + slice[name], 0);
  return { lossSum: sum("lossSum"), hits: sum("hits"), outputs: joined(slices, "outputs") };
}

/** Gradients with their share of those of a slice. */
function added(gradients, layers, share) {
  const parts = ["weights", "biases"];
  const sums = gradients ?? layers.map(({ weights, biases }) => ({ weights: numbers(weights.length), biases: numbers(biases.length) }));
  for (const [place, layer] of layers.entries()) {
    for (const part of parts) layer[part].forEach((value, at) => (sums[place][part][at] += share * value));
  }
  return sums;
}

/** Classes may stand in a plain array; numbers of another kind may not, for nothing would tell the two apart. */
function targetsOf(targets) {
  if (!Array.isArray(targets)) return plain(targets);
  const classes = [];
  // Up to the first that is none, which a hole is: an array may say that it is longer than any memory.
  for (const value of targets) {
    if (!(Number.isInteger(value) && Math.abs(value) < 2 ** 31)) {
      const message = "targets in a plain array are classes, which are whole numbers; others belong into a Float32Array";
      throw coded("bad-data", message);
    }
    classes.push(value);
  }
  return Int32Array.from(classes);
}

/** A column of all slices. */
function joined(slices, name) {
  if (slices.length === 1) return slices[0][name];
  const length = slices.reduce((sum, slice) => sum + slice[name].length, 0);
  const all = numbers(length);
  let at = 0;
  for (const { [name]: part } of slices) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function numbers(count) {
  try {
    return new Float32Array(count);
  } catch (cause) {
    throw coded("out-of-memory", `there is no room for ${count} numbers`, cause);
  }
}

/** Resolves in a later task, so that what has happened meanwhile is heard. */
function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
