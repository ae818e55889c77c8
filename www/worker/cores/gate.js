/**
 * What a helper waits at before it begins: it takes its stack from the shared memory, and no two workers may ask for memory
 * at a time. So the worker that has started it stands still until it has it.
 */

const CLOSED = 0;
const OPEN = 1;
const PASSED = 2;

/** In milliseconds: it is a matter of a few. */
const PATIENCE = 2000;

export const newGate = () => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/** The helper's side. @param {Int32Array} gate @param {() => void} begin what no other worker may be doing meanwhile */
export function pass(gate, begin) {
  Atomics.wait(gate, 0, CLOSED);
  begin();
  Atomics.store(gate, 0, PASSED);
  Atomics.notify(gate, 0);
}

/** Lets a helper that waits there begin, and does nothing else until it has. @param {Int32Array} gate */
export function letPass(gate) {
  Atomics.store(gate, 0, OPEN);
  Atomics.notify(gate, 0);
  if (Atomics.wait(gate, 0, OPEN, PATIENCE) === "timed-out") throw new Error("a helper does not begin");
}
