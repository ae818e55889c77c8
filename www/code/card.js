/**
 * A network and its training as code, in the two libraries of the course: it follows every setting, the lines that one has
 * changed are marked, and one press copies it.
 */

import { tabList } from "../shell/controls.js";
import { copyText } from "../shell/copying.js";
import { el, said } from "../shell/dom.js";
import { keras } from "./keras.js";
import { libraries } from "./libraries.js";
import { pytorch } from "./pytorch.js";
import "./code.css";

/** @import { Services } from "../shell/types" */
/** @import { Library } from "./libraries.js" */
/** @import { Headings, Network } from "./network" */

const writers = { keras, pytorch };

export class CodeCard {
  /** What is shown, and in which words. @type {{ kind: string, lines: string[] }} */
  #shown = { kind: "", lines: [] };

  /**
   * @param {Pick<Services<unknown>, "t" | "language" | "notices">} services
   * @param {(library: Library) => void} choose
   */
  constructor(services, choose) {
    this.services = services;
    const panel = () => el("pre", { class: "code-panel", tabindex: 0 });
    this.panels = { keras: panel(), pytorch: panel() };
    this.tabs = tabList("code.libraries", libraries.map((id) => ({ id, title: /** @type {const} */ (`code.${id}`), panel: this.panels[id] })), choose);
    this.library = /** @type {Library} */ ("keras");
    /** More to do with it can be put in there. */
    this.head = el("div", { class: "code-head" }, this.tabs.element, el("button", { type: "button", onclick: () => void this.#copy(), ...said("code.copy") }));
    this.elements = [this.head, ...Object.values(this.panels)];
  }

  /**
   * @param {Network} network
   * @param {Library} library
   */
  show(network, library) {
    const { t, language } = this.services;
    this.library = library;
    this.tabs.set(library);
    /** @type {Headings} */
    const headings = { data: t("data.title"), model: t("model.title"), loss: t("loss.title"), training: t("code.training") };
    this.#write(`${library} ${language}`, writers[library](network, headings));
  }

  /**
   * Marks the lines that a setting has changed.
   * @param {string} kind code of another kind is new as a whole, and nothing in it is marked
   * @param {string[]} lines
   */
  #write(kind, lines) {
    const before = this.#shown;
    if (kind === before.kind && lines.join() === before.lines.join()) return;
    this.#shown = { kind, lines };
    const isNew = (/** @type {string} */ line) => kind === before.kind && !before.lines.includes(line);
    this.#panel.replaceChildren(...lines.map((line) => el(isNew(line) ? "mark" : "span", {}, `${line}\n`)));
  }

  get #panel() {
    return this.panels[this.library];
  }

  #copy() {
    const select = () => getSelection()?.selectAllChildren(this.#panel);
    return copyText(this.#panel.textContent ?? "", select, this.services.notices, { copied: "code.copied", refused: "code.refused" });
  }
}
