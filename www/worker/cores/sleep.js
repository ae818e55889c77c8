/** What the module asks of JavaScript so that whoever has nothing to do sleeps. Places are counted in numbers of 32 bits. */

/** @param {WebAssembly.Memory} memory that is shared */
export function offerSleep(memory) {
  // The memory may grow, and is then another buffer over the same place: this one still holds what is slept over.
  const numbers = new Int32Array(memory.buffer);
  Object.assign(self, {
    chalknetWait: (/** @type {number} */ place, /** @type {number} */ value) => void Atomics.wait(numbers, place, value),
    chalknetWake: (/** @type {number} */ place) => void Atomics.notify(numbers, place),
  });
}
