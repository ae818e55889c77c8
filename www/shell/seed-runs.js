/**
 * An experiment that is repeated over seeds: one run a seed, each of several networks that learn abreast in the worker. Its
 * runs outlive a look at another tab or board.
 */

import { signal } from "@preact/signals-core";
import { ProblemError } from "../client.js";
import { tracked } from "./signals.js";
import { TakeBack } from "./take-back.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { EventOf } from "../protocol" */
/** @import { SeedRun } from "./spread.js" */
/** @import { Services } from "./types" */

/** The first seed, and how many there are; the others follow it. @typedef {{ seed: number, seeds: number }} Seeds */

/** The settings have them between these. */
export const seedLimits = {
  seed: { min: 0, max: 2 ** 32 - 10 },
  seeds: { min: 1, max: 9 },
};

/** What the worker is to do: networks of this number begin with this seed, or go on until each has been tried so often again.
 *  @typedef {{ number: number, seed: number, variant: string, tests: number }} Wanted */

/**
 * @template S
 * @typedef {object} Experiment
 * @property {number} networks that learn abreast
 * @property {number} tests how often each of them is tried
 * @property {(services: S) => Seeds} seeds as the state has them
 * @property {(services: S, seeds: Seeds | null) => void} setSeeds null for as many as there are at first
 * @property {(services: S) => string[]} [variants] what else determines a run, besides its seed: of each one after the other
 * @property {(services: S, wanted: Wanted) => Promise<{ isOver: boolean }>} train asks the worker
 * @property {(services: S) => Promise<unknown>} pause asks the worker
 */

/** Where one of these ends a run, the same seed goes the same way in the next worker, or on the other device. */
const gone = ["worker-died", "device-lost", "device-hung", "device-failed"];

/** What any experiment asks of the worker is numbered, and so are the scores that come of it. */
let numbers = 0;

/** @template {Pick<Services<unknown>, "client" | "notices" | "explain">} S */
export class SeedRuns {
  /** It trains, or will as soon as it can. */
  isOn = false;
  /** What was asked for is counted, so that only the newest counts. */
  #asked = 0;
  /** Of the newest run: the only one that the worker still has. */
  #number = 0;
  /** How many tests of each run it goes on for. */
  #tests = 0;
  /** By key; another map whenever one of them has come further. @type {Signal<Map<string, SeedRun>>} */
  #runs = signal(new Map());

  /** The board's, which come anew every time that it is shown. @type {S} */
  services;

  /**
   * @param {S} services
   * @param {Experiment<S>} experiment
   */
  constructor(services, experiment) {
    this.services = services;
    this.experiment = experiment;
    this.takeBack = new TakeBack(this);
    tracked(this, "isOn");
    services.client.on("score", (event) => this.#take(event));
  }

  /** Those that the board's state asks for, as far as they have been run. */
  get shown() {
    return this.#wanted.flatMap(({ key }) => this.#runs.value.get(key) ?? []);
  }

  /** Those of one variant, whether the state asks for it or not. @param {string} variant */
  shownOf(variant) {
    return this.#wantedOf(variant).flatMap(({ key }) => this.#runs.value.get(key) ?? []);
  }

  /** All that are over, whether the state asks for them or not. */
  get over() {
    return [...this.#runs.value.values()].filter(({ isOver }) => isOver);
  }

  /** Puts runs of another visit beside those of this one, under numbers of this one, which it tells in their order. @param {SeedRun[]} runs that are over */
  add(runs) {
    this.pause();
    const added = runs.map((run) => ({ ...run, number: (numbers += 1) }));
    this.#runs.value = new Map([...this.#runs.value, .../** @type {[string, SeedRun][]} */ (added.map((run) => [run.key, run]))]);
    return added.map(({ number }) => number);
  }

  /** The run that was come to last. Pictures are of one seed, where numbers are of all. */
  get newest() {
    return this.shown.findLast(({ scores }) => scores.some((of) => of.length > 0));
  }

  /** Of that run; the first one before there is any. */
  get newestSeed() {
    return this.newest?.seed ?? this.experiment.seeds(this.services).seed;
  }

  get areOver() {
    return !this.#next;
  }

  /** Runs what is left to be run, or pauses; where nothing is left, runs another seed. */
  toggle() {
    if (this.isOn) return this.pause();
    const { experiment, services } = this;
    const { seed, seeds } = experiment.seeds(services);
    if (this.areOver && seeds === seedLimits.seeds.max) return;
    if (this.areOver) experiment.setSeeds(services, { seed, seeds: seeds + 1 });
    void this.#go(experiment.tests);
  }

  /** To the next test; not under a run, which would stop in the middle of one. */
  step() {
    if (!this.isOn && !this.areOver) void this.#go(1);
  }

  pause() {
    if (!this.isOn) return;
    this.#asked += 1;
    this.isOn = false;
    this.experiment.pause(this.services).catch(this.services.explain);
  }

  /** Forgets all of them; they can be had back. */
  reset() {
    const { experiment, services } = this;
    const runs = this.#runs.value;
    // As they are now: the state's values follow it.
    const { seed, seeds } = experiment.seeds(services);
    const tests = [...runs.values()].flatMap(({ scores }) => scores.flat()).length;
    this.#begin(new Map());
    experiment.setSeeds(services, null);
    this.takeBack.offer(tests, () => {
      this.#begin(runs);
      experiment.setSeeds(this.services, { seed, seeds });
    });
  }

  /** @param {Map<string, SeedRun>} runs by key */
  #begin(runs) {
    this.pause();
    this.#runs.value = runs;
  }

  /** What is to be run. */
  get #wanted() {
    const { experiment, services } = this;
    return (experiment.variants?.(services) ?? [""]).flatMap((variant) => this.#wantedOf(variant));
  }

  /** The first of them that is not over. */
  get #next() {
    return this.#wanted.find(({ key }) => !this.#runs.value.get(key)?.isOver);
  }

  /** Goes on with what is wanted now, where that is not what is under way. */
  heed() {
    const underWay = [...this.#runs.value.values()].find(({ number }) => number === this.#number);
    if (this.isOn && underWay && !this.#wanted.some(({ key }) => key === underWay.key)) void this.#go(this.#tests);
  }

  /** By its key each run is found again. @param {string} variant */
  #wantedOf(variant) {
    const { seed, seeds } = this.experiment.seeds(this.services);
    return Array.from({ length: seeds }, (_, index) => ({ seed: seed + index, variant, key: `${seed + index} ${variant}` }));
  }

  /** @param {number} tests of each run that is not over */
  async #go(tests) {
    const asked = (this.#asked += 1);
    this.#tests = tests;
    this.isOn = true;
    try {
      // As it is wanted now: another seed may have been asked for meanwhile.
      for (let wanted = this.#next; wanted && asked === this.#asked; wanted = this.#next) {
        await this.#train(wanted, tests, () => asked !== this.#asked);
        if (tests === 1) return;
      }
    } catch (error) {
      this.services.explain(error);
    } finally {
      if (asked === this.#asked) this.isOn = false;
    }
  }

  /**
   * @param {{ seed: number, variant: string, key: string }} wanted
   * @param {number} tests
   * @param {() => boolean} isUnwanted
   */
  async #train(wanted, tests, isUnwanted) {
    const { seed, variant } = wanted;
    const { number } = this.#underWay(wanted);
    try {
      const { isOver } = await this.experiment.train(this.services, { number, seed, variant, tests });
      // It has come further since, or has been forgotten.
      const now = this.#runs.value.get(wanted.key);
      if (now?.number === number) this.#put({ ...now, isOver });
    } catch (error) {
      const isGone = error instanceof ProblemError && gone.includes(error.problem.code);
      if (!isGone || isUnwanted()) throw error;
      this.#number = 0;
      await this.#train(wanted, tests, isUnwanted);
    }
  }

  /** The run of this seed, from its beginning where the worker does not have it any more. @param {{ seed: number, key: string }} wanted */
  #underWay({ seed, key }) {
    const known = this.#runs.value.get(key);
    if (known && known.number === this.#number) return known;
    this.#number = numbers += 1;
    /** @type {SeedRun} */
    const run = { key, seed, number: this.#number, scores: Array.from({ length: this.experiment.networks }, () => []), isOver: false };
    this.#put(run);
    return run;
  }

  /** @param {EventOf<"score">} event */
  #take({ number, score }) {
    const run = [...this.#runs.value.values()].find((run) => run.number === number);
    if (!run) return;
    this.#put({ ...run, scores: run.scores.map((scores, network) => (network === score.network ? [...scores, score] : scores)) });
    this.takeBack.goOn();
    this.heed();
  }

  /** @param {SeedRun} run as it is now */
  #put(run) {
    this.#runs.value = new Map(this.#runs.value).set(run.key, run);
  }
}
