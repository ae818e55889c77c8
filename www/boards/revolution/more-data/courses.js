/**
 * The courses that have been run: one a seed, each of four networks that learn abreast. They outlive a look at another
 * tab or board.
 */

import { ProblemError } from "../../../client.js";
import { TakeBack } from "../../../shell/take-back.js";
import { fields } from "./fields.js";
import { SIZES, planOf } from "./plan.js";

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
  /** By seed. @type {Map<number, Course>} */
  #courses = new Map();
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** The board's, which come anew every time that it is shown. @type {MoreDataServices} */
  services;

  /** @param {MoreDataServices} services */
  constructor(services) {
    this.services = services;
    this.takeBack = new TakeBack(this);
    services.client.on("moreData", (event) => this.#take(event));
  }

  /**
   * @param {() => void} listener told whenever anything here has changed
   * @returns {() => void} ends it
   */
  onChange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Those that the board's state asks for, as far as they have been run. */
  get shown() {
    return this.#seeds.flatMap((seed) => this.#courses.get(seed) ?? []);
  }

  get areOver() {
    return this.#seeds.every((seed) => this.#courses.get(seed)?.isOver);
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
    this.#changed();
    this.services.client.request("moreDataPause", {}).catch((error) => this.#report(error));
  }

  /** Forgets all of them; they can be had back. */
  reset() {
    const courses = this.#courses;
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
    this.#courses = courses;
    this.#changed();
  }

  get #seeds() {
    const { seed, seeds } = this.services.state.values;
    return Array.from({ length: seeds }, (_, index) => seed + index);
  }

  /** @param {number} tests of each course that is not over */
  async #go(tests) {
    const asked = (this.#asked += 1);
    this.isOn = true;
    this.#changed();
    try {
      for (const seed of this.#seeds) {
        if (asked !== this.#asked) return;
        if (this.#courses.get(seed)?.isOver) continue;
        await this.#train(seed, tests, () => asked !== this.#asked);
        if (tests === 1) return;
      }
    } catch (error) {
      this.#report(error);
    } finally {
      if (asked === this.#asked) {
        this.isOn = false;
        this.#changed();
      }
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
      course.isOver = isOver;
      this.#changed();
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
    const known = this.#courses.get(seed);
    if (known && known.number === this.#number) return known;
    /** @type {Course} */
    const course = { seed, number: (this.#number += 1), scores: SIZES.map(() => []), isOver: false };
    this.#courses.set(seed, course);
    return course;
  }

  /** @param {EventOf<"moreData">} event */
  #take({ number, score }) {
    const course = [...this.#courses.values()].find((course) => course.number === number);
    course?.scores[score.network]?.push(score);
    this.takeBack.goOn();
    this.#changed();
  }

  /** @param {unknown} error */
  #report(error) {
    if (!(error instanceof ProblemError)) throw error;
    const { code, detail } = error.problem;
    // A worker's death is told by itself.
    if (code === "worker-died" || code === "worker-failed") return;
    this.services.notices.problem({ id: code, text: `problem.${code}`, values: { detail } });
  }

  #changed() {
    for (const listener of this.#listeners) listener();
  }
}
