/**
 * More data: the same network, learning from a hundred images and from sixty thousand.
 */

import { el } from "../../../shell/dom.js";
import { keeping } from "../../../shell/kept.js";
import { drawn } from "../../../shell/signals.js";
import { AccuracyChart } from "./chart.js";
import { Controls } from "./controls.js";
import { Courses } from "./courses.js";
import { fields, limits } from "./fields.js";
import { Results } from "./results.js";

/** @import { MoreDataServices } from "./fields.js" */

export { fields };

const coursesFor = keeping(Courses);

export class MoreData {
  /** @param {MoreDataServices} services */
  constructor(services) {
    this.services = services;
    const courses = coursesFor(services);
    this.courses = courses;
    courses.takeBack.enter();
    this.controls = new Controls(courses, services, { toggle: () => this.toggle(), step: () => this.step(), reset: () => this.reset() });
    this.chart = new AccuracyChart(courses, services);
    this.results = new Results(courses, services);
    this.element = el("div", { class: "more-data" }, this.controls.element, this.chart.element, this.results.element);
    this.keys = { run: () => this.toggle(), step: () => this.step(), reset: () => this.reset() };
    this.ends = [this.controls, this.chart, this.results].map((part) => drawn(() => part.render()));
  }

  destroy() {
    this.courses.pause();
    this.courses.takeBack.leave();
    for (const end of this.ends) end();
    this.chart.destroy();
  }

  /** Runs what is left to be run; where nothing is, another seed. */
  toggle() {
    const { courses, services } = this;
    if (courses.isOn) return courses.pause();
    const { seeds } = services.state.values;
    if (courses.areOver && seeds === limits.seeds.max) return;
    if (courses.areOver) services.state.set({ seeds: seeds + 1 });
    courses.run();
  }

  step() {
    this.courses.step();
  }

  reset() {
    this.courses.reset();
  }
}
