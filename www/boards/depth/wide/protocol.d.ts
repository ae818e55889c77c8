/**
 * The part of this tab in the messages between the page and its worker: networks of several shapes learn one spiral abreast.
 */

import type { NetworkConfig } from "../../../protocol";
import type { PlanarSet } from "../playground/protocol";

declare module "../../../protocol" {
  interface Parts {
    wide: { message: WideMessage; results: WideResults; event: never };
  }
}

export interface WidePlan {
  networks: NetworkConfig[];
  /** Of the spiral that `seed` determines; half of them train, the others test. */
  points: number;
  noise: number;
  /** The plane is looked at from -edge to edge. */
  edge: number;
  seed: number;
  /** The steps after which each is tried; training ends with the last one. */
  testSteps: number[];
}

export type WideMessage =
  /** Trains the networks of a plan abreast until each has been tried `tests` times more. Another number begins anew. */
  | { type: "wideTrain"; number: number; plan: WidePlan; tests: number }
  | { type: "widePause" }
  /** What each network of a plan decides at every place: as it has learnt, or with fresh weights where it has not begun. */
  | { type: "wideMaps"; plan: WidePlan };

export interface WideResults {
  wideTrain: { isOver: boolean };
  widePause: null;
  wideMaps: WideMaps;
}

export interface WideMaps {
  /** Cells on a side. */
  side: number;
  /** [networks][side * side], from 0 to 1, the top row first. */
  answers: Float32Array[];
  /** The points that they learn from. */
  training: PlanarSet;
}
