/**
 * Pictures that move by themselves, unless the reader wants them to be still.
 */

import { drawn } from "./signals.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Draws frame by frame.
 * @param {(seconds: number) => void} draw told how long it has been going on
 * @param {number} telling the moment that a reader who wants no motion sees
 * @returns {() => void} ends it
 */
export function animate(draw, telling) {
  let stop = () => {};
  const began = performance.now();
  const move = () => {
    let frame = 0;
    const drawIt = () => draw((performance.now() - began) / 1000);
    const next = () => {
      drawIt();
      frame = requestAnimationFrame(next);
    };
    next();
    // As it goes to paper no frame comes, but other colours do.
    const end = drawn(drawIt);
    return () => {
      cancelAnimationFrame(frame);
      end();
    };
  };
  const start = () => {
    stop();
    stop = still.matches ? drawn(() => draw(telling)) : move();
  };
  start();
  still.addEventListener("change", start);
  return () => {
    stop();
    still.removeEventListener("change", start);
  };
}

/** Sets off and arrives gently. @param {number} part 0 to 1 */
export function eased(part) {
  return part * part * (3 - 2 * part);
}
