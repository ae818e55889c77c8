/**
 * The revolution board's part of the messages between the page and its worker: networks that learn from more and more
 * images, and one lane of the race between two devices.
 */

import type { Backend, DeviceInfo, RunConfig } from "../../protocol";

declare module "../../protocol" {
  interface Parts {
    revolution: { message: RevolutionMessage; results: RevolutionResults; event: RevolutionEvent };
  }
}

/** Networks that differ in nothing but how many images they learn from. */
export interface MoreDataPlan {
  /** What they have in common, the first weights included. */
  config: Omit<RunConfig, "trainingImages">;
  /** [networks]: how many training images, from the first on. */
  trainingImages: number[];
  /** The steps after which each is tried on all the test images; training ends with the last one. */
  testSteps: number[];
}

/** What both lanes of a race are given. */
export interface RaceCourse {
  config: RunConfig;
  /** [trainingImages, 28 * 28], and the digit of each. */
  pixels: Uint8Array;
  labels: Uint8Array;
  /** Steps before the start, which do not count and leave nothing learnt behind. */
  warmUpSteps: number;
}

export interface RaceLane {
  device: DeviceInfo;
  /** False where the device that was asked for is not to be had; `device` says why. */
  isReady: boolean;
  /** What making the network and the warm-up took. */
  warmUpSeconds: number;
}

/** What a lane has done since the start. */
export interface RaceProgress {
  step: number;
  seconds: number;
  /** [steps since the last progress]: mean loss of each batch. */
  losses: Float32Array;
}

export type RevolutionMessage =
  /** Trains the networks of a plan abreast until each has been tried `tests` times more. A plan of another number begins
   *  with fresh weights. Ends sooner when it is to pause, or by another request of the kind. */
  | { type: "revolutionMoreDataTrain"; number: number; plan: MoreDataPlan; tests: number }
  | { type: "revolutionMoreDataPause" }
  /** Makes a network on the device, with which the worker was opened, and warms it up. */
  | { type: "revolutionRacePrepare"; backend: Backend; course: RaceCourse }
  /** Trains it for so many steps, and answers when the last one is done. */
  | { type: "revolutionRaceStart"; steps: number };

export interface RevolutionResults {
  revolutionMoreDataTrain: { isOver: boolean };
  revolutionMoreDataPause: null;
  revolutionRacePrepare: RaceLane;
  revolutionRaceStart: null;
}

export type RevolutionEvent = { event: "race"; progress: RaceProgress };
