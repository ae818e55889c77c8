/**
 * Where the newest step of a line has led, beside where it was guessed to lead.
 */

/**
 * @param {number[]} path w, b, w, b, … so far, the newest last
 * @param {[w: number, b: number] | null} guess
 * @returns {{ from: [number, number], to: [number, number], length: number, off: number | null } | null} null where there was no step
 */
export function landing(path, guess) {
  const [w0, b0, w1, b1] = path.slice(-4);
  if (w0 === undefined || b0 === undefined || w1 === undefined || b1 === undefined) return null;
  return {
    from: [w0, b0],
    to: [w1, b1],
    length: Math.hypot(w1 - w0, b1 - b0),
    off: guess && Math.hypot(w1 - guess[0], b1 - guess[1]),
  };
}
