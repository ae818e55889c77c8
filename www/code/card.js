/**
 * A network and its training as code, in the two libraries of the course: it follows every setting, the lines that one has
 * changed are marked, and one press copies it.
 */

import { tabList } from "../shell/controls.js";
import { el, said } from "../shell/dom.js";
import { headingsIn } from "./headings.js";
import { keras } from "./keras.js";
import { libraries } from "./libraries.js";
import { CodePanel } from "./panel.js";
import { pytorch } from "./pytorch.js";

/** @import { Services } from "../shell/types" */
/** @import { Library } from "./libraries.js" */
/** @import { Network } from "./network" */

const writers = { keras, pytorch };

export class CodeCard {
  /**
   * @param {Pick<Services<unknown>, "t" | "language" | "notices">} services
   * @param {(library: Library) => void} choose
   */
  constructor(services, choose) {
    this.services = services;
    this.panels = { keras: new CodePanel(), pytorch: new CodePanel() };
    this.tabs = tabList("code.libraries", libraries.map((id) => ({ id, title: /** @type {const} */ (`code.${id}`), panel: this.panels[id].element })), choose);
    this.library = /** @type {Library} */ ("keras");
    /** More to do with it can be put in there. */
    this.head = el("div", { class: "code-head" }, this.tabs.element, el("button", { type: "button", onclick: () => void this.panels[this.library].copy(services.notices), ...said("code.copy") }));
    this.elements = [this.head, ...Object.values(this.panels).map(({ element }) => element)];
  }

  /**
   * @param {Network} network
   * @param {Library} library
   */
  show(network, library) {
    const { t, language } = this.services;
    this.library = library;
    this.tabs.set(library);
    this.panels[library].write(language, writers[library](network, headingsIn(t)));
  }
}
