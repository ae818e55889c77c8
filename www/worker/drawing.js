/**
 * The visitor's drawing, answered at once and again whenever the weights have changed.
 */

import { engineReady } from "./engine.js";
import { pictureOf } from "./picture.js";

/** @import { MessageOf, Prediction } from "../protocol" */
/** @import { Run } from "./run.js" */

/** Answers to one drawing while training; more could not be followed. */
const ANSWERS_PER_SECOND = 15;

export class Drawing {
  /** @type {MessageOf<"draw"> | null} */
  #newest = null;
  #stale = false;
  #answering = false;
  #answeredAt = -Infinity;

  /**
   * @param {() => Run | null} currentRun
   * @param {(prediction: Prediction) => void} send
   * @param {(error: unknown) => void} onError
   */
  constructor(currentRun, send, onError) {
    this.currentRun = currentRun;
    this.send = send;
    this.onError = onError;
  }

  /** @param {MessageOf<"draw">} drawing */
  set(drawing) {
    this.#newest = drawing;
    this.refresh();
  }

  /** For every change of the weights: most are passed over, the last one must be followed by `refresh`. */
  weightsChanged() {
    if (performance.now() - this.#answeredAt >= 1000 / ANSWERS_PER_SECOND) this.refresh();
  }

  /** Answers the drawing as it is with the weights as they are; one answer at a time, the newest drawing next. */
  refresh() {
    this.#stale = this.#newest !== null;
    if (this.#stale && !this.#answering) void this.#answerAll();
  }

  async #answerAll() {
    this.#answering = true;
    try {
      while (this.#stale && this.#newest) {
        this.#stale = false;
        await this.#answer(this.#newest);
      }
    } catch (error) {
      this.onError(error);
    } finally {
      this.#answering = false;
    }
  }

  /** @param {MessageOf<"draw">} drawing */
  async #answer({ strokes, penWidth, wantActivations }) {
    await engineReady();
    this.#answeredAt = performance.now();
    const run = this.currentRun();
    const pixels = pictureOf(strokes, penWidth);
    if (pixels.length === 0) {
      this.send({ step: run?.trainer.step ?? 0, answer: null });
      return;
    }
    // A run that is coming or going is followed by a refresh.
    if (!run || run.closed) return;
    const { step, outputs } = await run.use(async (trainer) => ({
      step: trainer.step,
      outputs: wantActivations ? await trainer.activations(pixels) : [await trainer.predict(pixels)],
    }));
    const probabilities = outputs.at(-1)?.slice() ?? new Float32Array();
    this.send({ step, answer: { pixels, probabilities, activations: wantActivations ? outputs : [] } });
  }
}
