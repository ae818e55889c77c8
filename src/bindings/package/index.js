/* The package in pages, workers and bundlers. */
export { describeCheckpoint } from "./core.js";
export { default } from "./load.js";
export { Trainer } from "./trainer.js";
