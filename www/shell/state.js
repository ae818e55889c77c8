/**
 * A board's state: a signal for each of its settings, so that what shows one of them follows that one.
 */

import { batch, signal } from "@preact/signals-core";

/** @import { Settings, StateOf } from "./types" */

/**
 * @template {Settings} F
 * @param {F} settings
 * @param {StateOf<F>} start
 * @param {() => void} onSet told of values that were set, and not of those that an address has brought
 */
export function createState(settings, start, onSet) {
  const signals = Object.fromEntries(Object.keys(settings).map((name) => [name, signal(start[name])]));
  const values = /** @type {StateOf<F>} */ ({});
  for (const [name, one] of Object.entries(signals)) Object.defineProperty(values, name, { get: () => one.value, enumerable: true });

  /** Where a value is written as the one before, nothing has changed. @param {Partial<StateOf<F>>} changes */
  const take = (changes) =>
    batch(() => {
      for (const [name, value] of Object.entries(changes)) {
        const [setting, one] = [settings[name], signals[name]];
        if (setting && one && setting.write(value) !== setting.write(one.peek())) one.value = value;
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
