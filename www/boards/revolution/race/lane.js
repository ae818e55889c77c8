/**
 * One lane of the race: a worker of its own on one device, and what it has done.
 */

import { ProblemError, createClient } from "../../../client.js";
import { tracked } from "../../../shell/signals.js";
import { BATCH } from "./plan.js";

/** @import { Backend, Problem } from "../../../protocol" */
/** @import { RaceCourse, RaceLane, RaceProgress } from "../protocol" */

/** @typedef {"idle" | "warming-up" | "ready" | "running" | "finished" | "absent" | "failed"} LaneState */

export class Lane {
  /** @type {LaneState} */
  state = "idle";
  /** @type {RaceLane | null} */
  info = null;
  /** Why it failed. @type {Problem | null} */
  problem = null;
  seconds = 0;
  /** [steps]: the mean loss of each batch, and when it was known, in seconds from the start. */
  losses = /** @type {number[]} */ ([]);
  times = /** @type {number[]} */ ([]);

  /** @param {Backend} backend */
  constructor(backend) {
    this.backend = backend;
    tracked(this, "state", "info", "problem", "seconds", "losses", "times");
  }

  /** Batches done. */
  get step() {
    return this.losses.length;
  }

  /** 0 before it can be told. */
  get imagesPerSecond() {
    return this.seconds > 0 ? (this.step * BATCH) / this.seconds : 0;
  }

  /** @param {RaceCourse} course */
  prepare(course) {
    return this.#try(async () => {
      this.state = "warming-up";
      this.client = createClient({ backend: this.backend, dataUrl: null });
      this.client.on("engine", ({ engine }) => {
        if (engine.state === "missing") this.close();
      });
      this.client.on("race", ({ progress }) => this.#take(progress));
      this.info = await this.client.request("revolutionRacePrepare", { backend: this.backend, course });
      this.state = this.info.isReady ? "ready" : "absent";
    });
  }

  /** @param {number} steps */
  run(steps) {
    return this.#try(async () => {
      this.state = "running";
      await this.client?.request("revolutionRaceStart", { steps });
      this.state = "finished";
    });
  }

  /** Ends its worker. */
  close() {
    this.client?.close();
  }

  /** @param {() => Promise<void>} work that may end in a problem of this lane */
  async #try(work) {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      console.warn(error);
      this.problem = error.problem;
      this.close();
      this.state = "failed";
    }
  }

  /** @param {RaceProgress} progress */
  #take({ seconds, losses }) {
    const before = this.seconds;
    this.losses = [...this.losses, ...losses];
    this.times = [...this.times, ...Array.from(losses, (_, index) => before + ((seconds - before) * (index + 1)) / losses.length)];
    this.seconds = seconds;
  }
}
