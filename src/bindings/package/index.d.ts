import { Trainer as Core, type EngineOptions, type Inputs, type LayerGradients, type StepMetrics, type TestMetrics, type Targets as CoreTargets, type TrainerOptions } from "./core.js";

export { describeCheckpoint } from "./core.js";
export type { Activation, CheckpointDescription, EngineOptions, Inputs, InputSize, Layer, LayerGradients, StepMetrics, TestMetrics, TrainerError, TrainerOptions, Tuning } from "./core.js";

/**
 * What belongs to each row: its class, a whole number from 0 on, in an array of whole numbers of any kind or in a plain
 * array; or numbers of any kind, one for each of the network's outputs, in an array of floats.
 */
export type Targets = CoreTargets | readonly number[];

declare global {
  // As TypeScript has it where "esnext.disposable" is among the libraries, and as Node.js types have it.
  interface SymbolConstructor {
    readonly dispose: unique symbol;
  }
}

/**
 * Whereby long work can be given up; it then rejects with the signal's own reason, and what has been done stays done. What is
 * asked of rows is done in one go without a signal; with one, other tasks come in between, and may change the weights.
 */
export interface Abortable {
  signal?: AbortSignal | undefined;
}

/**
 * Loads the core, once. `Trainer.create` does that by itself; `describeCheckpoint` needs it to have been done. Rejects with
 * `not-loaded` when it does not come.
 * `module_or_path` says where the .wasm file, or what is in it, comes from when not from beside the script.
 */
export default function init(options?: {
  module_or_path?: string | URL | Request | Response | BufferSource | WebAssembly.Module | Promise<Response | BufferSource>;
}): Promise<void>;

/** A network in training, on the GPU or on the CPU. */
export class Trainer extends Core {
  private constructor();
  /**
   * The GPU's name as far as the browser tells it, such as who made it; empty where it tells nothing, and on the CPU.
   */
  readonly adapter: string;
  /** Makes a network with fresh weights. Rejects with the code `no-adapter` when WebGPU was asked for and is not to be had. */
  static create(options: TrainerOptions): Promise<Trainer>;
  /**
   * Makes a trainer of a safetensors file: the network, its weights, and how it is trained. Rejects with the code `bad-file`
   * when anything in the file is not as `toSafetensors` writes it, but for the order of the tensors and for what else is in
   * the metadata; of the configuration no more than `input` and `layers` must be there.
   */
  static fromSafetensors(file: Uint8Array | Uint8ClampedArray, options?: EngineOptions): Promise<Trainer>;
  /** Adds rows to learn from. Throws `bad-data` when they do not fit. */
  addTrainingData(inputs: Inputs, targets: Targets): void;
  /** Adds rows to be tested on. Throws `bad-data` when they do not fit. */
  addTestData(inputs: Inputs, targets: Targets): void;
  /**
   * Does so many steps, fewer when rows that they need have not been added. It lets other tasks in between every 50 ms;
   * calls that overlap take turns.
   */
  train(steps: number, options?: Abortable): Promise<StepMetrics>;
  /** Evaluates test rows `first .. first + rows`, as far as they have been added. Rejects with `bad-data` when none has. */
  evaluate(first: number, rows: number, options?: Abortable): Promise<TestMetrics>;
  /** Evaluates rows that have not been added. Rejects with `bad-data` when they do not fit or there are none. */
  evaluate(inputs: Inputs, targets: Targets, options?: Abortable): Promise<TestMetrics>;
  /**
   * What the network answers to each row, `[rows, outputs]`; probabilities where the loss is the cross-entropy. Rejects with
   * `bad-data` when the inputs are not whole rows.
   */
  predict(inputs: Inputs, options?: Abortable): Promise<Float32Array>;
  /**
   * What each layer makes of each row, `[rows, units]` for every layer, of a picture `[rows, height, width, channels]`; the
   * last as `predict` gives it.
   */
  activations(inputs: Inputs, options?: Abortable): Promise<Float32Array[]>;
  /**
   * The gradients of the rows' mean loss with respect to each layer's weights and biases, without `l1` and `l2`. Nothing is
   * learnt; frozen layers have theirs as well; dropout leaves out what it would in the next step. Rejects with `bad-data` when
   * the rows do not fit or there are none.
   */
  gradients(inputs: Inputs, targets: Targets, options?: Abortable): Promise<LayerGradients[]>;
  /** Gives back the memory. What is asked of it afterwards throws or rejects with the code `freed`. */
  free(): void;
  /** As `free`, where the language has `using`. */
  [Symbol.dispose](): void;
}
