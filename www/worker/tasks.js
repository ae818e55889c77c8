/**
 * Waiting: for the next task of the event loop, for a while, or for something to happen.
 */

const { port1, port2 } = new MessageChannel();
/** @type {(() => void)[]} */
const waiting = [];
port1.onmessage = () => waiting.shift()?.();

/**
 * Resolves in a later task, so that messages which have arrived are handled first.
 * A message channel, because timers are held back to 4 ms and, in hidden tabs, to a second.
 * @returns {Promise<void>}
 */
export function nextTask() {
  return new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
export function delay(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Something that happens again and again, and can be waited for. */
export class Signal {
  /** @type {(() => void)[]} */
  #waiting = [];

  /** @returns {Promise<void>} resolves when it happens the next time */
  next() {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  fire() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/**
 * Has pieces of work done one after the other, whatever becomes of those before.
 * @returns {<T>(work: () => T | Promise<T>) => Promise<T>}
 */
export function inTurn() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}
