/**
 * The course: the stops of its outline in their order, each with what of it was live in this lecture, and what to do next; and
 * one network in the frameworks that it is taught with.
 */

import { code } from "../../../i18n/index.js";
import { hereInPlace } from "../../../shell/arrival.js";
import { tabList } from "../../../shell/controls.js";
import { el, said, setText, translate } from "../../../shell/dom.js";
import { drawn, tracked } from "../../../shell/signals.js";

/** @import { CourseCode } from "./code.js" */
/** @import { CourseServices } from "./settings.js" */

/** Where something of it can be tried on these pages. */
const stops = /** @type {const} */ ([
  { id: "hello", address: "#/digits" },
  { id: "larger", address: "#/depth?tab=playground" },
  { id: "architectures", address: "#/next" },
  { id: "augmentation", address: "#/next?tab=few" },
  { id: "pretrained", address: "#/digits?view=code" },
  { id: "transfer", address: "#/next?tab=known" },
  { id: "platform", address: "#/digits?view=code" },
  { id: "frameworks", address: "#/next?tab=course&course=code" },
]);

export class Course {
  /** @type {CourseCode | null} */
  code = null;
  /** @type {Promise<void> | null} */
  #coming = null;

  /** @param {CourseServices} services */
  constructor(services) {
    tracked(this, "code");
    this.services = services;
    const { goOn, state } = services;
    this.map = el("div", { class: "course-map" }, el("ol", { class: "stops" }, ...stops.map(stop)));
    this.columns = el("div", { class: "course-code" });
    this.views = tabList(
      "course.views",
      [
        { id: "map", title: "course.map", panel: this.map },
        { id: "code", title: "course.code", panel: this.columns },
      ],
      (course) => state.set({ course }),
    );
    this.lead = el("p", { class: "lead" });
    this.element = el(
      "div",
      { class: "course" },
      el("div", { class: "course-head" }, this.views.element, this.lead, ...(goOn ? [el("button", { type: "button", class: "go", onclick: () => goOn.go(), ...said(goOn.to) })] : [])),
      this.map,
      this.columns,
    );
    this.actions = {};
    this.destroy = drawn(() => this.render());
  }

  render() {
    const { course } = this.services.state.values;
    this.views.set(course);
    setText(this.lead, this.services.t(course === "map" ? "course.lead" : "course.codeLead"));
    if (course === "map") return;
    if (this.code) this.code.render();
    else void (this.#coming ??= this.#fetch());
  }

  async #fetch() {
    const { t, learn } = this.services;
    const [{ CourseCode }] = await hereInPlace(() => Promise.all([import("./code.js"), learn([code])]), this.columns, t);
    const made = new CourseCode(this.services);
    this.columns.replaceChildren(...made.elements);
    translate(this.columns, t);
    this.code = made;
  }
}

/** @param {typeof stops[number]} stop */
function stop({ id, address }) {
  return el(
    "li",
    { class: "sheet" },
    el("h2", said(`course.${id}`)),
    el("p", said(`course.${id}.what`)),
    el("p", { class: "small" }, el("span", { class: "caption", ...said("course.live") }), el("a", { href: address, ...said(`course.${id}.live`) })),
    el("p", { class: "small" }, el("span", { class: "caption", ...said("course.then") }), el("span", said(`course.${id}.then`))),
  );
}
