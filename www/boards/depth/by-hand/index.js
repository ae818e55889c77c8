/**
 * A dialog in which one step of a small network is reckoned number by number: the way forward, the way back, and each
 * gradient beside its weight.
 */

import { signal } from "@preact/signals-core";
import { el, named, said, setText, translate } from "../../../shell/dom.js";
import { EQUALS, signed } from "../../../shell/numbers.js";
import { drawn } from "../../../shell/signals.js";
import { titledDialog } from "../../../shell/titled-dialog.js";
import { example, firstWeights, stepped, walk, weightNames } from "./backprop.js";
import "./by-hand.css";

/** @import { Services } from "../../../shell/types" */
/** @import { Line, WeightName } from "./backprop.js" */

/** As many digits as one types into a calculator. */
const DIGITS = 4;

export class ByHand {
  #weights = signal(firstWeights);
  /** How many lines have been reckoned. */
  #count = signal(0);
  #steps = signal(0);
  /** Of the step before. */
  #lossBefore = 0;

  /** @param {Pick<Services<unknown>, "t" | "format">} services */
  constructor(services) {
    this.services = services;
    this.words = el("p", { class: "by-hand-words", role: "status" });
    this.lines = el("ol", { class: "by-hand-lines", tabindex: 0, "aria-live": "polite", ...named("byHand.lines") });
    this.rows = weightNames.map((name) => ({ name, cells: [el("td"), el("td"), el("td")] }));
    this.next = el("button", { type: "button", class: "main", onclick: () => (this.#count.value += 1), ...said("byHand.next") });
    this.rest = el("button", { type: "button", onclick: () => (this.#count.value = this.#walk.lines.length), ...said("byHand.rest") });
    this.step = el("button", { type: "button", class: "main", onclick: () => this.#step(), ...said("byHand.step") });
    const { dialog, head } = titledDialog("by-hand", "byHand.title");
    this.element = dialog;
    const heads = /** @type {const} */ (["byHand.weight", "byHand.value", "byHand.gradient", "byHand.after"]).map((key) => el("th", { scope: "col", ...said(key) }));
    const rows = this.rows.map(({ name, cells }) => el("tr", {}, el("th", { scope: "row" }, written(name)), ...cells));
    const table = el("table", {}, el("caption", { class: "unseen", ...said("byHand.weights") }), el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows));
    this.element.append(
      head,
      el("p", { class: "small", ...said("byHand.network") }),
      this.words,
      el("div", { class: "by-hand-sheet" }, this.lines, table),
      el("div", { class: "controls" }, this.next, this.rest, this.step),
    );
    translate(this.element, services.t);
    this.end = drawn(() => this.#render());
  }

  destroy() {
    this.end();
    this.element.remove();
  }

  get #walk() {
    return walk(this.#weights.value, example);
  }

  #step() {
    this.#lossBefore = this.#walk.loss;
    this.#weights.value = stepped(this.#weights.value, this.#walk.gradients);
    this.#count.value = 0;
    this.#steps.value += 1;
  }

  #render() {
    const { t, format } = this.services;
    const { lines, loss, gradients } = this.#walk;
    const count = this.#count.value;
    const isDone = count >= lines.length;
    const write = (/** @type {number} */ value) => signed(value, DIGITS, format);
    setText(this.words, this.#say(lines[count] ?? null, write(loss)));
    for (const [index, line] of lines.slice(0, count).entries()) {
      const item = el("li", { class: line.isBack ? "back" : null }, `${nameOf(line)}${EQUALS}${line.sum(write)}${EQUALS}`, el("b", {}, write(line.value)));
      const before = this.lines.children[index];
      // What stands there stays: only what is new is read out.
      if (!before) this.lines.append(item);
      else if (before.textContent !== item.textContent) before.replaceWith(item);
    }
    while (this.lines.childElementCount > count) this.lines.lastElementChild?.remove();
    this.lines.scrollTop = this.lines.scrollHeight;
    const known = new Set(lines.slice(0, count).filter(({ isBack }) => isBack).map(({ name }) => name));
    const after = stepped(this.#weights.value, gradients);
    for (const { name, cells: [value, gradient, then] } of this.rows) {
      if (!value || !gradient || !then) continue;
      setText(value, write(this.#weights.value[name]));
      setText(gradient, known.has(name) ? write(gradients[name]) : "–");
      setText(then, isDone ? write(after[name]) : "–");
    }
    this.next.hidden = this.rest.hidden = isDone;
    this.step.hidden = !isDone;
    // The button that was pressed may be gone now.
    if ([this.next, this.rest, this.step].some((button) => button.hidden && button === document.activeElement)) (isDone ? this.step : this.next).focus();
    this.step.title = t("byHand.rule");
  }

  /** @param {Line | null} next @param {string} loss */
  #say(next, loss) {
    const { t, format } = this.services;
    if (!next) return t("byHand.done");
    if (this.#count.value === 0 && this.#steps.value > 0) return t("byHand.again", { steps: format.integer(this.#steps.value), loss: format.fixed(this.#lossBefore, DIGITS) });
    if (next.isBack) return t(next.name === "y" ? "byHand.turn" : "byHand.back", { loss });
    return t("byHand.forward");
  }
}

/** @param {Line} line */
function nameOf({ name, isBack }) {
  return isBack ? `∂L/∂${written(name)}` : written(name);
}

/** Digits in names stand low. @param {Line["name"] | WeightName} name */
function written(name) {
  return name.replaceAll("1", "₁").replaceAll("2", "₂");
}
