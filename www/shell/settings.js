/**
 * The kinds of values that an address can hold. A board lists its settings once; that list reads a link and writes it.
 */

/** @import { Setting, Settings, StateOf } from "./types" */

/**
 * @param {number} fallback
 * @param {{ min: number, max: number }} range
 * @returns {Setting<number>}
 */
export function integer(fallback, { min, max }) {
  return {
    fallback,
    parse: (text) => (/^\d{1,15}$/.test(text) ? within(Number(text), min, max) : undefined),
    write: String,
  };
}

/**
 * A number with at most two decimals: what can be read is the whole truth.
 * @param {number} fallback
 * @param {{ min: number, max: number }} range
 * @returns {Setting<number>}
 */
export function hundredths(fallback, { min, max }) {
  return {
    fallback,
    parse: (text) => (/^-?\d{1,4}(\.\d{1,2})?$/.test(text) ? within(Number(text) || 0, min, max) : undefined),
    write: String,
  };
}

/**
 * @param {number} fallback
 * @param {{ above: number, max: number }} range
 * @returns {Setting<number>}
 */
export function positive(fallback, { above, max }) {
  return {
    fallback,
    parse: (text) => {
      const value = text.trim() === "" ? NaN : Number(text);
      return value > above && value <= max ? value : undefined;
    },
    write: String,
  };
}

/**
 * @param {number[]} fallback
 * @param {{ min: number, max: number, most: number }} limits of every number, and of how many there are
 * @returns {Setting<number[]>} written as 512-512; none at all is "none"
 */
export function integers(fallback, { min, max, most }) {
  const one = integer(min, { min, max });
  return {
    fallback,
    parse: (text) => {
      const parts = text === "none" ? [] : text.split("-").map(one.parse);
      const known = parts.filter((part) => part !== undefined);
      return known.length === parts.length && parts.length <= most ? known : undefined;
    },
    write: (values) => values.join("-") || "none",
  };
}

/**
 * @template {string} T
 * @param {readonly [T, ...T[]]} options
 * @param {T} [fallback] the first one when left out
 * @returns {Setting<T>}
 */
export function choice(options, fallback = options[0]) {
  return { fallback, parse: (text) => options.find((option) => option === text), write: String };
}

/**
 * Which part of a board is shown, as a tab is: the browser's Back leads to the one before.
 * @template {string} T
 * @param {readonly [T, ...T[]]} options
 * @returns {Setting<T>}
 */
export function place(options) {
  return { ...choice(options), isPlace: true };
}

/**
 * @param {boolean} fallback
 * @returns {Setting<boolean>}
 */
export function flag(fallback) {
  return {
    fallback,
    parse: (text) => (text === "yes" || text === "no" ? text === "yes" : undefined),
    write: (value) => (value ? "yes" : "no"),
  };
}

/**
 * @template {Settings} F
 * @param {F} settings
 * @param {URLSearchParams} parameters
 * @returns {{ values: StateOf<F>, refused: string[] }} `refused` names what is no setting, or no value of its setting
 */
export function readSettings(settings, parameters) {
  /** @type {string[]} */
  const refused = [...parameters.keys()].filter((name) => !Object.hasOwn(settings, name));
  const entries = Object.entries(settings).map(([name, setting]) => {
    const text = parameters.get(name);
    const value = text === null ? setting.fallback : setting.parse(text);
    if (value === undefined) refused.push(`${name}=${text}`);
    return [name, value ?? setting.fallback];
  });
  return { values: Object.fromEntries(entries), refused };
}

/**
 * @template {Settings} F
 * @param {F} settings
 * @param {StateOf<F>} values
 * @returns {URLSearchParams} only what is not as it would be anyway
 */
export function writeSettings(settings, values) {
  const parameters = new URLSearchParams();
  for (const [name, setting] of Object.entries(settings)) {
    const text = setting.write(values[name]);
    if (text !== setting.write(setting.fallback)) parameters.set(name, text);
  }
  return parameters;
}

/**
 * Whether an address can hold all of these values.
 * @template {Settings} F
 * @param {F} settings
 * @param {Partial<StateOf<F>>} values
 */
export function allows(settings, values) {
  const { values: fallbacks } = readSettings(settings, new URLSearchParams());
  return readSettings(settings, writeSettings(settings, { ...fallbacks, ...values })).refused.length === 0;
}

/**
 * @param {number} value
 * @param {number} min
 * @param {number} max
 */
function within(value, min, max) {
  return value >= min && value <= max ? value : undefined;
}
