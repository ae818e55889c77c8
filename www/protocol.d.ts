/**
 * The messages between the page and its worker: the only thing both know of each other.
 *
 * The page sends a `Request` and gets exactly one `Reply` with the same `id`.
 * The worker also sends an `Event` whenever something changed. Events of a run carry its `run`
 * number, so that the page drops what an earlier run still had under way.
 */

import type { Layer, TrainerOptions } from "../src/bindings/types";

export type { Layer };

export type Activation = "relu" | "tanh" | "sigmoid" | "identity";
export type Loss = "cross-entropy" | "squared-error";
export type Optimizer = "sgd" | "momentum" | "rmsprop" | "adam";
export type Initializer = "glorot-uniform" | "he-uniform";
export type Backend = "webgpu" | "cpu";
export type Split = "train" | "test";

/** Everything that determines a run; the same numbers give the same curve. */
/** pixels: [rows, 28 * 28], 0 is background; labels: [rows], 0 to 9. */
export interface Labelled {
  pixels: Uint8Array;
  labels: Uint8Array;
}

/** The visitor's own, to be learnt from in place of the data set. */
export interface Pictures {
  training: Labelled;
  test: Labelled;
}

export interface RunConfig {
  /** Units of the hidden layers, first to last; the inputs (784) and outputs (10) are the data's. */
  hidden: number[];
  activation: Activation;
  loss: Loss;
  optimizer: Optimizer;
  learningRate: number;
  initializer: Initializer;
  batchSize: number;
  /** How many training images to use, from the first on. */
  trainingImages: number;
  shuffle: boolean;
  seed: number;
}

/** A network that is given by its layers, and how it is trained: what the engine takes, the device apart. */
export type NetworkConfig = Omit<TrainerOptions, "backend" | "tuning">;

/** A stroke is one press of the pen: x0, y0, x1, y1, … in any unit, y downwards. */
export type Stroke = number[];

/**
 * A board's part: the messages that it asks with, the results that it is answered with, and its events. Each board's file in
 * `protocol/` adds its own, so that nothing here knows of it.
 */
export interface Parts {}

/** A part of the protocol, whoever's it is. */
type Part = { message: PageMessage; results: PageResults; event: PageEvent } | Parts[keyof Parts];

/** What the page asks for. */
export type Message = Part["message"];

/** What the page itself asks for, and the run that is taken over where a worker dies. */
type PageMessage =
  /** Without the manifest's address no data are loaded. `files`: the data as base64 by name, where they came with the page.
   *  `gpuFailed`: an earlier worker died of the graphics card, so this one leaves it alone. */
  | { type: "open"; backend: Backend | "auto"; dataUrl: string | null; files?: Record<string, string>; gpuFailed?: boolean }
  /** A new run with fresh weights, or with those of `checkpoint`; it learns from `pictures` where there are some, and not from
   *  the data set. It does not start by itself.
   *  A configuration that is refused leaves the run that there was. */
  | { type: "configure"; run: number; config: RunConfig; checkpoint?: Checkpoint; pictures?: Pictures }
  /** Trains until told to pause, or to the end of epoch `untilEpoch`. */
  | { type: "train"; run: number; untilEpoch?: number }
  | { type: "pause"; run: number }
  /** One batch. */
  | { type: "step"; run: number }
  | { type: "setLearningRate"; run: number; learningRate: number }
  /** The weights as they are now. */
  | { type: "checkpoint"; run: number }
  /** Returns to the last good weights, and to the learning rate that they were found with. */
  | { type: "rewind"; run: number }
  /** The drawing as it is now: no strokes when it is empty. Answered by `prediction` events,
   *  at once and again whenever the weights have changed. */
  | { type: "draw"; strokes: Stroke[]; penWidth: number; wantActivations: boolean }
  /** What a network sees of drawings, each with ink. */
  | { type: "pictures"; drawings: Stroke[][]; penWidth: number }
  /** Images by their row. */
  | { type: "images"; split: Split; rows: number[]; ofRun?: boolean }
  /** Test images of the newest evaluation that match the filter, the surest answers first. */
  | { type: "examples"; actual?: number; predicted?: number; wrong?: boolean; limit: number }
  /** The first layer's weights into its first `units` units. */
  | { type: "firstLayer"; run: number; units: number }
  /** What goes into a unit of the first layer, and from it into the next. */
  | { type: "unit"; run: number; unit: number }
  /** Ten training steps on one engine, beside the run that there is. */
  | { type: "trial"; backend: Backend }
  | { type: "ping" }
  /** Fetches the shards that failed once more. */
  | { type: "retryData" };

export type MessageOf<T extends Message["type"]> = Extract<Message, { type: T }>;

export type Request = { id: number; message: Message };

/** What each request is answered with. */
export type Results = { [T in Message["type"]]: ResultIn<Part["results"], T> };

/** The result that one of several parts has for a type of request. */
type ResultIn<R, T extends string> = R extends { [K in T]: infer Result } ? Result : never;

interface PageResults {
  open: DeviceInfo;
  /** `dropped`: the newest weights worth going on with of the run that was there before, where it had taken a step. */
  configure: { info: RunInfo; dropped: Checkpoint | null };
  train: null;
  pause: null;
  step: null;
  setLearningRate: null;
  checkpoint: Checkpoint;
  rewind: { learningRate: number };
  draw: null;
  /** [drawings, 28 * 28] */
  pictures: Uint8Array;
  images: ImageBatch;
  examples: ImageBatch;
  firstLayer: FirstLayer;
  unit: UnitWeights;
  trial: Trial;
  ping: null;
  retryData: null;
}

/** What answers requests of some types, in the worker. */
export type Handlers<T extends Message["type"] = Message["type"]> = { [K in T]: (message: MessageOf<K>) => Results[K] | Promise<Results[K]> };

export type Reply =
  | { id: number; ok: true; result: Results[keyof Results] }
  | { id: number; ok: false; problem: Problem };

export interface DeviceInfo {
  backend: Backend;
  /** The adapter's name as the browser tells it; empty on the CPU. */
  adapter: string;
  /** The adapter is a program on the CPU. */
  software: boolean;
  /** Why the CPU was taken although WebGPU was not ruled out by hand. */
  reason:
    | null
    | "chosen"
    | "no-webgpu"
    | "insecure-context"
    | "no-adapter"
    | "adapter-failed"
    | "adapter-hung"
    | "software-adapter"
    | "device-lost"
    | "device-hung"
    | "device-failed";
}

export interface RunInfo {
  run: number;
  parameters: number;
  stepsPerEpoch: number;
}

export interface Checkpoint {
  /** Weights, optimizer state and place in the epoch, as the engine writes them. */
  bytes: Uint8Array<ArrayBuffer>;
  step: number;
  /** Seconds spent training until then. */
  seconds: number;
}

export interface ImageBatch {
  rows: Uint32Array;
  /** [rows, 28 * 28], 0 is background. */
  pixels: Uint8Array;
  labels: Uint8Array;
  /** What the newest evaluation answered, and how sure it was; empty for training images or before one. */
  predicted: Uint8Array;
  confidence: Float32Array;
  /** How many images match in all. */
  total: number;
}

export interface FirstLayer {
  /** [units, 28 * 28]: the weights from each pixel into a unit. */
  weights: Float32Array;
  units: number;
  step: number;
}

export interface UnitWeights {
  /** [28 * 28]: from each pixel into the unit. */
  incoming: Float32Array;
  bias: number;
  /** Into each unit of the next layer; empty where the first layer is the last. */
  onward: Float32Array;
  /** Of the layer. */
  units: number;
  step: number;
}

/** What a few training steps gave. */
export interface Trial {
  /** The adapter's name; empty on the CPU. */
  adapter: string;
  steps: number;
  /** Of the first and of the last step. */
  losses: [number, number];
  imagesPerSecond: number;
}

export type Event = Part["event"];

type PageEvent =
  | { event: "device"; device: DeviceInfo }
  | { event: "engine"; engine: EngineProgress }
  | { event: "data"; data: DataProgress }
  | { event: "metrics"; run: number; metrics: Metrics }
  | { event: "evaluation"; run: number; evaluation: Evaluation }
  | { event: "prediction"; prediction: Prediction }
  | { event: "state"; run: number; state: RunState }
  /** The network does so badly now that only going back helps, or no longer so. */
  | { event: "ruined"; run: number; isRuined: boolean }
  /** The weights to go on with should the worker die. */
  | { event: "checkpoint"; run: number; checkpoint: Checkpoint }
  | { event: "problem"; problem: Problem }
  /** Of networks that learn abreast: how one of them did when it was tried. `number` is what was given when they were asked for. */
  | { event: "score"; number: number; score: Score }
  /** Another worker has taken the place of the last one. */
  | { event: "restarted" };

export type EventOf<T extends Event["event"]> = Extract<Event, { event: T }>;

export interface DataProgress {
  loadedBytes: number;
  totalBytes: number;
  trainingImages: number;
  testImages: number;
  /** Files that could not be had, or whose checksum was wrong, after the retries. */
  failed: string[];
  /** Why the last of them failed; null when none did. */
  reason: Problem["code"] | null;
  complete: boolean;
}

/** The code that trains: it comes after the page, and may not come at all. */
export interface EngineProgress {
  state: "loading" | "ready" | "missing";
  receivedBytes: number;
  /** For the console: why it is missing. */
  detail: string;
  /** What has come of it by then, damaged perhaps and kept so by the browser. */
  scripts: string[];
}

/** What the steps since the last metrics gave. Without any steps it tells that the run is at another place now: at its
 *  start, back at earlier weights, or in another worker. */
export interface Metrics {
  /** Steps done in all, counted from the run's start. */
  step: number;
  /** Epochs done in all, with the part of the current one: 1.25. */
  epoch: number;
  /** Seconds spent training in all, pauses and evaluations apart. */
  seconds: number;
  /** [steps since the last metrics]: mean loss of each batch; always finite, for a run stops before one that is not. */
  losses: Float32Array;
  /** [steps since the last metrics]: part of each batch that was right, 0 to 1. */
  accuracies: Float32Array;
  /** Images a second over about the last second; 0 before it can be told. */
  imagesPerSecond: number;
}

/** The held-out images, all of them. */
export interface Evaluation {
  step: number;
  epoch: number;
  seconds: number;
  loss: number;
  accuracy: number;
  /** [10 actual, 10 predicted] counts. */
  confusion: Uint32Array;
  images: number;
}

/** How one of several networks that learn abreast did after some steps. */
export interface Score {
  /** Its place among them. */
  network: number;
  step: number;
  /** By the name of the set of images that it was tried on. */
  outcomes: Record<string, Outcome>;
}

export interface Outcome {
  /** The part that was read rightly, 0 to 1. */
  accuracy: number;
  images: number;
}

export interface Prediction {
  /** The run's step whose weights answered. */
  step: number;
  /** Null when the drawing is empty: then nothing is answered. */
  answer: null | {
    /** [28 * 28]: what the network was given. */
    pixels: Uint8Array;
    /** [10]; with cross-entropy they add up to 1. */
    probabilities: Float32Array;
    /** One array a layer, the last one included; empty unless asked for. */
    activations: Float32Array[];
  };
}

export type RunState = "idle" | "running" | "waiting-for-data" | "paused" | "reached" | "diverged";

/** One shape for everything that goes wrong; the page words it in the reader's language. */
export interface Problem {
  code:
    | "bad-request"
    | "bad-config"
    | "data-damaged"
    | "data-missing"
    /** Nothing has come of it for long. */
    | "data-silent"
    /** A web page came in its place, as of networks that ask for a login first. */
    | "data-page"
    /** Not all of the images have room. */
    | "data-large"
    | "device-lost"
    | "device-hung"
    | "device-failed"
    | "diverged"
    | "out-of-memory"
    | "worker-died"
    | "worker-failed";
  /** For the console and a report: English, not shown alone. */
  detail: string;
}
