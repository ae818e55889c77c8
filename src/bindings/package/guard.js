/* What is said once the core has broken off: an exception that leaves it, whatever its cause, leaves it in the middle of a
   call, and all that is in its memory with it. */
import { coded } from "./errors.js";

/** Gives memory back, or is called when something has come: nobody is there to be told. */
const IS_QUIET = /free|dealloc|closure/;
/** What it broke off with. */
let cause;
let isLost = false;
/** By which those are told who wait for an answer. */
const waiting = new Set();

/** What is called in the core, as long as it can be. */
export function guarded(exports) {
  return Object.fromEntries(Object.entries(exports).map(([name, part]) => [name, typeof part === "function" ? guard(name, part) : part]));
}

function guard(name, call) {
  return (...values) => {
    try {
      if (!isLost) return call(...values);
    } catch (error) {
      isLost = true;
      cause = error;
      for (const reject of waiting) reject(lost());
    }
    if (!IS_QUIET.test(name)) throw lost();
    // Of no result and no error.
    return [];
  };
}

/** An answer of the core, unless it breaks off before: it would never come. */
export function unlessLost(answer) {
  return new Promise((resolve, reject) => {
    waiting.add(reject);
    answer.then(resolve, reject).finally(() => waiting.delete(reject));
  });
}

function lost() {
  const message = `the core broke off in the middle of a call (${cause?.message ?? cause}), and all its trainers are lost: load the page again, or make a new worker or process`;
  return coded("core-lost", message, cause);
}
