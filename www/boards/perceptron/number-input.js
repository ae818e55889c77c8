/**
 * A number to type in, whole or with up to two decimals. What is not allowed stays where it was typed, with the reason beside it.
 */

import { el } from "../../shell/dom.js";

/** @import { Attributes } from "../../shell/dom.js" */
/** @import { Reader } from "../../shell/controls.js" */

let lastId = 0;

export class NumberInput {
  #value = NaN;

  /** @param {{ min: number, max: number, whole?: boolean, reader: Reader, onChange: (value: number) => void, attributes?: Attributes }} options */
  constructor({ min, max, whole = false, reader, onChange, attributes = {} }) {
    this.min = min;
    this.max = max;
    this.decimals = whole ? 0 : 2;
    this.reader = reader;
    this.onChange = onChange;
    const errorId = `number-error-${(lastId += 1)}`;
    this.input = el("input", { type: "number", inputmode: "decimal", step: "any", "aria-describedby": errorId, ...attributes });
    this.error = el("span", { id: errorId, class: "field-error" });
    this.input.addEventListener("change", () => this.#take());
  }

  /** @param {number} value */
  set(value) {
    if (value === this.#value) return;
    this.#show(value);
  }

  /** @param {number} value */
  #show(value) {
    this.#value = value;
    this.error.textContent = "";
    this.input.removeAttribute("aria-invalid");
    // Not under the fingers of someone who is typing the same value another way.
    if (Number(this.input.value) !== value || this.input.value === "") this.input.value = value.toFixed(this.decimals);
  }

  #take() {
    const value = this.input.value.trim() === "" ? NaN : Number(this.input.value);
    const isAllowed = value >= this.min && value <= this.max && Number(value.toFixed(this.decimals)) === value;
    if (isAllowed) {
      this.#show(value);
      return this.onChange(value);
    }
    const { t, format } = this.reader;
    const isWhole = this.decimals === 0;
    const written = (/** @type {number} */ bound) => (isWhole ? format.integer(bound) : format.short(bound)).replace("-", "−");
    this.input.setAttribute("aria-invalid", "true");
    this.error.textContent = t(isWhole ? "field.whole" : "perceptron.number", { min: written(this.min), max: written(this.max) });
  }
}
