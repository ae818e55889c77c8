/**
 * The kinds of values that an address can hold. A board lists its fields once; that list reads a link and writes it.
 */

/** @import { Field, Fields, StateOf } from "./types" */

/**
 * @param {number} fallback
 * @param {{ min: number, max: number }} range
 * @returns {Field<number>}
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
 * @returns {Field<number>}
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
 * @returns {Field<number>}
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
 * @returns {Field<number[]>} written as 512-512; none at all is "none"
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
 * @returns {Field<T>}
 */
export function choice(options, fallback = options[0]) {
  return { fallback, parse: (text) => options.find((option) => option === text), write: String };
}

/**
 * @param {boolean} fallback
 * @returns {Field<boolean>}
 */
export function flag(fallback) {
  return {
    fallback,
    parse: (text) => (text === "yes" || text === "no" ? text === "yes" : undefined),
    write: (value) => (value ? "yes" : "no"),
  };
}

/**
 * @template {Fields} F
 * @param {F} fields
 * @param {URLSearchParams} parameters
 * @returns {{ values: StateOf<F>, refused: string[] }} `refused` names what is no field, or no value of its field
 */
export function readFields(fields, parameters) {
  /** @type {string[]} */
  const refused = [...parameters.keys()].filter((name) => !Object.hasOwn(fields, name));
  const entries = Object.entries(fields).map(([name, field]) => {
    const text = parameters.get(name);
    const value = text === null ? field.fallback : field.parse(text);
    if (value === undefined) refused.push(`${name}=${text}`);
    return [name, value ?? field.fallback];
  });
  return { values: Object.fromEntries(entries), refused };
}

/**
 * @template {Fields} F
 * @param {F} fields
 * @param {StateOf<F>} values
 * @returns {URLSearchParams} only what is not as it would be anyway
 */
export function writeFields(fields, values) {
  const parameters = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) {
    const text = field.write(values[name]);
    if (text !== field.write(field.fallback)) parameters.set(name, text);
  }
  return parameters;
}

/**
 * @param {number} value
 * @param {number} min
 * @param {number} max
 */
function within(value, min, max) {
  return value >= min && value <= max ? value : undefined;
}
