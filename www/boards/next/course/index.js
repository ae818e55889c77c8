/**
 * The course: the stops of its outline in their order, each with what of it was live in this lecture, and what to do next.
 */

import { el, said } from "../../../shell/dom.js";

/** @import { Services } from "../../../shell/types" */

/** Where something of it can be tried on these pages; null where nothing can. */
const stops = /** @type {const} */ ([
  { id: "hello", address: "#/digits" },
  { id: "larger", address: "#/depth?tab=playground" },
  { id: "architectures", address: "#/next" },
  { id: "augmentation", address: "#/rules?section=learn" },
  { id: "pretrained", address: "#/digits" },
  { id: "transfer", address: null },
  { id: "platform", address: "#/digits?view=code" },
  { id: "frameworks", address: "#/digits?view=code" },
]);

export class CourseMap {
  /** @param {Services<any>} services */
  constructor({ goOn }) {
    this.element = el(
      "div",
      { class: "course" },
      el("p", { class: "lead", ...said("course.lead") }),
      ...(goOn ? [el("button", { type: "button", class: "go", onclick: () => goOn.go(), ...said(goOn.to) })] : []),
      el("ol", { class: "stops" }, ...stops.map(stop)),
    );
    this.keys = {};
  }

  destroy() {}
}

/** @param {typeof stops[number]} stop */
function stop({ id, address }) {
  const live = address ? el("a", { href: address, ...said(`course.${id}.live`) }) : el("span", said(`course.${id}.live`));
  return el(
    "li",
    { class: "sheet" },
    el("h2", said(`course.${id}`)),
    el("p", said(`course.${id}.what`)),
    el("p", { class: "small" }, el("span", { class: "caption", ...said("course.live") }), live),
    el("p", { class: "small" }, el("span", { class: "caption", ...said("course.then") }), el("span", said(`course.${id}.then`))),
  );
}
