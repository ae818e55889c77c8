/**
 * A clock for what work takes. It stands still while the machine sleeps: a lid that was shut for an hour is no hour of training,
 * nor of an evaluation, which would then not be worth its time any more.
 */

/** Nobody who works looks at the clock as seldom as that. */
const LONGEST_MS = 30_000;

let before = 0;
let slept = 0;

/** In milliseconds. */
export function awake() {
  const now = performance.now();
  if (now - before > LONGEST_MS) slept += now - before;
  before = now;
  return now - slept;
}
