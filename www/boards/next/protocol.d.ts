/**
 * The part of the board of what comes next in the messages between the page and its worker.
 */

import type { Stroke } from "../../protocol";

declare module "../../protocol" {
  interface Parts {
    next: { message: NextMessage; results: NextResults; event: never };
  }
}

export type NextMessage =
  /** A drawing as a network sees it. */
  | { type: "nextPicture"; strokes: Stroke[]; penWidth: number };

export interface NextResults {
  /** [28 * 28], or empty where there is no stroke. */
  nextPicture: Uint8Array;
}
