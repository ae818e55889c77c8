/**
 * The kinds: what each is called, and the drawings that were taught for it. A drawing that was taken for another kind is
 * crossed out and says for which.
 */

import { colour } from "../../charts/colours.js";
import { offerFigure } from "../../charts/take-along.js";
import { el, named, said, tipped, translate } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { strokeAll } from "../../shell/strokes.js";
import { namesOf } from "./settings.js";
import { asName, kindLimits } from "../../shell/kind-names.js";

/** @import { Drawing } from "../../shell/drawings-file.js" */
/** @import { TeachServices } from "./settings.js" */
/** @import { TeachLesson } from "./lesson.js" */

/** What each text box is called. */
const labels = /** @type {const} */ (["teach.name.1", "teach.name.2", "teach.name.3", "teach.name.4", "teach.name.5"]);

/** A thumbnail's side in its own pixels: twice those of the page, for screens that have them. */
const SIDE = 112;

export class KindsView {
  /** @type {KindRow[]} */
  #rows = [];

  /**
   * @param {TeachLesson} lesson
   * @param {TeachServices} services
   */
  constructor(lesson, services) {
    this.lesson = lesson;
    this.services = services;
    this.element = el("section", { class: "kinds", ...named("teach.taught") });
    this.add = el("button", { type: "button", class: "secondary", onclick: () => this.#add(), ...said("teach.addKind") });
  }

  render() {
    const { kinds } = this.services.state.values;
    while (this.#rows.length > kinds.length) this.#rows.pop()?.element.remove();
    while (this.#rows.length < kinds.length) {
      const row = new KindRow(this.#rows.length, this.lesson, this.services);
      this.#rows.push(row);
      this.element.append(row.element);
      translate(row.element, this.services.t);
    }
    this.add.hidden = kinds.length >= kindLimits.most;
    for (const row of this.#rows) row.render();
  }

  #add() {
    const { state } = this.services;
    state.set({ kinds: [...state.values.kinds, ""] });
    this.render();
    this.#rows.at(-1)?.input.focus();
  }
}

class KindRow {
  /** What is shown, so that a word that is typed makes no picture anew. */
  #shown = "";

  /**
   * @param {number} kind
   * @param {TeachLesson} lesson
   * @param {TeachServices} services
   */
  constructor(kind, lesson, services) {
    this.kind = kind;
    this.lesson = lesson;
    this.services = services;
    this.input = el("input", { type: "text", class: "kind-name", maxlength: kindLimits.longestName, autocomplete: "off", spellcheck: "false", ...named(labels[kind] ?? labels[0]) });
    this.input.addEventListener("input", () => this.#rename(this.input.value));
    this.input.addEventListener("blur", () => this.render());
    this.remove = el("button", { type: "button", class: "icon-button secondary", onclick: () => this.#remove(), ...tipped("teach.removeKind") }, icon("remove"));
    this.drawings = el("div", { class: "drawings" });
    this.element = el("div", { class: "sheet kind" }, el("div", { class: "kind-head" }, this.input, this.remove), this.drawings);
    offerFigure(this.element, () => ({ title: namesOf(services)[kind] ?? "", figure: this.drawings }), services);
  }

  render() {
    const { services, lesson } = this;
    const names = namesOf(services);
    const name = names[this.kind] ?? "";
    // What somebody types is theirs, all the more while a syllable is put together.
    if (document.activeElement !== this.input && this.input.value !== name) this.input.value = name;
    const own = lesson.drawings.filter(({ kind }) => kind === this.kind);
    this.remove.hidden = names.length <= kindLimits.fewest;
    const shown = JSON.stringify([own.map(({ guess, strokes }) => [guess, strokes.length, strokes[0]]), names, services.language, colour(this.element, "ink")]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.drawings.replaceChildren(...own.map((drawing, index) => this.#thumbnail(drawing, index + 1, names)));
    // The ink is known to what is in the page.
    for (const [index, canvas] of [...this.drawings.querySelectorAll("canvas")].entries()) {
      const context = canvas.getContext("2d");
      if (context) strokeAll(context, own[index]?.strokes ?? [], SIDE);
    }
  }

  /** @param {string} text */
  #rename(text) {
    const { state } = this.services;
    state.set({ kinds: state.values.kinds.map((name, kind) => (kind === this.kind ? asName(text) : name)) });
  }

  #remove() {
    const { kinds } = this.services.state.values;
    const { kind: gone } = this;
    const rest = this.lesson.drawings.filter(({ kind, guess }) => kind !== gone && guess !== gone);
    const moved = (/** @type {number} */ kind) => (kind > gone ? kind - 1 : kind);
    const drawings = rest.map(({ strokes, kind, guess }) => ({ strokes, kind: moved(kind), guess: guess === null ? null : moved(guess) }));
    this.lesson.replace(drawings, "teach.kindRemoved", kinds.filter((_, kind) => kind !== gone));
  }

  /**
   * @param {Drawing} drawing
   * @param {number} number
   * @param {string[]} names
   */
  #thumbnail(drawing, number, names) {
    const { t, format } = this.services;
    const { kind, guess } = drawing;
    const outcome = guess === null ? "given" : guess === kind ? "right" : "wrong";
    const canvas = el("canvas", { width: SIDE, height: SIDE, "aria-hidden": "true" });
    const label = t(`teach.drawing.${outcome}`, { number: format.integer(number), kind: names[kind] ?? "", guess: names[guess ?? kind] ?? "" });
    const onclick = () => this.lesson.replace(this.lesson.drawings.filter((one) => one !== drawing), "teach.removed");
    return el("button", { type: "button", class: `thumbnail ${outcome}`, "aria-label": label, title: label, "data-shows": "drawing", onclick }, canvas);
  }
}
