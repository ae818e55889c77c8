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

  /** It goes, or has been moved. */
  get hasBegun() {
    return this.isOn || this.seen.size > 1;
  }

  /** @param {number} place */
  moveTo(place) {
    this.at.move(place);
    this.#see([place]);
  }

  step() {
    if (!this.isOn) this.moveTo((this.at.place() + 1) % this.places);
  }

  /** Goes to where it has not been, in their order. */
  toggle() {
    if (this.isOn) return this.pause();
    if (this.isOver) this.reset();
    this.isOn = true;
    const wanted = Array.from({ length: this.places }, (_, place) => place).filter((place) => !this.seen.has(place));
    const began = performance.now();
    let done = 0;
    const frame = () => {
      const seconds = (performance.now() - began) / 1000;
      // The rate grows with what has been seen, which is what this curve says.
      const now = Math.min(wanted.length, 1 + Math.floor((FIRST_PER_SECOND / GROWTH) * Math.expm1(GROWTH * seconds)));
      if (now > done) {
        this.#see(wanted.slice(done, now));
        this.at.move(wanted[now - 1] ?? 0);
      }
      done = now;
      if (done === wanted.length) this.isOn = false;
      else this.#frame = requestAnimationFrame(frame);
    };
    frame();
  }

  pause() {
    cancelAnimationFrame(this.#frame);
    this.isOn = false;
  }

  /** Begins anew at a place, which is where it is unless another is said. */
  forget(place = this.at.place()) {
    this.pause();
    this.at.move(place);
    this.seen = new Set([place]);
  }

  reset() {
    this.pause();
    this.seen = new Set();
    this.at.move(0);
  }

  /** @param {number[]} places */
  #see(places) {
    const seen = new Set([...this.seen, ...places]);
    if (seen.size > this.seen.size) this.seen = seen;
  }
}
