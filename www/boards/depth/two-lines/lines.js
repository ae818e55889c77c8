/**
 * The lines as the address has them, and as it had them when it was opened.
 */

import { writeSettings } from "../../../shell/settings.js";
import { keeping } from "../../../shell/kept.js";
import { tracked } from "../../../shell/signals.js";
import { TakeBack } from "../../../shell/take-back.js";
import { settings, solution } from "./settings.js";

/** @import { HalfPlane } from "../../../charts/half-plane.js" */
/** @import { TwoLinesServices, TwoLinesState } from "./settings.js" */

export class Lines {
  /** What the address said. @type {TwoLinesState} */
  #opened;
  /** The same with what has been done here since. @type {TwoLinesState} */
  #known;

  /** XOR is solved, and the story goes on to what the plane looks like then. */
  isToFold = false;

  /** The board's, which come anew every time that it is shown. @type {TwoLinesServices} */
  services;

  /** @param {TwoLinesServices} services */
  constructor(services) {
    this.services = services;
    this.#opened = this.#known = ownOf(services.state.values);
    this.takeBack = new TakeBack(this);
    tracked(this, "isToFold");
  }

  get values() {
    return this.services.state.values;
  }

  /** An address may have been opened that says something else; Back leads to another figure of the same. @param {TwoLinesState} values */
  follow(values) {
    if (written(values) !== written({ ...this.#known, figure: values.figure })) this.#opened = values;
    this.#known = values;
  }

  /** @param {Partial<TwoLinesState>} changes */
  change(changes) {
    this.#known = { ...this.#known, ...changes };
    this.services.state.set(changes);
  }

  /** One line of the figure that is shown. @param {number} index @param {HalfPlane} unit */
  moveLine(index, unit) {
    const { figure } = this.values;
    this.change({ [figure]: this.values[figure].with(index, unit) });
    this.takeBack.goOn();
  }

  /** Back to exactly what the address said; the figure that has been chosen since stays. */
  reset() {
    this.#replace({ ...this.#opened, figure: this.values.figure });
  }

  /** Two lines that do it. */
  solve() {
    this.#replace({ xor: solution });
  }

  /** Lines that were found by hand can be had back. @param {Partial<TwoLinesState>} changes */
  #replace(changes) {
    const before = ownOf(this.values);
    const lines = linesOf(before);
    this.change(changes);
    if (![this.#opened, { ...this.#opened, xor: solution }].some((known) => linesOf(known) === lines)) this.takeBack.offer(1, () => this.change(before), "twoLines.replaced");
  }
}

export const linesFor = keeping(Lines);

/** What of the board's state is of this tab. @param {TwoLinesState} values @returns {TwoLinesState} */
export function ownOf({ figure, xor, pentagon, pentagons, fold }) {
  return { figure, xor, pentagon, pentagons, fold };
}

/** The lines alone. @param {TwoLinesState} values */
function linesOf({ xor, pentagon, pentagons }) {
  return JSON.stringify([xor, pentagon, pentagons]);
}

/** @param {TwoLinesState} values */
function written(values) {
  return String(writeSettings(settings, values));
}
