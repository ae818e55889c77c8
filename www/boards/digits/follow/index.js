/**
 * A dialog in which one pixel of the drawing is followed: what it adds to a unit of the first layer, what all pixels make of
 * the unit, and what the unit says to those after it.
 */

import { signal } from "@preact/signals-core";
import { colourParts } from "../../../charts/colours.js";
import { paintDigit, paintWeights } from "../../../charts/digit.js";
import { el, setText, svg, translate } from "../../../shell/dom.js";
import { EQUALS, bracketed, signed } from "../../../shell/numbers.js";
import { drawn } from "../../../shell/signals.js";
import { titledDialog } from "../../../shell/titled-dialog.js";
import { CLASSES } from "../settings.js";
import "./follow.css";
import { follow, loudest, placeOfMost, said } from "./sums.js";
import { words } from "./words.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { UnitWeights } from "../../../protocol" */
/** @import { RunControl } from "../run-control.js" */
/** @import { DigitsServices } from "../settings.js" */

const SIDE = 28;
const DIGITS = 3;
/** A calm rate, while it learns. */
const INTERVAL_MS = 300;

export class Follow {
  #unit = signal(0);
  /** Null until one is chosen: the loudest one of the unit. @type {Signal<number | null>} */
  #pixel = signal(null);
  /** The unit that is known. @type {Signal<(UnitWeights & { index: number }) | null>} */
  #weights = signal(null);
  #isAsking = false;

  /** @param {RunControl} run @param {DigitsServices} services */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.lead = el("p");
    const choose = (/** @type {number} */ row, /** @type {number} */ column) => this.#choose(row, column);
    this.drawing = picture("digit", choose);
    this.template = picture(null, choose);
    this.fields = [
      { name: /** @type {const} */ ("row"), ...field(SIDE), set: (/** @type {number} */ row) => this.#choose(row - 1, null) },
      { name: /** @type {const} */ ("column"), ...field(SIDE), set: (/** @type {number} */ column) => this.#choose(null, column - 1) },
      { name: /** @type {const} */ ("unit"), ...field(1), set: (/** @type {number} */ unit) => this.#look(unit - 1) },
    ];
    for (const { input, set } of this.fields) input.addEventListener("input", () => set(Number(input.value)));
    this.loudest = el("button", { type: "button", onclick: () => (this.#pixel.value = null) });
    this.lines = Array.from({ length: 5 }, () => el("li"));
    const { dialog, head } = titledDialog("follow", "inside.followed");
    this.element = dialog;
    dialog.append(
      head,
      this.lead,
      el("div", { class: "pictures" }, this.drawing.element, this.template.element),
      el("div", { class: "fields" }, ...this.fields.map(({ element }) => element)),
      this.loudest,
      el("ol", {}, ...this.lines),
    );
    translate(dialog, services.t);
    this.#unit.value = placeOfMost(this.#answer?.activations[0] ?? new Float32Array());
    this.end = drawn(() => this.#render());
    // Opening it takes the focus into it: it may have been trained meanwhile.
    dialog.addEventListener("focusin", () => this.#render());
  }

  destroy() {
    this.end();
    this.element.close();
    this.element.remove();
  }

  get #answer() {
    return this.services.client.latest("prediction")?.prediction.answer ?? null;
  }

  /** @param {number | null} row @param {number | null} column null: as it is */
  #choose(row, column) {
    const now = this.#chosen ?? 0;
    this.#pixel.value = SIDE * (row ?? Math.floor(now / SIDE)) + (column ?? now % SIDE);
  }

  /** @param {number} unit */
  #look(unit) {
    this.#unit.value = unit;
    this.#pixel.value = null;
  }

  get #chosen() {
    const [weights, answer] = [this.#weights.value, this.#answer];
    return this.#pixel.value ?? (weights && answer ? loudest(weights, answer.pixels) : null);
  }

  async #ask() {
    this.#isAsking = true;
    const index = this.#unit.value;
    const calm = new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
    try {
      const known = await this.services.client.request("unit", { unit: index });
      // The network may have fewer units than when this one was chosen.
      const own = Math.min(index, known.units - 1);
      this.#weights.value = { ...known, index: own };
      if (this.#unit.value === index) {
        this.#unit.value = own;
        await calm;
      }
    } catch (error) {
      // A run that has just ended has no weights.
      console.warn(error);
      await calm;
    }
    this.#isAsking = false;
    if (this.element.open) this.#render();
  }

  #render() {
    const { format, language, state, client } = this.services;
    const { activation, hidden } = state.values;
    const step = client.latest("prediction")?.prediction.step;
    const [weights, answer, unit] = [this.#weights.value, this.#answer, this.#unit.value];
    const say = words[language];
    const isStale = weights?.index !== unit || weights.step !== step;
    if (isStale && answer && !this.#isAsking && (this.element.open || !weights)) void this.#ask();
    setText(this.lead, say.lead);
    setText(this.loudest, say.loudest);
    const pixel = this.#chosen;
    if (!weights || !answer || pixel === null) return;
    const [row, column] = [Math.floor(pixel / SIDE), pixel % SIDE];
    const nameOf = (/** @type {number} */ place) => say.answer(this.run.nameOf(place));
    const isLast = hidden.length === 0;
    const name = isLast ? nameOf(weights.index) : say.unit(weights.index + 1);
    const numbered = (/** @type {string} */ text, /** @type {number} */ value) => ({ value, text: `${text} ${format.integer(value)}` });
    this.#show({ row: numbered(say.row, row + 1), column: numbered(say.column, column + 1), unit: isLast ? { ...numbered(say.answers, unit), value: unit + 1 } : numbered(say.units, unit + 1) }, weights.units);
    for (const { ring } of [this.drawing, this.template]) {
      ring.setAttribute("transform", `translate(${column - 0.5} ${row - 0.5})`);
    }
    setText(this.drawing.caption, say.drawing);
    setText(this.template.caption, say.template(name));
    paintDigit(this.drawing.canvas, answer.pixels);
    paintWeights(this.template.canvas, weights.incoming, { columns: 1, positive: colourParts(this.template.canvas, "one"), negative: colourParts(this.template.canvas, "zero") });

    const write = (/** @type {number} */ value) => signed(value, DIGITS, format);
    const { ink, weight, product, sum } = follow(weights, answer.pixels, pixel);
    const own = isLast ? sum : said(activation, sum);
    const after = weights.onward.map((one) => one * own);
    const [most, least] = [placeOfMost(after), placeOfMost(after.map((value) => -value))];
    const isAnswer = after.length === CLASSES && hidden.length === 1;
    const to = (/** @type {number} */ place) => (isAnswer ? nameOf(place) : say.nextUnit(place + 1));
    const texts = [
      `${say.ink}${EQUALS}${write(ink)}`,
      `${say.product}${EQUALS}${write(ink)} · ${bracketed(weight, write)}${EQUALS}${write(product)}`,
      `${say.sum(name)}${EQUALS}${write(sum)}`,
      isLast ? say.wins : `${say.says(name, this.services.t(`activation.${activation}`))}${EQUALS}${write(own)}`,
      isLast || after.length === 0 ? "" : own === 0 ? say.silent : say.onward(to(most), write(after[most] ?? 0), to(least), write(after[least] ?? 0)),
    ];
    for (const [index, line] of this.lines.entries()) {
      setText(line, texts[index] ?? "");
      line.hidden = texts[index] === "";
    }
  }

  /** @param {Record<"row" | "column" | "unit", { value: number, text: string }>} values @param {number} units */
  #show(values, units) {
    for (const { name, input, caption } of this.fields) {
      if (name === "unit") input.max = String(units);
      input.value = String(values[name].value);
      setText(caption, values[name].text);
      input.setAttribute("aria-label", values[name].text);
    }
  }
}

/**
 * A picture of which a pixel can be pressed, which has a ring around it.
 * @param {string | null} kind
 * @param {(row: number, column: number) => void} choose
 */
function picture(kind, choose) {
  const canvas = el("canvas", { class: kind, "aria-hidden": "true" });
  const ring = svg("g", {}, svg("rect", { width: 2, height: 2 }), svg("rect", { width: 2, height: 2 }));
  const over = svg("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, "aria-hidden": "true" }, ring);
  const press = (/** @type {PointerEvent} */ event) => {
    if (event.buttons === 0) return;
    const { left, top, width, height } = over.getBoundingClientRect();
    const place = (/** @type {number} */ part) => Math.max(0, Math.min(SIDE - 1, Math.floor(SIDE * part)));
    choose(place((event.clientY - top) / height), place((event.clientX - left) / width));
  };
  over.addEventListener("pointerdown", press);
  over.addEventListener("pointermove", press);
  const caption = el("figcaption", { class: "caption" });
  return { canvas, ring, caption, element: el("figure", {}, caption, el("div", { class: "picture" }, canvas, over)) };
}

/** A slider from one on, with its value in words. @param {number} most */
function field(most) {
  const input = el("input", { type: "range", min: 1, max: most, step: 1 });
  const caption = el("span", { class: "caption", "aria-hidden": "true" });
  return { input, caption, element: el("label", {}, caption, input) };
}
