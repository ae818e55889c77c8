/**
 * The machine's cores: how many of them a step is divided among is found by trying, and remembered.
 */

import { within } from "../../ticks.js";
import { isOutOfMemory } from "../failure.js";
import { recall, remember } from "../remembered.js";
import { letPass, newGate } from "./gate.js";
import HelperWorker from "./helper.js?worker";

/** @typedef {{ module: WebAssembly.Module, memory: WebAssembly.Memory }} Shared what all workers work with */
/** @typedef {Pick<typeof import("../../../pkg/threads/chalknet.js"), "Trainer" | "setThreads">} Engine */

/** One core is the page's, where there are more than two; and many more than these have nothing to do. */
const most = Math.max(2, Math.min(navigator.hardwareConcurrency - 1, 12));

/** So much faster a network must learn for more cores to be used. */
const WORTH = 1.1;

/** In ticks: a helper that has not come by then is done without. */
const PATIENCE = 4;

/** What is tried: steps of the network that the visitor finds on `digits`, on noise. */
const PIXELS = 784;
const LAYERS = [PIXELS, 512, 512, 10];
const BATCH = 64;
const STEPS = 8;

export class Cores {
  /** @type {Worker[]} */
  #helpers = [];
  /** @type {Promise<number> | null} */
  #threads = null;

  /**
   * @param {Engine} engine
   * @param {Shared} shared
   */
  constructor(engine, shared) {
    this.engine = engine;
    this.shared = shared;
  }

  /** Has trainers that are made from now on use as many as it pays to; resolves to how many these are. */
  ready() {
    return (this.#threads ??= this.#choose());
  }

  async #choose() {
    const key = `threads of ${most}`;
    const known = Number(await recall(key));
    if (known >= 1 && known <= most) return this.#use(known);
    const threads = await this.#fastest().catch((error) => {
      if (!isOutOfMemory(error)) throw error;
      return 1;
    });
    void remember(key, String(threads));
    return this.#use(threads);
  }

  /** Twice as many each time, for as long as it pays. */
  async #fastest() {
    let [fastest, threads] = [await this.#speed(), 1];
    for (let more = 2; more < 2 * most; more *= 2) {
      const wanted = Math.min(more, most);
      if ((await this.#use(wanted)) < wanted) break;
      const speed = await this.#speed();
      if (speed < fastest * WORTH) break;
      [fastest, threads] = [speed, wanted];
    }
    return threads;
  }

  /**
   * Has so many, or fewer where no more come.
   * @param {number} threads
   */
  async #use(threads) {
    // Whoever goes has fallen asleep: nothing is under way while this runs.
    for (const helper of this.#helpers.splice(threads - 1)) helper.terminate();
    while (this.#helpers.length < threads - 1) {
      const helper = await this.#recruit();
      if (!helper) break;
      this.#helpers.push(helper);
    }
    this.engine.setThreads(1 + this.#helpers.length);
    return 1 + this.#helpers.length;
  }

  /** @returns {Promise<Worker | null>} */
  async #recruit() {
    const helper = new HelperWorker();
    const gate = newGate();
    try {
      await within(
        new Promise((resolve, reject) => {
          helper.onmessage = resolve;
          helper.onerror = reject;
          helper.postMessage({ ...this.shared, gate });
        }),
        PATIENCE,
        "a helper",
      );
      letPass(gate);
      return helper;
    } catch (error) {
      console.warn("One core less helps:", error);
      helper.terminate();
      return null;
    }
  }

  /** Steps a second. @returns {Promise<number>} */
  async #speed() {
    const trainer = await this.engine.Trainer.create({ layers: LAYERS, batchSize: BATCH, backend: "cpu", seed: 1 });
    try {
      trainer.addTrainingData(noise(BATCH * PIXELS), new Uint8Array(BATCH));
      // The first step also makes what the later ones use.
      await trainer.train(1);
      const started = performance.now();
      await trainer.train(STEPS);
      return (1000 * STEPS) / (performance.now() - started);
    } finally {
      trainer.free();
    }
  }
}

/** Images have ink on a fifth of their places, in runs. @param {number} length */
const noise = (length) => Uint8Array.from({ length }, (_, place) => (place % 50 < 10 ? place % 256 : 0));
