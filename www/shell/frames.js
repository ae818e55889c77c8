/**
 * The pace of drawing: once a frame, however often it is asked for.
 */

/** What is to be done before the next frame, in the order in which it was asked for. @type {Set<() => void>} */
const waiting = new Set();
/** The frame that is asked for: one for all, for to ask the browser costs more than most of what is drawn. */
let frame = 0;

/**
 * A function that has `work` done once before the next frame, however often it is called.
 * @param {() => void} work
 */
export function oncePerFrame(work) {
  let isOver = false;
  const doIt = () => {
    if (!isOver) work();
  };
  const schedule = () => {
    if (isOver) return;
    waiting.add(doIt);
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      doWaiting();
    });
  };
  // For good: what was left is not drawn any more, though what it shows may live on.
  schedule.cancel = () => {
    isOver = true;
    waiting.delete(doIt);
  };
  return schedule;
}

/** Does now what waits for the next frame, and what that asks for in turn: for paper, which has no frames, and for what is
 *  seen for the first time. */
export function drawNow() {
  for (let round = 0; round < 2; round += 1) doWaiting();
}

/** What fails keeps nothing else from being drawn. */
function doWaiting() {
  const all = [...waiting];
  waiting.clear();
  for (const doIt of all) {
    try {
      doIt();
    } catch (error) {
      reportError(error);
    }
  }
}
