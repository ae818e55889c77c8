/**
 * A window that goes over a picture, place by place: by hand, or by itself. What it has been over is filled in the map.
 */

import { tracked } from "../../../shell/signals.js";

/** It begins slowly, so that the sums can be followed, and grows the faster the more has been seen: places in a second. */
const FIRST_PER_SECOND = 6;
const GROWTH = 0.4;

export class Slide {
  /** Places that the window has been over. @type {ReadonlySet<number>} */
  seen = new Set();
  isOn = false;
  #frame = 0;

  /**
   * @param {number} places
   * @param {{ place: () => number, move: (place: number) => void }} at
   */
  constructor(places, at) {
    this.places = places;
    this.at = at;
    tracked(this, "seen", "isOn");
  }

  get isOver() {
    return this.seen.size === this.places;
  }

  /** @param {number} place */
  moveTo(place) {
    this.at.move(place);
    this.#see(place, place);
  }

  step() {
    if (!this.isOn) this.moveTo((this.at.place() + 1) % this.places);
  }

  toggle() {
    if (this.isOn) return this.pause();
    if (this.isOver) this.reset();
    this.isOn = true;
    const first = this.seen.has(this.at.place()) ? this.at.place() : -1;
    const began = performance.now();
    let last = first;
    const frame = () => {
      const seconds = (performance.now() - began) / 1000;
      // The rate grows with what has been seen, which is what this curve says.
      const done = Math.floor((FIRST_PER_SECOND / GROWTH) * Math.expm1(GROWTH * seconds));
      const place = Math.min(this.places - 1, first + 1 + done);
      if (place > last) this.#see(last + 1, place);
      if (place > last) this.at.move(place);
      last = place;
      if (place === this.places - 1) return this.#end();
      this.#frame = requestAnimationFrame(frame);
    };
    frame();
  }

  pause() {
    cancelAnimationFrame(this.#frame);
    this.isOn = false;
  }

  reset() {
    this.pause();
    this.seen = new Set();
    this.at.move(0);
  }

  /** At the last place; where it began further on, what comes before is still to be seen. */
  #end() {
    this.isOn = false;
    if (!this.isOver) this.#see(0, this.places - 1);
  }

  /** @param {number} first @param {number} last */
  #see(first, last) {
    const seen = new Set(this.seen);
    for (let place = first; place <= last; place += 1) seen.add(place);
    if (seen.size > this.seen.size) this.seen = seen;
  }
}
