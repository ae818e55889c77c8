/**
 * The part of the board of teaching in the messages between the page and its worker: what a network that was taught with
 * some drawings takes another drawing for.
 *
 * Every answer follows from its request alone, so that nothing is lost with a worker.
 */

import type { Stroke } from "../../protocol";

declare module "../../protocol" {
  interface Parts {
    teach: { message: TeachMessage; results: TeachResults; event: never };
  }
}

export interface TaughtDrawing {
  strokes: Stroke[];
  /** Which kind it is of, from 0. */
  kind: number;
}

/** All that the network learns from. */
export interface Teaching {
  /** Another number, other content: by it the worker knows what it has learnt already. */
  number: number;
  drawings: TaughtDrawing[];
  kinds: number;
  seed: number;
}

export type TeachMessage =
  /** What a drawing is taken for. One without strokes only has the teaching learnt. */
  | { type: "teachGuess"; teaching: Teaching; strokes: Stroke[]; penWidth: number };

export interface TeachResults {
  teachGuess: TeachAnswer;
}

export interface TeachAnswer {
  /** A probability for each kind; null where there is no drawing, or nothing has been learnt. */
  probabilities: Float32Array | null;
}
