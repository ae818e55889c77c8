/**
 * The playground's part of the messages between the page and its worker: small networks that decide about points of the
 * plane.
 */

import type { Activation, Checkpoint, Loss, Optimizer } from "../../../protocol";

declare module "../../../protocol" {
  interface Parts {
    playground: { message: PlaygroundMessage; results: PlaygroundResults; event: PlaygroundEvent };
  }
}

/** Points of two classes. */
export type PlanarClasses = "xor" | "circle" | "moons" | "spiral" | "blobs";

/** Points with a value each, from 0 to 1. */
export type PlanarValues = "slope" | "hills";

export type PlanarLoss = Loss | "absolute-error";

/** What a network may be told of a point (x1, x2). */
export type Feature = "x1" | "x2" | "x1^2" | "x2^2" | "x1x2" | "sin(x1)" | "sin(x2)";

export interface PlanarPoint {
  x1: number;
  x2: number;
  label: 0 | 1;
}

export interface PlanarSet {
  /** [points, 2], from -1 to 1 or a little beyond. */
  inputs: Float32Array;
  /** [points]: the class, 0 or 1, or a value from 0 to 1. */
  targets: Float32Array;
}

/** Everything that determines a playground's network and its points. */
export interface PlaygroundConfig {
  /** The maps show the plane from -edge to edge, both ways. */
  edge: number;
  data: PlanarClasses | PlanarValues | "own";
  /** The points where `data` is "own". */
  own: PlanarPoint[];
  /** How many points are made where it is not, and how much they are scattered: 0 to 0.5. */
  points: number;
  noise: number;
  /** Percent of the points to train with; the others test. */
  trainPart: number;
  features: Feature[];
  hidden: number[];
  activation: Activation;
  loss: PlanarLoss;
  /** Of the last layer, unless the loss is the cross-entropy. */
  output: "sigmoid" | "identity";
  optimizer: Optimizer;
  learningRate: number;
  l1: number;
  l2: number;
  batchSize: number;
  seed: number;
}

/** Where training stops by itself: at whichever is reached first. */
export interface PlaygroundGoal {
  /** So many more. */
  steps?: number;
  /** To the end of so many more. */
  epochs?: number;
  untilEpoch?: number;
  /** When the training points' loss is below this at the end of an epoch. */
  untilLoss?: number;
  /** No faster than this; as fast as it goes where it is left out. A number of steps or epochs is done at once. */
  stepsPerSecond?: number;
}

/** `network` is the number that the page gave the network when it was configured. */
export type PlaygroundMessage =
  /** A new network with fresh weights, or with those of `checkpoint`; it does not start by itself. */
  | { type: "playgroundConfigure"; network: number; config: PlaygroundConfig; checkpoint?: Checkpoint }
  | { type: "playgroundTrain"; network: number; goal: PlaygroundGoal }
  | { type: "playgroundPause"; network: number }
  | { type: "playgroundSetLearningRate"; network: number; learningRate: number }
  /** The weight from `input` into `unit` of a layer; without `input` the unit's bias. */
  | { type: "playgroundSetParameter"; network: number; layer: number; unit: number; input?: number; value: number }
  /** Returns to the last weights that were about as good as the best, and to the learning rate that led there. */
  | { type: "playgroundRewind"; network: number }
  /** The page has drawn the newest frame and is ready for another. */
  | { type: "playgroundShown"; network: number }
  | { type: "playgroundParsePoints"; text: string };

export interface PlaygroundResults {
  playgroundConfigure: PlaygroundInfo;
  playgroundTrain: null;
  playgroundPause: null;
  playgroundSetLearningRate: null;
  playgroundSetParameter: null;
  playgroundRewind: { learningRate: number };
  playgroundShown: null;
  playgroundParsePoints: ParsedPoints;
}

export interface PlaygroundInfo {
  training: PlanarSet;
  test: PlanarSet;
}

export interface ParsedPoints extends PlanarSet {
  /** Lines that are no point, counted from 1. */
  problems: { line: number; text: string; reason: "columns" | "number" | "label" }[];
}

export type PlaygroundEvent = { event: "playgroundFrame"; network: number; frame: PlaygroundFrame };

/** Diverged: the loss is no number any more. Ruined: it is one, but what was known is lost. Both end the training. */
export type PlaygroundState = "idle" | "running" | "paused" | "reached" | "diverged" | "ruined";

/** The network as it is now. At most one is under way: the next comes when the page has drawn it. */
export interface PlaygroundFrame {
  state: PlaygroundState;
  step: number;
  /** With the part of the current one: 1.25. */
  epoch: number;
  /** Over about the last second; 0 while it does not train. */
  epochsPerSecond: number;
  train: PlanarScore;
  /** Without rows where all points train. */
  test: PlanarScore;
  /** It has trained for a while, and one and the same answer to every training point would do as well. */
  isGuessing: boolean;
  /** What was measured since the frame before. What the page has from its first step on is no longer so. */
  curve: { step: number; epoch: number; train: number; test: number }[];
  /** One a layer. */
  parameters: LayerParameters[];
  maps: PlaygroundMaps;
  /** To go on with should the worker die. */
  checkpoint: Checkpoint;
  /** Where it is diverged or ruined: the last good weights, and the learning rate that led there. */
  good: { checkpoint: Checkpoint; learningRate: number } | null;
}

export interface LayerParameters {
  /** [inputs, units] */
  weights: Float32Array;
  /** [units] */
  biases: Float32Array;
}

export interface PlanarScore {
  /** Mean over the points; NaN where there are none. */
  loss: number;
  hits: number;
  /** Root of the mean square of what the output is away from the target. */
  deviation: number;
  rows: number;
}

/** The plane cell by cell, the top row first. */
export interface PlaygroundMaps {
  /** Cells on a side of the answer's map, and of a unit's. */
  answerSide: number;
  unitSide: number;
  /** [answerSide, answerSide]: the output; 0 to 1, but for a linear one. */
  answer: Float32Array;
  /** One a hidden layer: [units, unitSide, unitSide]. 128 is the middle, where a decision would change; more is on. */
  units: Uint8Array[];
}
