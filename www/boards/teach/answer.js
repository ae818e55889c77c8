/**
 * What the drawing is taken for, and the buttons by which one says whether that is right.
 */

import { BarChart } from "../../charts/bars.js";
import { offerFigure } from "../../charts/take-along.js";
import { el, named, said, setText } from "../../shell/dom.js";
import { Settled } from "../../shell/settled.js";
import { namesOf } from "./settings.js";

/** @import { Action } from "../../shell/types" */
/** @import { TeachServices } from "./settings.js" */
/** @import { TeachLesson } from "./lesson.js" */

export class Answer {
  /** The kind that is chosen to be taught; null for the one with the fewest drawings. @type {number | null} */
  #chosen = null;
  #names = "";

  /**
   * @param {TeachLesson} lesson
   * @param {TeachServices} services
   * @param {(kind: number) => void} teach
   */
  constructor(lesson, services, teach) {
    this.lesson = lesson;
    this.services = services;
    this.settled = new Settled((text) => services.announce(text));
    this.teach = teach;
    this.guess = el("output", { class: "guess", "aria-live": "off", ...named("teach.guess") });
    this.words = el("p", { class: "answer-words" });
    this.bars = el("div", { class: "sheet guess-bars" });
    offerFigure(this.bars, () => ({ title: services.t("chart.answer"), figure: this.chart.element }), services);
    this.chart = new BarChart([]);
    this.choice = el("select", { ...named("teach.which") });
    this.choice.addEventListener("change", () => (this.#chosen = this.choice.selectedIndex));
    this.right = el("button", { type: "button", class: "main", onclick: () => this.sayRight(), ...said("teach.right") });
    this.wrong = el("button", { type: "button", onclick: () => this.sayWrong(), ...said("teach.wrong") });
    this.tell = el("button", { type: "button", class: "main", onclick: () => this.sayKind(), ...said("teach.teach") });
    this.judging = el("div", { class: "telling" }, this.right, this.wrong);
    this.choosing = el("div", { class: "telling" }, this.choice, this.tell);
    this.element = el("div", { class: "answer" }, el("div", { class: "answer-head" }, this.guess, this.words), this.judging, this.choosing, this.bars);
  }

  /** The board's main action: that of its two main buttons which is shown. @returns {Action} */
  get main() {
    return {
      name: () => (this.choosing.hidden ? "teach.right" : "teach.teach"),
      act: () => (this.choosing.hidden ? this.sayRight() : this.sayKind()),
    };
  }

  sayRight() {
    if (this.lesson.guess) this.teach(this.lesson.guess.kind);
    else this.lesson.lacksDrawing = !this.lesson.isDrawn;
  }

  sayWrong() {
    const { guess } = this.lesson;
    const kinds = this.services.state.values.kinds.length;
    if (!guess) this.lesson.lacksDrawing = !this.lesson.isDrawn;
    else if (kinds === 2) this.teach(1 - guess.kind);
    else {
      this.#chosen = guess.kind === 0 ? 1 : 0;
      this.lesson.isWrong = true;
      this.render();
      this.choice.focus();
    }
  }

  sayKind() {
    const hadFocus = this.choosing.contains(document.activeElement);
    this.teach(this.choice.selectedIndex);
    this.#chosen = null;
    this.render();
    // What had the focus may be gone.
    if (hadFocus && this.choosing.hidden) this.right.focus();
  }

  render() {
    const { lesson, services } = this;
    const { t, format } = services;
    const names = namesOf(services);
    this.#name(names);
    const { guess, knows, isDrawn, isWrong } = lesson;
    const isChoosing = !knows || isWrong;
    this.choosing.hidden = !isChoosing;
    this.judging.hidden = isChoosing;
    this.choice.selectedIndex = Math.min(this.#chosen ?? lesson.nextKind, names.length - 1);
    this.chart.show(guess?.probabilities ?? null, (part) => format.percent(part, 0));
    this.element.classList.toggle("empty", !guess);
    setText(this.guess, guess ? (names[guess.kind] ?? "") : "?");
    const next = names[lesson.nextKind] ?? "";
    const sure = format.percent(guess?.probabilities[guess.kind] ?? 0, 0);
    if (lesson.isFull) setText(this.words, t("teach.full"));
    else if (lesson.lacksDrawing) setText(this.words, t("teach.lacksDrawing", { kind: next }));
    else if (isWrong) setText(this.words, t("teach.whichIsIt"));
    else if (!knows) setText(this.words, t(isDrawn ? "teach.nothingYet" : "teach.begin", { kind: next }));
    else setText(this.words, guess ? t("teach.sure", { sure }) : t("teach.goOn"));
    if (guess && !isWrong) this.settled.tell(t("teach.told", { kind: names[guess.kind] ?? "", sure }));
    else this.settled.drop();
  }

  /** @param {string[]} names */
  #name(names) {
    const text = names.join("\n");
    if (text === this.#names) return;
    this.#names = text;
    this.choice.replaceChildren(...names.map((name) => el("option", {}, name)));
    this.chart = new BarChart(names);
    this.bars.replaceChildren(this.chart.element);
  }

  destroy() {
    this.settled.drop();
  }
}
