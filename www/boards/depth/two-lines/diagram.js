/**
 * The network that makes the polygons, as a drawing: units as circles, layer by layer, every one with its gate.
 */

import { svg } from "../../../shell/dom.js";
import { written } from "./names.js";
import { SIDES } from "./polygon.js";

/** @typedef {{ name: string, gate?: string, from: number[] }} Node `from`: which nodes of the layer before it reads */

const WIDTH = 300;
const HEIGHT = 420;
const RADIUS = 17;

/** @param {number} polygons one or two */
export function createDiagram(polygons) {
  const layers = layersOf(polygons);
  const places = layers.map((nodes, layer) => nodes.map((_, index) => placeOf(layer, layers.length, index, nodes.length)));
  const edges = layers.flatMap((nodes, layer) =>
    nodes.flatMap(({ from }, index) =>
      from.map((source) => {
        const [a, b] = [places[layer - 1]?.[source], places[layer]?.[index]];
        return svg("path", { d: `M${a?.x} ${a?.y}L${b?.x} ${b?.y}` });
      }),
    ),
  );
  const marks = layers.flatMap((nodes, layer) =>
    nodes.map(({ name, gate }, index) => {
      const place = places[layer]?.[index];
      const below = gate ? [svg("text", { class: "gate", y: RADIUS + 17 }, gate)] : [];
      return svg("g", { transform: `translate(${place?.x} ${place?.y})` }, svg("circle", { r: RADIUS }), svg("text", { y: 5 }, written(name)), ...below);
    }),
  );
  return svg("svg", { class: "diagram", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" }, svg("g", { class: "edges" }, ...edges), ...marks);
}

/** @param {number} polygons @returns {Node[][]} */
function layersOf(polygons) {
  const all = (/** @type {number} */ count) => [...Array(count).keys()];
  const units = all(polygons * SIDES).map((index) => ({ name: `h${index + 1}`, from: [0, 1] }));
  const joins = all(polygons).map((group) => ({
    name: polygons === 1 ? "y" : `g${group + 1}`,
    gate: "AND",
    from: all(SIDES).map((side) => group * SIDES + side),
  }));
  const inputs = ["x1", "x2"].map((name) => ({ name, from: [] }));
  return [inputs, units, joins, ...(polygons > 1 ? [[{ name: "y", gate: "OR", from: all(polygons) }]] : [])];
}

/** @param {number} layer @param {number} layers @param {number} index @param {number} nodes */
function placeOf(layer, layers, index, nodes) {
  const edge = RADIUS + 4;
  return { x: edge + (layer * (WIDTH - 2 * edge)) / (layers - 1), y: ((index + 0.5) * HEIGHT) / nodes };
}
