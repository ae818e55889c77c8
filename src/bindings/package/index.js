/* The package in pages, workers and bundlers. */
import { plain } from "./arrays.js";
import { describeCheckpoint as describe } from "./core.js";
import { checkLoaded } from "./load.js";

export { default } from "./load.js";
export { Trainer } from "./trainer.js";

export function describeCheckpoint(checkpoint) {
  checkLoaded();
  return describe(plain(checkpoint));
}
