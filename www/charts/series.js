/**
 * Numbers that are measured together, again and again, for hours, in bounded memory: when there are too many points,
 * neighbours are merged into their mean, and every point from then on stands for twice as many measurements.
 */

import { signal } from "@preact/signals-core";

/** @template {string} Name */
export class Series {
  /** Counts the changes: who reads the numbers follows them. */
  #changes = signal(0);
  /** Measurements that a point stands for. */
  #size = 1;
  /** Of the measurements that are no whole point yet: their sums, and how many they are. */
  #sums;
  #count = 0;

  /**
   * @param {readonly Name[]} names of the columns, the one that only grows first
   * @param {number} capacity points at most; even
   */
  constructor(names, capacity) {
    this.names = names;
    this.capacity = capacity;
    /** @type {number[][]} */
    this.points = names.map(() => []);
    this.#sums = names.map(() => 0);
  }

  get length() {
    void this.#changes.value;
    return this.points[0]?.length ?? 0;
  }

  /** How many measurements a point stands for. */
  get pointSize() {
    return this.#size;
  }

  /** @param {number[]} values one a column */
  add(values) {
    this.#count += 1;
    for (const [column, value] of values.entries()) this.#sums[column] = (this.#sums[column] ?? 0) + value;
    if (this.#count < this.#size) return;
    for (const [column, points] of this.points.entries()) points.push((this.#sums[column] ?? 0) / this.#count);
    this.#forgetRest();
    if ((this.points[0]?.length ?? 0) >= this.capacity) this.#halve();
    this.#changes.value += 1;
  }

  /** @param {Name} name */
  column(name) {
    void this.#changes.value;
    return this.points[this.names.indexOf(name)] ?? [];
  }

  clear() {
    this.points = this.names.map(() => []);
    this.#size = 1;
    this.#forgetRest();
    this.#changes.value += 1;
  }

  /** Forgets what comes after `end` in the first column. @param {number} end */
  cut(end) {
    const [first = []] = this.points;
    const after = first.findIndex((value) => value > end);
    if (after >= 0) for (const points of this.points) points.length = after;
    this.#forgetRest();
    this.#changes.value += 1;
  }

  /** All of it, to be kept. */
  get saved() {
    return { points: this.points, size: this.#size };
  }

  /** @param {Series<Name>["saved"]} saved */
  restore({ points, size }) {
    this.points = points;
    this.#size = size;
    this.#forgetRest();
    this.#changes.value += 1;
  }

  #forgetRest() {
    this.#sums.fill(0);
    this.#count = 0;
  }

  #halve() {
    this.points = this.points.map((points) => {
      const half = Math.floor(points.length / 2);
      return Array.from({ length: half }, (_, index) => ((points[2 * index] ?? 0) + (points[2 * index + 1] ?? 0)) / 2);
    });
    this.#size *= 2;
  }
}

/**
 * The mean over the neighbours of each value: as many on either side, fewer towards the start, so that the steep
 * beginning stays steep.
 * @param {number[]} values
 * @param {number} reach neighbours on either side at most
 */
export function smooth(values, reach) {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) ?? 0) + value);
  return values.map((_, index) => {
    const side = Math.min(reach, index);
    const from = index - side;
    const to = Math.min(values.length, index + side + 1);
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from);
  });
}
