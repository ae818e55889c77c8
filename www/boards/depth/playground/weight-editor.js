/**
 * The numbers of one unit: what it multiplies each of its inputs with, and its bias. They follow the training, and can
 * be set by hand.
 */

import { el, said, setText, tipped } from "../../../shell/dom.js";
import { icon } from "../../../shell/icons.js";

/** @import { PlaygroundServices } from "./fields.js" */
/** @import { PlaygroundRun } from "./run.js" */

/** Larger numbers than this do not belong into a weight. */
const LARGEST = 1e6;

/** @typedef {{ input: number | undefined, field: HTMLInputElement, error: HTMLElement }} Row */

export class WeightEditor {
  /** @type {{ layer: number, unit: number } | null} */
  #place = null;
  /** @type {Row[]} */
  #rows = [];

  /**
   * @param {PlaygroundRun} run
   * @param {PlaygroundServices} services
   * @param {(layer: number, input: number) => string} nameOf what comes into a layer
   */
  constructor(run, services, nameOf) {
    this.run = run;
    this.services = services;
    this.nameOf = nameOf;
    this.title = el("h2", {});
    this.list = el("div", { class: "weight-rows" });
    this.element = el("div", { class: "panel weight-editor", popover: "auto", role: "dialog" });
    const close = el("button", { type: "button", class: "icon-button", onclick: () => this.element.hidePopover(), ...tipped("notice.close") }, icon("close"));
    this.element.append(el("div", { class: "panel-head" }, this.title, close), el("p", { class: "small", ...said("playground.weights.explained") }), this.list);
    this.element.addEventListener("toggle", (event) => {
      if (event instanceof ToggleEvent && event.newState === "closed") this.#place = null;
    });
  }

  /**
   * @param {number} layer
   * @param {number} unit
   * @param {string} name
   * @param {HTMLElement} beside
   * @param {number} [input] whose weight is to be edited at once
   */
  open(layer, unit, name, beside, input = 0) {
    this.#place = { layer, unit };
    setText(this.title, name);
    this.element.setAttribute("aria-label", name);
    const inputs = this.#weights(layer).length / Math.max(1, this.#biases(layer).length);
    this.#rows = [];
    const weights = Array.from({ length: inputs }, (_, index) => this.#row(index, this.services.t("playground.weightFrom", { from: this.nameOf(layer, index) })));
    this.list.replaceChildren(...weights, this.#row(undefined, this.services.t("playground.bias")));
    this.render();
    if (!this.element.matches(":popover-open")) this.element.showPopover();
    this.#standBeside(beside);
    const row = this.#rows.find((row) => row.input === input);
    row?.field.focus();
    row?.field.select();
  }

  /** The newest values, but not under the fingers of someone who types. */
  render() {
    const place = this.#place;
    if (!place) return;
    for (const { input, field } of this.#rows) {
      if (field !== document.activeElement || field.dataset.typed !== "yes") {
        const text = String(Number(this.#valueOf(place, input).toPrecision(4)));
        if (field.value !== text) field.value = text;
      }
    }
  }

  /**
   * @param {number | undefined} input
   * @param {string} name
   */
  #row(input, name) {
    const id = `weight-${input ?? "bias"}`;
    const field = el("input", { id, type: "number", inputmode: "decimal", step: "any", "aria-describedby": `${id}-error` });
    const error = el("span", { id: `${id}-error`, class: "field-error" });
    field.addEventListener("input", () => (field.dataset.typed = "yes"));
    field.addEventListener("blur", () => (field.dataset.typed = "no"));
    field.addEventListener("change", () => this.#take(input, field, error));
    this.#rows.push({ input, field, error });
    return el("div", { class: "field" }, el("label", { for: id }, name), field, error);
  }

  /**
   * @param {number | undefined} input
   * @param {HTMLInputElement} field
   * @param {HTMLElement} error
   */
  #take(input, field, error) {
    const place = this.#place;
    const value = field.value.trim() === "" ? NaN : Number(field.value);
    const isGood = Math.abs(value) <= LARGEST;
    field.removeAttribute("aria-invalid");
    error.textContent = "";
    if (isGood && place) {
      field.dataset.typed = "no";
      this.run.setParameter({ ...place, value, ...(input === undefined ? {} : { input }) });
    } else {
      field.setAttribute("aria-invalid", "true");
      error.textContent = this.services.t("playground.weights.number", { most: this.services.format.integer(LARGEST) });
    }
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

  /** On the side where there is room. @param {HTMLElement} beside */
  #standBeside(beside) {
    const place = beside.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const gap = 10;
    const right = place.right + gap;
    const left = right + width <= innerWidth - gap ? right : Math.max(gap, place.left - gap - width);
    const top = Math.max(gap, Math.min(innerHeight - height - gap, place.top + place.height / 2 - height / 2));
    Object.assign(this.element.style, { left: `${left}px`, top: `${top}px` });
  }
}
