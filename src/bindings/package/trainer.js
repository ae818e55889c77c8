/* The core's trainer, and what is easier said in JavaScript: long work is done in slices, so that it can be given up and
   lets others in between. */
import { signalOf } from "./abortable.js";
import { adapterFor } from "./adapter.js";
import { plain } from "./arrays.js";
import { Trainer as Core } from "./core.js";
import { coded } from "./errors.js";
import init from "./load.js";
import { checkPlain, copyOf } from "./options.js";

/** What a slice of steps is to take. */
const SLICE_MS = 50;
/** Steps that the core takes at once. */
const MOST_STEPS = 1024;
/** Rows in a slice of an evaluation, which the core evaluates at once. */
const SLICE_ROWS = 500;
/** What the GPU of each trainer is called. */
const adapters = new WeakMap();

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
      signal?.throwIfAborted();
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
    }
  }

  async evaluate(first, second, options) {
    const signal = signalOf(options);
    signal?.throwIfAborted();
    // In one go all rows meet the same weights. What makes no sense is for the core to refuse, whole.
    if ([first, second].some((values) => ArrayBuffer.isView(values) || Array.isArray(values))) {
      const [inputs, targets] = [plain(first), targetsOf(second)];
      refuseNone(inputs?.length);
      const size = this.input.reduce((numbers, side) => numbers * side);
      const rows = inputs?.length / size;
      const width = targets?.length / rows;
      if (!signal || !Number.isInteger(width) || rows <= SLICE_ROWS) return super.evaluateRows(inputs, targets);
      const slice = (from, to) =>
        super.evaluateRows(inputs.subarray(from * size, to * size), targets.subarray(from * width, to * width));
      return inSlices(rows, signal, slice).catch((error) => {
        // Where a row is named, it is to be counted from the first of all; and memory may be gone meanwhile.
        if (error.code === "bad-data" || !plain(inputs) || !plain(targets)) return super.evaluateRows(inputs, targets);
        throw error;
      });
    }
    if (!isCount(first) || !isCount(second)) return super.evaluate(first, second);
    const rows = Math.max(0, Math.min(second, this.testRows - first));
    refuseNone(rows);
    if (!signal || rows <= SLICE_ROWS) return super.evaluate(first, second);
    return inSlices(rows, signal, (from, to) => super.evaluate(first + from, to - from));
  }

  gradients(inputs, targets) {
    refuseNone(plain(inputs)?.length);
    return super.gradients(inputs, targetsOf(targets));
  }

  /** Once more does nothing. */
  free() {
    if (freed.has(this)) return;
    freed.add(this);
    super.free();
  }
}

if (Symbol.dispose) Trainer.prototype[Symbol.dispose] = Trainer.prototype.free;

/** Trainers that are there no more. */
const freed = new WeakSet();

// What such a one is asked is refused with a code, in the middle of `train` and `evaluate` as well. And the core meets
// typed arrays alone: it takes nothing else that is an object.
for (const [name, member] of Object.entries(Object.getOwnPropertyDescriptors(Core.prototype))) {
  if (name === "constructor" || name === "free" || name.startsWith("__")) continue;
  for (const part of ["value", "get", "set"]) {
    const does = member[part];
    if (!does) continue;
    member[part] = function (...values) {
      if (freed.has(this)) throw coded("freed", "the trainer was freed");
      return does.apply(this, values.map((value) => (Object(value) === value ? plain(value) : value)));
    };
  }
  Object.defineProperty(Core.prototype, name, member);
}

/** Makes a trainer with options that nobody changes meanwhile. */
async function made(options, make) {
  await init();
  const adapter = await adapterFor(options);
  const trainer = Object.setPrototypeOf(await make(options), Trainer.prototype);
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

/** An evaluation of rows a slice at a time, with other tasks in between, in which it can be given up. */
async function inSlices(rows, signal, evaluate) {
  const slices = [];
  for (let first = 0; first < rows; first += SLICE_ROWS) {
    if (first > 0) await nextTask();
    signal.throwIfAborted();
    slices.push(await evaluate(first, Math.min(first + SLICE_ROWS, rows)));
  }
  const sum = (name) => slices.reduce((sum, slice) => sum + slice[name], 0);
  return { lossSum: sum("lossSum"), hits: sum("hits"), outputs: joined(slices, "outputs") };
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
  const length = slices.reduce((sum, slice) => sum + slice[name].length, 0);
  const all = new Float32Array(length);
  let at = 0;
  for (const { [name]: part } of slices) {
    all.set(part, at);
    at += part.length;
  }
  return all;
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
