/**
 * The part of the handwriting in the messages between the page and its worker: what a network reads in pictures that are no
 * part of the data set, how well it reads after having learnt from some of them, and how it is given what photographs and
 * tables hold.
 *
 * Every answer follows from its request alone, so that nothing is lost with a worker; the run that trains is left as it is.
 */

import type { Checkpoint, Labelled, RunConfig, Stroke } from "../../../protocol";
import type { CsvProblem } from "./worker/csv.js";

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

/** rgba: [height, width, 4]. */
export interface Photograph {
  rgba: Uint8ClampedArray;
  width: number;
  height: number;
}

export type { Labelled };

export type HandwritingMessage =
  /** What a network reads. pixels: [rows, 28 * 28]. */
  | { type: "handwritingRead"; network: Network; pixels: Uint8Array }
  /** What a network reads in `test` after it, or rather a copy of it, has learnt from `learn`. */
  | { type: "handwritingLearn"; network: Network; learn: Labelled; test: Uint8Array }
  /** The digit in a photograph, as the network takes one. */
  | { type: "handwritingFound"; photograph: Photograph }
  /** A picture, or its file, as the network takes one; where it is of a digit on paper, that is cut out. */
  | { type: "handwritingPicture"; picture: Blob | ImageBitmap; isDigit: boolean }
  /** Pictures in a table. bytes: of its file. */
  | { type: "handwritingTable"; bytes: Uint8Array };

export interface HandwritingResults {
  /** [rows, 10] */
  handwritingRead: Float32Array;
  /** [rows, 10] */
  handwritingLearn: Float32Array;
  /** [28 * 28]; null where there is none. */
  handwritingFound: Uint8Array | null;
  /** [28 * 28]; null where it is none that can be read. */
  handwritingPicture: Uint8Array | null;
  handwritingTable: Labelled | CsvProblem;
}
