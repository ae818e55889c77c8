/* What a call is given besides: read once, and nothing of it left out without a word. */
import { coded } from "./errors.js";

/** More entries than any option has; the core refuses as many. */
const MOST_ENTRIES = 1000;

/** Throws `bad-options` for what is no object with fields of one's own, such as a signal or an address that belongs into one. */
export function checkPlain(options) {
  const prototype = typeof options === "object" && options !== null ? Object.getPrototypeOf(options) : undefined;
  // Of another frame as well.
  const isPlain = prototype === null || (prototype && Object.getPrototypeOf(prototype) === null);
  if (!isPlain) throw coded("bad-options", "the options must be a plain object");
}

/** Throws `bad-options` for what is no such object, and for fields of other names. */
export function checkOptions(options, names) {
  checkPlain(options);
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown !== undefined) throw coded("bad-options", `there is no option ${unknown}`);
}

/** Options as they are now, for the core may yet have to come, and may not meet code of somebody else's while it reads them. */
export function copyOf(options) {
  try {
    return copied(options);
  } catch (cause) {
    throw coded("bad-options", `the options cannot be read: ${cause?.message ?? cause}`, cause);
  }
}

function copied(value) {
  // No option is any of these, and a worker cannot be sent them.
  if (typeof value === "function" || typeof value === "symbol" || ArrayBuffer.isView(value)) return null;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Array.from({ length: Math.min(value.length, MOST_ENTRIES) }, (_, place) => copied(value[place]));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, copied(part)]));
}
