/**
 * The network to take home: it and its training as code, in the two libraries of the course, which follows every setting;
 * as a notebook; and as a file.
 */

import { sayInPlace, whenHere } from "../../shell/arrival.js";
import { keras } from "../../code/keras.js";
import { pytorch } from "../../code/pytorch.js";
import { tabList } from "../../shell/controls.js";
import { copyText } from "../../shell/copying.js";
import { el, said } from "../../shell/dom.js";
import { saveFile } from "../../shell/saving.js";
import { NetworkFiles } from "./network-files.js";
import { CLASSES, configOf, INPUTS, options } from "./settings.js";

/** @import { RunControl } from "./run-control.js" */
/** @import { DigitsServices } from "./settings.js" */

/** Where training never stops by itself: as many as this network needs to read 98 %. */
const USUAL_EPOCHS = 5;

const writers = { keras, pytorch };

export class TakeHome {
  /** What is shown, and in which words. @type {{ kind: string, lines: string[] }} */
  #shown = { kind: "", lines: [] };

  /**
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(run, services) {
    this.files = new NetworkFiles(run, services);
    this.services = services;
    const panel = () => el("pre", { class: "code-panel", tabindex: 0 });
    this.panels = { keras: panel(), pytorch: panel() };
    const libraries = options.code.map((id) => ({ id, title: /** @type {const} */ (`code.${id}`), panel: this.panels[id] }));
    this.tabs = tabList("code.libraries", libraries, (code) => services.state.set({ code }));
    this.absence = el("div");
    const head = el(
      "div",
      { class: "code-head" },
      this.tabs.element,
      el("button", { type: "button", onclick: () => this.#copy(), ...said("code.copy") }),
      el("button", { type: "button", onclick: () => void this.#save(), ...said("code.notebook") }),
      ...this.files.elements,
    );
    this.elements = [head, ...Object.values(this.panels), this.absence];
  }

  render() {
    const { state, language, t } = this.services;
    const { code } = state.values;
    this.tabs.set(code);
    const headings = { data: t("data.title"), model: t("model.title"), loss: t("loss.title"), training: t("code.training") };
    this.#show(`${code} ${language}`, writers[code](this.#network, headings));
  }

  get #network() {
    const { values } = this.services.state;
    return { ...configOf(values), inputs: INPUTS, classes: CLASSES, epochs: values.untilEpoch || USUAL_EPOCHS };
  }

  /**
   * Marks the lines that a setting has changed.
   * @param {string} kind code of another kind is new as a whole, and nothing in it is marked
   * @param {string[]} lines
   */
  #show(kind, lines) {
    const before = this.#shown;
    if (kind === before.kind && lines.join() === before.lines.join()) return;
    this.#shown = { kind, lines };
    const isNew = (/** @type {string} */ line) => kind === before.kind && !before.lines.includes(line);
    this.#panel.replaceChildren(...lines.map((line) => el(isNew(line) ? "mark" : "span", {}, `${line}\n`)));
  }

  get #panel() {
    return this.panels[this.services.state.values.code];
  }

  #copy() {
    const select = () => getSelection()?.selectAllChildren(this.#panel);
    return copyText(this.#panel.textContent ?? "", select, this.services.notices, { copied: "code.copied", refused: "code.refused" });
  }

  /** The first exercise, with the network as it is set and what is drawn now. */
  async #save() {
    const { language, client } = this.services;
    const words = { en: () => import("../../code/words/en.js"), ko: () => import("../../code/words/ko.js") };
    const [{ notebook }, { words: told }] = await this.#late(() => Promise.all([import("../../code/notebook.js"), words[language]()]));
    const drawing = client.latest("prediction")?.prediction.answer?.pixels ?? null;
    saveFile("chalknet.ipynb", "application/x-ipynb+json", notebook(this.#network, told, drawing));
  }

  /**
   * Code that only those fetch who want it; if it does not come, that is said here.
   * @template T
   * @param {() => Promise<T>} load
   */
  async #late(load) {
    const code = await whenHere(load, sayInPlace((element) => this.absence.replaceChildren(element), this.services.t));
    this.absence.replaceChildren();
    return code;
  }
}
