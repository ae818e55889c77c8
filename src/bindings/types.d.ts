/** What is done to each of a layer's sums. */
export type Activation = "relu" | "tanh" | "sigmoid" | "identity";

/**
 * A layer, as in Keras. `activation` is `"identity"` when left out, `padding` `"valid"`; a layer that is not `trainable`
 * stays as it is.
 */
export type Layer =
  | { type: "dense"; units: number; activation?: Activation; trainable?: boolean }
  | {
      type: "conv2d";
      filters: number;
      /** Rows and columns, at most 255; it moves by one pixel. */
      kernel: number;
      padding?: "same" | "valid";
      activation?: Activation;
      trainable?: boolean;
    }
  | { type: "max-pool"; size: number }
  | { type: "dropout"; rate: number };

/** The size of a row of inputs: a picture, `[height, width, channels]`, or so many numbers, `[784]`. */
export type InputSize = [height: number, width: number, channels: number] | [numbers: number];

/** Tiles of so many sums for each of a GPU's invocations, alone or with several to a tile. */
export type Tuning = "8x8" | "8x8-shared" | "8x8-widely-shared" | "4x4" | "4x4-shared" | "4x4-widely-shared";

/** What a network is and how it is trained. */
export interface TrainerOptions {
  /** What a list of layers is given; a number alone is so many numbers. */
  input?: Readonly<InputSize> | number;
  /**
   * A list of layers; or, where all are dense, the units of each with the inputs first: `[784, 512, 512, 10]`. The last
   * layer must be dense or a convolution, without an activation where the loss is the cross-entropy. At most 256 layers
   * of 2^24 units; with all that is needed to train it and to evaluate some
   * hundred rows at once, a network may take 1 GiB.
   */
  layers: readonly number[] | readonly Layer[];
  /** Of the hidden layers, where `layers` are numbers; `"relu"` when left out. */
  activation?: Activation;
  /**
   * `"cross-entropy"` when left out: of a softmax, or of a sigmoid where there is a single output. The
   * others are those of the outputs as `output` has them.
   */
  loss?: "cross-entropy" | "squared-error" | "absolute-error";
  /** The activation of the last layer, where `layers` are numbers, unless the loss is the cross-entropy; `"sigmoid"` when left out. */
  output?: "sigmoid" | "tanh" | "identity";
  /** `"adam"` when left out. All have the definitions and defaults of Keras. */
  optimizer?: "sgd" | "momentum" | "rmsprop" | "adam";
  /** 0.01 for `"sgd"` and `"momentum"`, 0.001 for the others when left out. */
  learningRate?: number;
  /** How strongly weights are drawn to zero: `l1 |weight|` counts as loss; 0 when left out. */
  l1?: number;
  /** As `l1`, with `l2 weight^2 / 2`. */
  l2?: number;
  /** `"glorot-uniform"` when left out. */
  initializer?: "glorot-uniform" | "he-uniform";
  /**
   * Rows in a batch; 32 when left out. They share the gigabyte that a network may take, which is enough for 6 million rows of
   * the smallest network and for 90,000 of `[784, 512, 512, 10]`. A GPU takes fewer: of dense layers alone 131,070, of
   * pictures some thousands where they are large. What is too much is refused with `out-of-memory`, on a GPU at the latest
   * when so many rows have been added.
   */
  batchSize?: number;
  /** Whether each epoch has another order; `true` when left out. */
  shuffle?: boolean;
  /** A whole number below 2^32 that determines weights and order; 0 when left out. */
  seed?: number;
  /** `"cpu"` when left out, which is always there. */
  backend?: "webgpu" | "cpu";
  /**
   * How the GPU's invocations share their work. `"8x8"`, which suits a software adapter, when left out. `"auto"` tries which
   * is the fastest on this GPU, once in a page or a worker and for about three seconds at most; the trainer's `tuning` then
   * tells which, to be remembered.
   */
  tuning?: Tuning | "auto";
}

/** On which engine; the other options are in the file that a trainer is made of. */
export type EngineOptions = Pick<TrainerOptions, "backend" | "tuning">;

/** Rows of numbers, one after the other: as they are, or bytes, which stand for themselves divided by 255. */
export type Inputs = Float32Array | Float64Array | Uint8Array | Uint8ClampedArray;

/**
 * What belongs to each row: its class, a whole number from 0 on, or numbers of any kind, `outputs` a row; with the
 * cross-entropy they are probabilities, which of more than one output add up to 1.
 */
export type Targets =
  | Uint8Array
  | Uint8ClampedArray
  | Uint16Array
  | Uint32Array
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | BigUint64Array
  | Float32Array
  | Float64Array;

/** One entry for each step that was done. */
export interface StepMetrics {
  /** Mean loss of the batch, before the step's update. */
  losses: Float32Array;
  /** How many rows of the batch were right. */
  hits: Float32Array;
  /** How many rows the batch had. */
  rows: Float32Array;
}

/** What some rows gave. */
export interface TestMetrics {
  lossSum: number;
  hits: number;
  /** [rows, outputs], as `predict` gives them. */
  outputs: Float32Array;
}

/** Of one layer, as `weights` and `biases` give them; both are empty where there is nothing to learn. */
export interface LayerGradients {
  /** `[inputs, outputs]` row by row; of a convolution `[height, width, inputs, filters]`. */
  weights: Float32Array;
  /** `[outputs]`. */
  biases: Float32Array;
}

/** What a checkpoint is of. */
export interface CheckpointDescription {
  input: InputSize;
  layers: Layer[];
  optimizer: string;
  /** Steps done. */
  step: number;
}

/** What every error that is thrown or rejected with has. */
export interface TrainerError extends Error {
  code:
    | "bad-options"
    | "bad-data"
    | "bad-checkpoint"
    | "bad-file"
    | "no-adapter"
    | "device-lost"
    | "out-of-memory"
    | "device-error"
    /** The core could not be loaded, or has not been. */
    | "not-loaded"
    /** The core broke off in the middle of a call, whatever the cause. All trainers of this page, worker or process are lost. */
    | "core-lost"
    /** The trainer was freed. */
    | "freed"
    /** The worker of a `WorkerTrainer` was freed, died or could not be started. */
    | "worker-gone";
}
