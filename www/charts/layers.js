/**
 * A dense network as a picture: a column a layer, the taller the more units, every column joined to the next.
 */

import { svg } from "../shell/dom.js";

const WIDTH = 320;
const HEIGHT = 120;
/** More units than this are not drawn one by one. */
const MOST_DOTS = 9;

/**
 * @param {number[]} sizes units of every layer, inputs first
 * @param {(size: number) => string} format
 */
export function drawLayers(sizes, format) {
  const gap = WIDTH / sizes.length;
  const columns = sizes.map((size, index) => ({ size, x: gap * (index + 0.5), dots: dotsOf(size) }));
  const links = columns.flatMap((column, index) => {
    const next = columns[index + 1];
    if (!next) return [];
    return column.dots.flatMap((from) => next.dots.map((to) => `M${column.x} ${from}L${next.x} ${to}`));
  });
  const dots = columns.flatMap(({ x, dots }) => dots.map((y) => svg("circle", { cx: x, cy: y, r: 4 })));
  const labels = columns.map(({ x, size }) => svg("text", { x, y: HEIGHT + 20, "text-anchor": "middle" }, format(size)));
  return svg("svg", { class: "layers", viewBox: `0 0 ${WIDTH} ${HEIGHT + 28}`, "aria-hidden": "true" }, svg("path", { d: links.join("") }), ...dots, ...labels);
}

/** The heights at which a layer's units are drawn. @param {number} size */
function dotsOf(size) {
  const count = Math.min(MOST_DOTS, Math.max(1, Math.round(1.6 * Math.log2(size + 1)) - 3));
  return Array.from({ length: count }, (_, index) => Math.round((HEIGHT / 2 + (index - (count - 1) / 2) * 13) * 10) / 10);
}
