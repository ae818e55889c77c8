/**
 * When the weights are kept to come back to, and when the page gets a copy against the death of this worker.
 */

/** @import { Checkpoint } from "../protocol" */
/** @import { Run } from "./run.js" */

const KEEP_INTERVAL_MS = 2000;
const SEND_INTERVAL_MS = 5000;

/** Behind the numbers there is their checksum, whose bits may look like any number, or like none. */
const CHECKSUM_BYTES = 8;

/**
 * Whether all numbers in a checkpoint are finite. What stands before the weights are small whole numbers, which are so when they
 * are read as others, too.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function isFinite(bytes) {
  return new Float32Array(bytes.buffer, 0, (bytes.length - CHECKSUM_BYTES) / Float32Array.BYTES_PER_ELEMENT).every(Number.isFinite);
}

export class Checkpoints {
  #keptAt = performance.now();
  #sentAt = -Infinity;
  /** @type {Checkpoint | null} */
  #sent = null;

  /**
   * @param {Run} run
   * @param {(checkpoint: Checkpoint) => void} send gets a copy of its own
   */
  constructor(run, send) {
    this.run = run;
    this.send = send;
  }

  get due() {
    return performance.now() - this.#keptAt >= KEEP_INTERVAL_MS;
  }

  /**
   * Keeps the weights as they are.
   * @param {number} seconds of training so far
   * @param {{ atRest: boolean }} when at rest the page gets them in any case
   * @returns {Promise<boolean>} false where a weight is not finite: then the earlier ones stay
   */
  async keep(seconds, { atRest }) {
    const kept = await this.run.keepCheckpoint(seconds);
    this.#keptAt = performance.now();
    if (atRest || this.#keptAt - this.#sentAt >= SEND_INTERVAL_MS) this.#send();
    return kept;
  }

  /** The weights as they are did well. @param {number} learningRate that led there */
  keptGood(learningRate) {
    const { checkpoint } = this.run;
    if (checkpoint) this.run.good = { checkpoint, learningRate };
  }

  /** What was kept since the last good weights is ruined: nobody is to go on with it. */
  fallBack() {
    if (this.run.good) this.run.checkpoint = this.run.good.checkpoint;
    this.#send();
  }

  #send() {
    const { checkpoint } = this.run;
    if (!checkpoint || checkpoint === this.#sent) return;
    this.#sentAt = performance.now();
    this.#sent = checkpoint;
    this.send(checkpoint);
  }
}
