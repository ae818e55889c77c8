/**
 * The numbers of one unit: what it multiplies each of its inputs with, and its bias. They follow the training, and can
 * be set by hand.
 */

import { el, said, setText, tipped } from "../../../shell/dom.js";
import { icon } from "../../../shell/icons.js";
import { NumberInput } from "../../../shell/number-input.js";

/** @import { PlaygroundServices } from "./settings.js" */
/** @import { PlaygroundRun } from "./run.js" */

/** Larger numbers than this do not belong into a weight. */
const LARGEST = 1e6;

/** @typedef {{ input: number | undefined, label: HTMLElement, number: NumberInput }} Row */

export class WeightEditor {
  /** `input`: whose weight is to be edited first. @type {{ layer: number, unit: number, input: number } | null} */
  #place = null;
  /** The unit that it stands beside. @type {HTMLElement | null} */
  #beside = null;
  /** @type {Row[]} */
  #rows = [];

  /**
   * @param {PlaygroundRun} run
   * @param {PlaygroundServices} services
   * @param {{ input: (layer: number, input: number) => string, unit: (layer: number, unit: number) => string }} names of
   * what comes into a layer, and of its units
   */
  constructor(run, services, names) {
    this.run = run;
    this.services = services;
    this.names = names;
    this.title = el("h2", {});
    this.list = el("div", { class: "weight-rows" });
    this.element = el("div", { class: "panel weight-editor", popover: "auto", role: "dialog" });
    const close = el("button", { type: "button", class: "icon-button", onclick: () => this.element.hidePopover(), ...tipped("notice.close") }, icon("close"));
    this.element.append(el("div", { class: "panel-head" }, this.title, close), el("p", { class: "small", ...said("playground.weights.explained") }), this.list);
    // A reason why a number is refused makes it higher: it stays in the window.
    new ResizeObserver(() => this.#stand()).observe(this.element);
    this.element.addEventListener("toggle", (event) => {
      if (event instanceof ToggleEvent && event.newState === "closed") this.#place = null;
    });
  }

  /**
   * @param {number} layer
   * @param {number} unit
   * @param {HTMLElement} beside
   * @param {number} [input] whose weight is to be edited at once
   */
  open(layer, unit, beside, input = 0) {
    this.#place = { layer, unit, input };
    this.#beside = beside;
    this.#rows = [];
    this.list.replaceChildren();
    if (!this.element.matches(":popover-open")) this.element.showPopover();
    this.render();
    this.#stand();
  }

  /** The newest values, in the language that is spoken now. */
  render() {
    const place = this.#place;
    if (!place) return;
    const { t } = this.services;
    const { layer, unit } = place;
    // The network may come after the press.
    const isNew = this.#rows.length === 0;
    if (isNew) this.#fill(layer);
    const name = this.names.unit(layer, unit);
    setText(this.title, name);
    this.element.setAttribute("aria-label", name);
    for (const { input, label, number } of this.#rows) {
      setText(label, input === undefined ? t("playground.bias") : t("playground.weightFrom", { from: this.names.input(layer, input) }));
      number.set(this.#valueOf(place, input));
    }
    if (!isNew) return;
    const row = this.#rows.find((row) => row.input === place.input);
    row?.number.input.focus();
    row?.number.input.select();
  }

  /** A row for each of a unit's numbers, once they are known. @param {number} layer */
  #fill(layer) {
    const units = this.#biases(layer).length;
    if (units === 0) return;
    const weights = Array.from({ length: this.#weights(layer).length / units }, (_, index) => this.#row(index));
    this.list.replaceChildren(...weights, this.#row(undefined));
  }

  /** @param {number | undefined} input */
  #row(input) {
    const { t, format } = this.services;
    const id = `weight-${input ?? "bias"}`;
    const number = new NumberInput({
      allows: (value) => Math.abs(value) <= LARGEST,
      refusal: () => t("playground.weights.number", { most: format.integer(LARGEST) }),
      write: (value) => String(Number(value.toPrecision(4))),
      onChange: (value) => {
        if (!this.#place) return;
        const { layer, unit } = this.#place;
        this.run.setParameter({ layer, unit, value, ...(input === undefined ? {} : { input }) });
      },
      attributes: { id },
    });
    const label = el("label", { for: id });
    this.#rows.push({ input, label, number });
    return el("div", { class: "field" }, label, number.input, number.error);
  }

  /**
   * @param {{ layer: number, unit: number }} place
   * @param {number | undefined} input
   */
  #valueOf({ layer, unit }, input) {
    const biases = this.#biases(layer);
    return (input === undefined ? biases[unit] : this.#weights(layer)[input * biases.length + unit]) ?? 0;
  }

  /** @param {number} layer */
  #weights(layer) {
    return this.run.frame?.parameters[layer]?.weights ?? new Float32Array();
  }

  /** @param {number} layer */
  #biases(layer) {
    return this.run.frame?.parameters[layer]?.biases ?? new Float32Array();
  }

  /** On the side of its unit where there is room. */
  #stand() {
    if (!this.#place || !this.#beside) return;
    const place = this.#beside.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const gap = 10;
    const right = place.right + gap;
    const left = right + width <= innerWidth - gap ? right : Math.max(gap, place.left - gap - width);
    const top = Math.max(gap, Math.min(innerHeight - height - gap, place.top + place.height / 2 - height / 2));
    Object.assign(this.element.style, { left: `${left}px`, top: `${top}px` });
  }
}
