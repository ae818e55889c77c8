/**
 * The network and its training as code, in the two libraries of the course: it follows every setting.
 */

import { sayInPlace, whenHere } from "../../shell/arrival.js";
import { tabList } from "../../shell/controls.js";
import { copyText } from "../../shell/copying.js";
import { el, said } from "../../shell/dom.js";
import { tracked } from "../../shell/signals.js";
import { CLASSES, configOf, INPUTS, options } from "./fields.js";

/** @import { Writer } from "../../code/network" */
/** @import { DigitsServices } from "./fields.js" */

/** Where training never stops by itself: as many as this network needs to read 98 %. */
const USUAL_EPOCHS = 5;

export class CodeView {
  /** What writes it, which only those need who look at it. @type {{ keras: Writer, pytorch: Writer } | null} */
  writers = null;
  #isAsked = false;
  /** What is shown, and in which words. @type {{ kind: string, lines: string[] }} */
  #shown = { kind: "", lines: [] };

  /** @param {DigitsServices} services */
  constructor(services) {
    tracked(this, "writers");
    this.services = services;
    this.libraries = options.code.map((id) => {
      const panel = el("pre", { class: "code-panel", tabindex: 0 });
      return { id, title: /** @type {const} */ (`code.${id}`), panel };
    });
    this.tabs = tabList("code.libraries", this.libraries, (code) => services.state.set({ code }));
    this.absence = el("div");
    this.element = el(
      "div",
      { class: "view code" },
      el("div", { class: "code-head" }, this.tabs.element, el("button", { type: "button", onclick: () => this.#copy(), ...said("code.copy") })),
      ...this.libraries.map(({ panel }) => panel),
      this.absence,
    );
  }

  render() {
    const { state, language, t } = this.services;
    const { code, untilEpoch } = state.values;
    this.tabs.set(code);
    if (!this.writers) return void this.#fetch();
    const headings = { data: t("data.title"), model: t("model.title"), loss: t("loss.title"), training: t("code.training") };
    const network = { ...configOf(state.values), inputs: INPUTS, classes: CLASSES, epochs: untilEpoch || USUAL_EPOCHS };
    this.#show(`${code} ${language}`, this.writers[code](network, headings));
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
    const chosen = this.services.state.values.code;
    return this.libraries.find(({ id }) => id === chosen)?.panel ?? el("pre");
  }

  #copy() {
    const select = () => getSelection()?.selectAllChildren(this.#panel);
    return copyText(this.#panel.textContent ?? "", select, this.services.notices, { copied: "code.copied", refused: "code.refused" });
  }

  async #fetch() {
    if (this.#isAsked) return;
    this.#isAsked = true;
    const [{ keras }, { pytorch }] = await whenHere(
      () => Promise.all([import("../../code/keras.js"), import("../../code/pytorch.js")]),
      sayInPlace((element) => this.absence.replaceChildren(element), this.services.t),
    );
    this.absence.replaceChildren();
    this.writers = { keras, pytorch };
  }
}
