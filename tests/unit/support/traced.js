/* The strokes with which an image of a digit may have been written: its ink thinned to lines, and those followed. */

const SIDE = 28;
/** Round a pixel, beginning above it and going to the right. */
const around = [-SIDE, -SIDE + 1, 1, SIDE + 1, SIDE, SIDE - 1, -1, -SIDE - 1];

/** @param {Uint8Array} pixels [28 * 28] @returns {number[][]} strokes: x0, y0, x1, y1, … in parts of the image's side */
export function traced(pixels) {
  const ink = thinned(Array.from(pixels, (value) => value > 127));
  const left = new Set([...ink.keys()].filter((place) => ink[place]));
  const neighbours = (/** @type {number} */ place) => around.map((step) => place + step).filter((other) => left.has(other));
  const strokes = [];
  while (left.size > 0) {
    // From an end where there is one: a closed line has none.
    let place = [...left].find((one) => neighbours(one).length === 1) ?? [...left][0];
    /** @type {number[]} */
    const stroke = [];
    while (place !== undefined) {
      left.delete(place);
      stroke.push(place);
      // Straight on before slantwise, so that no corner is left behind.
      place = neighbours(place).sort((a, b) => distance(stroke.at(-1) ?? 0, a) - distance(stroke.at(-1) ?? 0, b))[0];
    }
    strokes.push(stroke);
  }
  // Crossings leave crumbs behind.
  const long = strokes.filter((stroke) => stroke.length > 2);
  return (long.length > 0 ? long : strokes).map((stroke) => stroke.flatMap((one) => [((one % SIDE) + 0.5) / SIDE, (Math.floor(one / SIDE) + 0.5) / SIDE]));
}

/** @param {number} a @param {number} b */
function distance(a, b) {
  return Math.hypot((a % SIDE) - (b % SIDE), Math.floor(a / SIDE) - Math.floor(b / SIDE));
}

/** Zhang and Suen: A fast parallel algorithm for thinning digital patterns (1984). @param {boolean[]} ink no pixel at the edge */
function thinned(ink) {
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    // From below and from the right, then from above and from the left: of each three neighbours one must be paper.
    for (const sides of [[[0, 2, 4], [2, 4, 6]], [[0, 2, 6], [0, 4, 6]]]) {
      const worn = [...ink.keys()].filter((place) => {
        if (!ink[place]) return false;
        const ring = around.map((step) => Boolean(ink[place + step]));
        const count = ring.filter(Boolean).length;
        const edges = ring.filter((isInk, index) => !isInk && ring[(index + 1) % 8]).length;
        return count >= 2 && count <= 6 && edges === 1 && sides.every((side) => side.some((at) => !ring[at]));
      });
      for (const place of worn) ink[place] = false;
      isChanged ||= worn.length > 0;
    }
  }
  return ink;
}
