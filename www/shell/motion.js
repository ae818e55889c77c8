/**
 * Pictures that move by themselves, unless the reader wants them to be still.
 */

const still = matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Draws frame by frame.
 * @param {(seconds: number) => void} draw told how long it has been going on
 * @param {number} telling the moment that a reader who wants no motion sees
 * @returns {() => void} ends it
 */
export function animate(draw, telling) {
  let frame = 0;
  const began = performance.now();
  const next = () => {
    draw(still.matches ? telling : (performance.now() - began) / 1000);
    if (!still.matches) frame = requestAnimationFrame(next);
  };
  const start = () => {
    cancelAnimationFrame(frame);
    next();
  };
  start();
  still.addEventListener("change", start);
  return () => {
    cancelAnimationFrame(frame);
    still.removeEventListener("change", start);
  };
}

/** Sets off and arrives gently. @param {number} part 0 to 1 */
export function eased(part) {
  return part * part * (3 - 2 * part);
}
