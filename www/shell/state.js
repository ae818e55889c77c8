/**
 * A board's state: a signal for each of its fields, so that what shows one of them follows that one.
 */

import { batch, signal } from "@preact/signals-core";

/** @import { Fields, StateOf } from "./types" */

/**
 * @template {Fields} F
 * @param {F} fields
 * @param {StateOf<F>} start
 * @param {() => void} onSet told of values that were set, and not of those that an address has brought
 */
export function createState(fields, start, onSet) {
  const signals = Object.fromEntries(Object.keys(fields).map((name) => [name, signal(start[name])]));
  const values = /** @type {StateOf<F>} */ ({});
  for (const [name, one] of Object.entries(signals)) Object.defineProperty(values, name, { get: () => one.value, enumerable: true });

  /** Where a value is written as the one before, nothing has changed. @param {Partial<StateOf<F>>} changes */
  const take = (changes) =>
    batch(() => {
      for (const [name, value] of Object.entries(changes)) {
        const [field, one] = [fields[name], signals[name]];
        if (field && one && field.write(value) !== field.write(one.peek())) one.value = value;
      }
    });

  return {
    values,
    take,
    /** @param {Partial<StateOf<F>>} changes */
    set: (changes) => {
      take(changes);
      onSet();
    },
  };
}
