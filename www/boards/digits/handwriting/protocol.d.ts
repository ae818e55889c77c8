/**
 * The part of the handwriting in the messages between the page and its worker: what a network reads in pictures that are no
 * part of the data set, and how well it reads after having learnt from some of them.
 *
 * Every answer follows from its request alone, so that nothing is lost with a worker; the run that trains is left as it is.
 */

import type { Checkpoint, Labelled, RunConfig, Stroke } from "../../../protocol";

declare module "../../../protocol" {
  interface Parts {
    handwriting: { message: HandwritingMessage; results: HandwritingResults; event: never };
  }
}

/** A network as it is now. */
export interface Network {
  config: RunConfig;
  checkpoint: Checkpoint;
}

export type { Labelled };

export type HandwritingMessage =
  /** What a network reads. pixels: [rows, 28 * 28]. */
  | { type: "handwritingRead"; network: Network; pixels: Uint8Array }
  /** What a network reads in `test` after it, or rather a copy of it, has learnt from `learn`. */
  | { type: "handwritingLearn"; network: Network; learn: Labelled; test: Uint8Array };

export interface HandwritingResults {
  /** [rows, 10] */
  handwritingRead: Float32Array;
  /** [rows, 10] */
  handwritingLearn: Float32Array;
}
