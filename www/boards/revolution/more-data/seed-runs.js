/**
 * The runs so far: one a seed, each of four networks that learn abreast. They outlive a look at another
 * tab or board.
 */

import { signal } from "@preact/signals-core";
import { ProblemError } from "../../../client.js";
import { tracked } from "../../../shell/signals.js";
import { TakeBack } from "../../../shell/take-back.js";
import { settings } from "./settings.js";
import { SIZES, planOf } from "./plan.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { EventOf } from "../../../protocol" */
/** @import { MoreDataServices } from "./settings.js" */
/** @import { SeedRun } from "./summary.js" */

export class SeedRuns {
  /** It trains, or will as soon as it can. */
  isOn = false;
  /** What the worker is asked for is numbered, so that only the newest counts. */
  #asked = 0;
  /** Of the newest run: the only one that the worker still has. */
  #number = 0;
  /** By seed; another map whenever one of them has come further. @type {Signal<Map<number, SeedRun>>} */
  #runs = signal(new Map());

  /** The board's, which come anew every time that it is shown. @type {MoreDataServices} */
  services;

  /** @param {MoreDataServices} services */
  constructor(services) {
    this.services = services;
    this.takeBack = new TakeBack(this);
    tracked(this, "isOn");
    services.client.on("moreData", (event) => this.#take(event));
  }

  /** Those that the board's state asks for, as far as they have been run. */
  get shown() {
    return this.#seeds.flatMap((seed) => this.#runs.value.get(seed) ?? []);
  }

  get areOver() {
    return this.#seeds.every((seed) => this.#runs.value.get(seed)?.isOver);
  }

  run() {
    void this.#go(planOf(0).testSteps.length);
  }

  /** To the next test; not under a run, which would stop in the middle of one. */
  step() {
    if (!this.isOn && !this.areOver) void this.#go(1);
  }

  pause() {
    if (!this.isOn) return;
    this.#asked += 1;
    this.isOn = false;
    this.services.client.request("moreDataPause", {}).catch(this.services.explain);
  }

  /** Forgets all of them; they can be had back. */
  reset() {
    const runs = this.#runs.value;
    const { seed, seeds } = this.services.state.values;
    const tests = [...runs.values()].flatMap(({ scores }) => scores.flat()).length;
    this.#begin(new Map());
    this.services.state.set({ seeds: settings.seeds.fallback });
    this.takeBack.offer(tests, () => {
      this.#begin(runs);
      this.services.state.set({ seed, seeds });
    });
  }

  /** @param {Map<number, SeedRun>} runs by seed */
  #begin(runs) {
    this.pause();
    this.#runs.value = runs;
  }

  get #seeds() {
    const { seed, seeds } = this.services.state.values;
    return Array.from({ length: seeds }, (_, index) => seed + index);
  }

  /** @param {number} tests of each run that is not over */
  async #go(tests) {
    const asked = (this.#asked += 1);
    this.isOn = true;
    try {
      for (const seed of this.#seeds) {
        if (asked !== this.#asked) return;
        if (this.#runs.value.get(seed)?.isOver) continue;
        await this.#train(seed, tests, () => asked !== this.#asked);
        if (tests === 1) return;
      }
    } catch (error) {
      this.services.explain(error);
    } finally {
      if (asked === this.#asked) this.isOn = false;
    }
  }

  /**
   * @param {number} seed
   * @param {number} tests
   * @param {() => boolean} isUnwanted
   */
  async #train(seed, tests, isUnwanted) {
    const run = this.#underWay(seed);
    try {
      const { isOver } = await this.services.client.request("moreDataTrain", { number: run.number, plan: planOf(seed), tests });
      // It has come further since, or has been forgotten.
      const now = this.#runs.value.get(seed);
      if (now?.number === run.number) this.#put({ ...now, isOver });
    } catch (error) {
      const died = error instanceof ProblemError && error.problem.code === "worker-died";
      if (!died || isUnwanted()) throw error;
      // The next worker knows nothing of the run, but the same seed goes the same way.
      this.#number += 1;
      await this.#train(seed, tests, isUnwanted);
    }
  }

  /** The run of this seed, from its beginning where the worker does not have it any more. @param {number} seed */
  #underWay(seed) {
    const known = this.#runs.value.get(seed);
    if (known && known.number === this.#number) return known;
    /** @type {SeedRun} */
    const run = { seed, number: (this.#number += 1), scores: SIZES.map(() => []), isOver: false };
    this.#put(run);
    return run;
  }

  /** @param {EventOf<"moreData">} event */
  #take({ number, score }) {
    const run = [...this.#runs.value.values()].find((run) => run.number === number);
    if (run) this.#put({ ...run, scores: run.scores.map((scores, network) => (network === score.network ? [...scores, score] : scores)) });
    this.takeBack.goOn();
  }

  /** @param {SeedRun} run as it is now */
  #put(run) {
    this.#runs.value = new Map(this.#runs.value).set(run.seed, run);
  }
}
