/**
 * How a curve is broken, in strokes' widths: stretches and gaps in turn. By that alone the curves of a picture are told from
 * each other, on grey paper and in a reader's own two colours.
 */

export const dashes = { solid: [], dashed: [3, 2.4], dotted: [1, 1.6], mixed: [5, 1.6, 1, 1.6] };

/** @typedef {keyof typeof dashes} Dash */

/** @param {Dash} dash @param {number} width of the stroke, in pixels */
export function dashOf(dash, width) {
  return dashes[dash].map((part) => part * width);
}
