/**
 * One network three times: as code for Keras, for PyTorch and for this page's engine, side by side where there is room.
 */

import { chalknet, chalknetParts } from "../../../code/chalknet.js";
import { headingsIn } from "../../../code/headings.js";
import { keras, kerasParts } from "../../../code/keras.js";
import { CodePanel } from "../../../code/panel.js";
import { pytorch, pytorchParts } from "../../../code/pytorch.js";
import { segmented } from "../../../shell/controls.js";
import { el, said } from "../../../shell/dom.js";
import { networkOf } from "./network.js";
import { extents } from "./settings.js";

/** @import { CourseServices } from "./settings.js" */

const libraries = /** @type {const} */ ([
  { id: "keras", partsOf: kerasParts, write: keras },
  { id: "pytorch", partsOf: pytorchParts, write: pytorch },
  { id: "chalknet", partsOf: chalknetParts, write: chalknet },
]);

export class CourseCode {
  /** @param {CourseServices} services */
  constructor(services) {
    this.services = services;
    this.extent = segmented("course.extent", extents, (extent) => `course.${extent}`, (courseCode) => services.state.set({ courseCode }));
    this.columns = libraries.map((library) => ({ ...library, panel: new CodePanel() }));
    this.elements = [this.extent.element, ...this.columns.map(({ id, panel }) => {
      const copy = el("button", { type: "button", onclick: () => void panel.copy(services.notices), ...said("code.copy") });
      const title = el("h2", { id: `course-${id}`, ...said(`code.${id}`) });
      return el("section", { class: "sheet", "aria-labelledby": title.id }, el("div", { class: "code-head" }, title, copy), panel.element);
    })];
  }

  render() {
    const { t, language, state } = this.services;
    const { courseCode, networksSeed } = state.values;
    const network = networkOf(networksSeed);
    this.extent.set(courseCode);
    for (const { panel, partsOf, write } of this.columns) {
      panel.write(`${courseCode} ${language}`, courseCode === "network" ? partsOf(network).model : write(network, headingsIn(t)));
    }
  }
}
