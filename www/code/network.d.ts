/** What is learnt and how, as far as it makes a difference to the code for it. */

import type { InputSize } from "../../src/bindings/types";
import type { Initializer, Layer, Loss, Optimizer } from "../protocol";

export interface Network {
  data: Images | Points;
  /** What the network is given of an example: `[numbers]`, or a picture, `[height, width, channels]`. */
  input: InputSize;
  /** All but the last, which is dense and answers with so many numbers. */
  layers: Layer[];
  outputs: number;
  initializer: Initializer;
  loss: Loss | "absolute-error";
  /** What the last layer makes of its sums. */
  output: "softmax" | "sigmoid" | "identity";
  optimizer: Optimizer;
  learningRate: number;
  /** What is added to a weight's gradient: l1 sign(w) + l2 w. */
  l1: number;
  l2: number;
  batchSize: number;
  shuffle: boolean;
  seed: number;
  /** Times that every example has its turn. */
  epochs: number;
}

/** Handwritten digits, which both libraries bring, or pictures of the visitor's own. */
export interface Images {
  kind: "images";
  /** So many are learnt from, from the first on. */
  training: number;
  own: OwnImages | null;
}

/** Pictures in a file beside the code. */
export interface OwnImages {
  /** So many there are to learn from. */
  all: number;
  /** What the labels stand for; empty where they are digits. */
  kinds: string[];
}

/** Points of the plane, in a file beside the code. */
export interface Points {
  kind: "points";
  /** How many lines of the file train, the first ones, and how many test. */
  training: number;
  test: number;
  /** What the network is told of a point (x1, x2). */
  features: ("x1" | "x2" | "x1^2" | "x2^2" | "x1x2" | "sin(x1)" | "sin(x2)")[];
  /** Each has a value and no class. */
  haveValues: boolean;
}

/** What stands above each part of the code. */
export interface Headings {
  data: string;
  model: string;
  loss: string;
  training: string;
}

/** The code for each part of the way, line by line. */
export interface Parts {
  imports: string[];
  /** A step at a time. */
  data: string[][];
  model: string[];
  loss: string[];
  fit: string[];
}

/** The code for a network, line by line. */
export type Writer = (network: Network, headings: Headings) => string[];

/** Where the examples come from, in one of the libraries. */
export interface Source {
  imports: string[];
  /** From the file to what the network is given, a step at a time. */
  steps: string[][];
  /** There are examples to test with. */
  hasTest: boolean;
  /** How well it does, beside the loss. */
  measure: string[];
}
