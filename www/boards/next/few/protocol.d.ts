/**
 * The part of the networks that learn from few images in the messages between the page and its worker.
 */

import type { NetworkConfig } from "../../../protocol";

declare module "../../../protocol" {
  interface Parts {
    few: { message: FewMessage; results: FewResults; event: FewEvent };
  }
}

export interface FewPlan {
  /** `isDistorted`: its images are distorted afresh at every epoch. */
  networks: { config: NetworkConfig; isDistorted: boolean }[];
  /** How many training images, from the first on. */
  images: number;
  testImages: number;
  /** The steps after which each is tried; training ends with the last one. */
  testSteps: number[];
  seed: number;
}

export type FewMessage =
  /** Trains the networks of a plan abreast until each has been tried `tests` times more. Another number begins anew. */
  | { type: "fewTrain"; number: number; plan: FewPlan; tests: number }
  | { type: "fewPause" };

export interface FewResults {
  fewTrain: { isOver: boolean };
  fewPause: null;
}

export interface Fed {
  /** Counted from 1. */
  epoch: number;
  /** [images, 28 * 28]: some of the images as they are, and as they are fed in this epoch. */
  plain: Uint8Array;
  distorted: Uint8Array;
}

export type FewEvent = { event: "fewFed"; number: number; fed: Fed };
