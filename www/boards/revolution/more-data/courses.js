/**
 * The courses that have been run: one a seed, each of four networks that learn abreast. They outlive a look at another
 * tab or board.
 */

import { signal } from "@preact/signals-core";
import { ProblemError } from "../../../client.js";
import { tracked } from "../../../shell/signals.js";
import { TakeBack } from "../../../shell/take-back.js";
import { fields } from "./fields.js";
import { SIZES, planOf } from "./plan.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { EventOf } from "../../../protocol" */
/** @import { MoreDataServices } from "./fields.js" */
/** @import { Course } from "./summary.js" */

export class Courses {
  /** It trains, or will as soon as it can. */
  isOn = false;
  /** What the worker is asked for is numbered, so that only the newest counts. */
  #asked = 0;
  /** Of the newest course: the only one that the worker still has. */
  #number = 0;
  /** By seed; another map whenever one of them has come further. @type {Signal<Map<number, Course>>} */
  #courses = signal(new Map());

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
    return this.#seeds.flatMap((seed) => this.#courses.value.get(seed) ?? []);
  }

  get areOver() {
    return this.#seeds.every((seed) => this.#courses.value.get(seed)?.isOver);
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
    const courses = this.#courses.value;
    const { seed, seeds } = this.services.state.values;
    const tests = [...courses.values()].flatMap(({ scores }) => scores.flat()).length;
    this.#begin(new Map());
    this.services.state.set({ seeds: fields.seeds.fallback });
    this.takeBack.offer(tests, () => {
      this.#begin(courses);
      this.services.state.set({ seed, seeds });
    });
  }

  /** @param {Map<number, Course>} courses by seed */
  #begin(courses) {
    this.pause();
    this.#courses.value = courses;
  }

  get #seeds() {
    const { seed, seeds } = this.services.state.values;
    return Array.from({ length: seeds }, (_, index) => seed + index);
  }

  /** @param {number} tests of each course that is not over */
  async #go(tests) {
    const asked = (this.#asked += 1);
    this.isOn = true;
    try {
      for (const seed of this.#seeds) {
        if (asked !== this.#asked) return;
        if (this.#courses.value.get(seed)?.isOver) continue;
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
    const course = this.#underWay(seed);
    try {
      const { isOver } = await this.services.client.request("moreDataTrain", { number: course.number, plan: planOf(seed), tests });
      // It has come further since, or has been forgotten.
      const now = this.#courses.value.get(seed);
      if (now?.number === course.number) this.#put({ ...now, isOver });
    } catch (error) {
      const died = error instanceof ProblemError && error.problem.code === "worker-died";
      if (!died || isUnwanted()) throw error;
      // The next worker knows nothing of the course, but the same seed goes the same way.
      this.#number += 1;
      await this.#train(seed, tests, isUnwanted);
    }
  }

  /** The course of this seed, from its beginning where the worker does not have it any more. @param {number} seed */
  #underWay(seed) {
    const known = this.#courses.value.get(seed);
    if (known && known.number === this.#number) return known;
    /** @type {Course} */
    const course = { seed, number: (this.#number += 1), scores: SIZES.map(() => []), isOver: false };
    this.#put(course);
    return course;
  }

  /** @param {EventOf<"moreData">} event */
  #take({ number, score }) {
    const course = [...this.#courses.value.values()].find((course) => course.number === number);
    if (course) this.#put({ ...course, scores: course.scores.map((scores, network) => (network === score.network ? [...scores, score] : scores)) });
    this.takeBack.goOn();
  }

  /** @param {Course} course as it is now */
  #put(course) {
    this.#courses.value = new Map(this.#courses.value).set(course.seed, course);
  }
}
