/**
 * Curves over one axis. Each has its own places on it, in rising order; curves that share a list of places are merged once,
 * which is most of the work in a frame of a long run.
 */

/**
 * @param {{ x: number[], y: (number | null)[] }[]} curves
 * @returns {[x: number[], ...y: (number | null)[][]]} all places, and for each curve its heights there, null where it has none
 */
export function aligned(curves) {
  const lists = new Map(curves.map(({ x }) => [x, { x, places: new Uint32Array(x.length), begun: 0 }]));
  /** @type {number[]} */
  const axis = [];
  for (;;) {
    let next = Infinity;
    for (const { x, begun } of lists.values()) next = Math.min(next, x[begun] ?? Infinity);
    if (next === Infinity) break;
    for (const list of lists.values()) if (list.x[list.begun] === next) list.places[list.begun++] = axis.length;
    axis.push(next);
  }
  const heights = curves.map(({ x, y }) => {
    /** @type {(number | null)[]} */
    const column = Array(axis.length).fill(null);
    lists.get(x)?.places.forEach((place, index) => (column[place] = y[index] ?? null));
    return column;
  });
  return [axis, ...heights];
}
