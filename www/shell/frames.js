/**
 * The pace of drawing: once a frame, however often it is asked for.
 */

/** What is to be done before the next frame. @type {Set<() => void>} */
const waiting = new Set();

/**
 * A function that has `work` done once before the next frame, however often it is called.
 * @param {() => void} work
 */
export function oncePerFrame(work) {
  let asked = 0;
  const doIt = () => {
    cancelAnimationFrame(asked);
    asked = 0;
    waiting.delete(doIt);
    work();
  };
  const schedule = () => {
    if (asked) return;
    asked = requestAnimationFrame(doIt);
    waiting.add(doIt);
  };
  // For good: what was left is not drawn any more, though what it shows may live on.
  schedule.cancel = () => {
    cancelAnimationFrame(asked);
    asked = Infinity;
    waiting.delete(doIt);
  };
  return schedule;
}

/** Does now what waits for the next frame, and what that asks for in turn: for paper, which has no frames, and for what is
 *  seen for the first time. */
export function drawNow() {
  for (let round = 0; round < 2; round += 1) for (const doIt of [...waiting]) doIt();
}
