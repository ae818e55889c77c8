/* Typed arrays as they are, whatever they say of themselves. */

const ofAll = Object.getPrototypeOf(Uint8Array.prototype);
const { keys } = ofAll;
const [kindOf, bufferOf, beginOf, lengthOf] = [Symbol.toStringTag, "buffer", "byteOffset", "length"].map(
  (name) => Object.getOwnPropertyDescriptor(ofAll, name).get,
);

/**
 * The same memory as a typed array of the language's own class: from a `length` of somebody's making the core would take
 * what is not there. Undefined for what is no typed array, or one whose memory is gone; the core refuses that.
 */
export function plain(values) {
  try {
    keys.call(values);
  } catch {
    return undefined;
  }
  return new globalThis[kindOf.call(values)](bufferOf.call(values), beginOf.call(values), lengthOf.call(values));
}
