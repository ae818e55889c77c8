/* Typed arrays as they are, whatever they say of themselves. */
import { coded } from "./errors.js";

const ofAll = Object.getPrototypeOf(Uint8Array.prototype);
const { keys } = ofAll;
const [kindOf, bufferOf, beginOf, lengthOf] = [Symbol.toStringTag, "buffer", "byteOffset", "length"].map(
  (name) => Object.getOwnPropertyDescriptor(ofAll, name).get,
);

/**
 * The same memory as a typed array of the language's own class: from a `length` of somebody's making the core would take
 * what is not there. Undefined for what is no typed array, which is for the core to refuse. Throws `bad-data` for one whose
 * memory is gone.
 */
export function plain(values) {
  try {
    keys.call(values);
  } catch (cause) {
    if (kindOf.call(values)) throw coded("bad-data", "the memory of an array is gone: it was transferred, or cut off by a resize", cause);
    return undefined;
  }
  return new globalThis[kindOf.call(values)](bufferOf.call(values), beginOf.call(values), lengthOf.call(values));
}
