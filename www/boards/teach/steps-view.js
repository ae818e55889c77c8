/**
 * The three steps of learning by example, each lit when it happens.
 */

import { el, named, said } from "../../shell/dom.js";

/** @import { TeachLesson } from "./lesson.js" */

const steps = /** @type {const} */ (["teach.step.given", "teach.step.guesses", "teach.step.learns"]);

export class StepsView {
  /** @param {TeachLesson} lesson */
  constructor(lesson) {
    this.lesson = lesson;
    this.items = steps.map((step) => el("li", said(step)));
    this.element = el("ol", { class: "steps", ...named("teach.steps") }, ...this.items);
  }

  render() {
    const { guess, knows } = this.lesson;
    const now = !knows ? 0 : guess ? 1 : 2;
    for (const [index, item] of this.items.entries()) {
      if (index === now) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    }
  }
}
