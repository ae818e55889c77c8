/**
 * The values while they are being changed. A drag changes them with every frame, and setting the board's state updates
 * all of the board; so the state, and with it the address, follows as soon as there is a pause.
 */

import { fields } from "./fields.js";

/** @import { HalfPlane } from "../../../charts/half-plane.js" */
/** @import { TwoLinesServices, TwoLinesState } from "./fields.js" */

const PAUSE_MS = 200;

export class Draft {
  #state;
  #onChange;
  /** What is not yet in the address. @type {Partial<TwoLinesState>} */
  #changes = {};
  #writing = 0;
  /** What the address said when it was followed. @type {TwoLinesState} */
  #opened;
  /** What the address says as far as is known here. @type {TwoLinesState} */
  #known;

  /**
   * @param {TwoLinesServices["state"]} state
   * @param {() => void} onChange
   */
  constructor(state, onChange) {
    this.#state = state;
    this.#onChange = onChange;
    this.#opened = this.#known = own(state.values);
  }

  /** @returns {TwoLinesState} */
  get values() {
    return { ...this.#known, ...this.#changes };
  }

  /** Takes over what the address says, if it has been changed by something else than this. */
  follow() {
    const values = own(this.#state.values);
    if (same(values, this.#known)) return;
    this.#changes = {};
    this.#opened = this.#known = values;
  }

  destroy() {
    clearTimeout(this.#writing);
  }

  /** @param {Partial<TwoLinesState>} changes */
  change(changes) {
    this.#changes = { ...this.#changes, ...changes };
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.write(), PAUSE_MS);
    this.#onChange();
  }

  /** Puts the values into the address. */
  write() {
    clearTimeout(this.#writing);
    if (Object.keys(this.#changes).length === 0) return;
    const changes = this.#changes;
    this.#known = this.values;
    this.#changes = {};
    this.#state.set(changes);
  }

  /** One line of the figure that is shown. @param {number} index @param {HalfPlane} unit */
  moveLine(index, unit) {
    const { figure } = this.values;
    this.change({ [figure]: this.values[figure].with(index, unit) });
  }

  /** Back to exactly what the address said; the figure that has been chosen since stays. */
  reset() {
    this.change({ ...this.#opened, figure: this.values.figure });
  }
}

/** @param {TwoLinesState} values @returns {TwoLinesState} without those of the board's other tab */
function own({ figure, xor, pentagon, pentagons, fold }) {
  return { figure, xor, pentagon, pentagons, fold };
}

/** @param {TwoLinesState} a @param {TwoLinesState} b */
function same(a, b) {
  return /** @type {(keyof TwoLinesState)[]} */ (Object.keys(fields)).every((name) => a[name] === b[name]);
}
