/**
 * A number to type in. It is taken when it is meant: with Enter, or by going elsewhere. Escape is a no, and brings back
 * the number that stands. What is not allowed stays where it was typed, with the reason beside it.
 */

import { el, setText } from "./dom.js";
import { tracked } from "./signals.js";

/** @import { Attributes } from "./dom.js" */

let lastId = 0;

export class NumberInput {
  /** The number that stands. */
  #value = NaN;
  /** Someone types, and has not said yet that it is meant. */
  #isTyping = false;
  /** What was typed is not allowed. */
  isRefused = false;

  /**
   * @param {object} options
   * @param {(value: number) => boolean} options.allows NaN is what is no number
   * @param {() => string} [options.refusal] says what would be allowed; without it the number that stands comes back
   * @param {(value: number) => string} [options.write]
   * @param {number} [options.whenEmpty] what an empty field means, where it may be empty
   * @param {(value: number, direction: 1 | -1) => number} [options.next] where an arrow key leads, if not one up or down
   * @param {(value: number) => void} options.onChange told of another number
   * @param {Attributes} [options.attributes]
   */
  constructor({ allows, refusal, write = String, whenEmpty = NaN, next, onChange, attributes = {} }) {
    this.allows = allows;
    this.refusal = refusal;
    this.write = write;
    this.whenEmpty = whenEmpty;
    this.onChange = onChange;
    tracked(this, "isRefused");
    const id = `number-error-${(lastId += 1)}`;
    this.input = el("input", { type: "number", inputmode: "decimal", step: "any", "aria-describedby": id, ...attributes });
    this.error = el("span", { id, class: "field-error" });
    this.input.addEventListener("input", () => (this.#isTyping = true));
    this.input.addEventListener("change", () => this.#take());
    this.input.addEventListener("blur", () => {
      if (this.#isTyping) this.#show();
    });
    this.input.addEventListener("keydown", (event) => {
      const direction = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : null;
      if (event.key === "Escape") this.#show();
      else if (direction && next) {
        event.preventDefault();
        this.enter(next(this.#value, direction));
      }
    });
  }

  /** Shows a number, but not under the fingers of someone who types. @param {number} value */
  set(value) {
    this.#sayWhy();
    if (value === this.#value) return;
    this.#value = value;
    if (!this.#isTyping) this.#show();
  }

  /** As if it had been typed. @param {number} value */
  enter(value) {
    const isNew = value !== this.#value;
    this.#value = value;
    this.#show();
    if (isNew) this.onChange(value);
  }

  #take() {
    const value = this.#read();
    const isAllowed = this.#isEmpty ? !Number.isNaN(this.whenEmpty) : this.allows(value);
    if (isAllowed) return this.enter(value);
    if (!this.refusal) return this.#show();
    this.#isTyping = false;
    this.input.setAttribute("aria-invalid", "true");
    this.isRefused = true;
    this.#sayWhy();
  }

  /** In the language that is spoken now: whoever sets the number says it again in another one. */
  #sayWhy() {
    setText(this.error, this.isRefused && this.refusal ? this.refusal() : "");
  }

  /** The number that stands; the same one stays as it was written. */
  #show() {
    this.#isTyping = false;
    this.input.removeAttribute("aria-invalid");
    this.isRefused = false;
    this.#sayWhy();
    if (this.#read() !== this.#value) this.input.value = this.write(this.#value);
  }

  get #isEmpty() {
    return this.input.value === "" && !this.input.validity.badInput;
  }

  #read() {
    if (this.#isEmpty) return this.whenEmpty;
    return this.input.value === "" ? NaN : Number(this.input.value);
  }
}
