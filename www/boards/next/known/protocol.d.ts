/**
 * The messages about starting from what is known.
 */

import type { NetworkConfig, Stroke } from "../../../protocol";

declare module "../../../protocol" {
  interface Parts {
    known: { message: KnownMessage; results: KnownResults; event: never };
  }
}

/** Some digits are known, and others are learnt by networks that differ in nothing but what they take over of it. */
export interface KnownPlan {
  /** How many training images the examples are taken from, from the first on. */
  among: number;
  /** `number`: by which the worker tells how it goes, and knows whether it has been done. */
  pretraining: { number: number; config: NetworkConfig; digits: number[]; testSteps: number[] };
  /** What is learnt, from so many examples of each: these digits, or what was drawn. */
  digits: number[] | null;
  drawn: DrawnKinds | null;
  examples: number;
  /** Of the examples. */
  seed: number;
  networks: { config: NetworkConfig; takesOver: boolean }[];
  testSteps: number[];
}

/** Drawings of a visitor's kinds, counted from 0. In each round others are learnt from, and all that are left are the test. */
export interface DrawnKinds {
  drawings: { strokes: Stroke[]; kind: number }[];
  penWidth: number;
  rounds: number;
}

export interface KnownLook {
  /** Of the run. */
  number: number;
  /** [5, 5, 1, filters]: the kernels of the first convolution; null before there are any. */
  pretrained: Float32Array | null;
  /** The same of the networks that learn; none before they have begun. */
  networks: Float32Array[];
  /** [rows, 28 * 28], kind by kind: what they learn from. */
  examples: Uint8Array;
  kinds: number;
}

export type KnownMessage =
  /** Pre-trains the network of a plan, where this worker has not yet, and has others learn from a few examples until each has
   *  been tried `tests` times more. Those of another number begin anew. Ends sooner when it is to pause. */
  | { type: "knownTrain"; number: number; plan: KnownPlan; tests: number }
  | { type: "knownPause" }
  | { type: "knownLook" };

export interface KnownResults {
  knownTrain: { isOver: boolean };
  knownPause: null;
  knownLook: KnownLook;
}
