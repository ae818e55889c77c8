/**
 * Curves as a picture of its own (SVG): with its title, the names of its axes, and a legend, for a slide or a report.
 */

import { dashOf } from "./dashes.js";
import { heightOn, peakAbove, wholePowers } from "./frame.js";
import { EDGE, TEXT, headBottom, headSvg, legendRows, round, svgOf, upward, widthOf, word } from "./svg-words.js";

/** @import { ColourName, Curve, Frame, Told } from "./types" */

/** In pixels; of the form of a slide. */
export const PICTURE = { width: 960, height: 540 };

const STROKE = 3;
/** About as many marks as there is room for. */
const MARKS = { x: 7, y: 6 };

/**
 * @typedef {object} Drawn
 * @property {Frame} frame
 * @property {Curve[]} curves
 * @property {{ upper: number, lower: number }[]} bands
 * @property {boolean} fromTop
 * @property {Told} told
 * @property {(name: ColourName) => string} colour of the palette
 * @property {string} family of the letters
 */

/** @param {Drawn} drawn @returns {string} */
export function curvesSvg({ frame, curves, bands, fromTop, told, colour, family }) {
  const { width, height } = PICTURE;
  const scale = heightOn(frame.scale, fromTop);
  const lines = frame.curves.map(({ x, y }) => x.map((at, place) => ({ x: at, h: scale.of(y[place] ?? NaN) })).filter(({ h }) => Number.isFinite(h)));
  const [low, high] = heights(frame, lines.flat());
  const yMarks = frame.scale === "log" ? powers(low, high) : marks(low, high, MARKS.y);
  const yLabels = yMarks.map((h) => frame.formatY(scale.back(h)));

  // Few points, with much room between them, are no line yet.
  const areDots = lines.map((line, place) => line.length === 1 || (curves[place]?.isSparse === true && line.length <= (width - 2 * EDGE) / (STROKE * 2.4)));
  const entries = curves.map((curve, place) => ({ name: frame.curves[place]?.x.length ? (told.curves[place] ?? "") : "", mark: markOf(curve, areDots[place] === true, colour) }));
  const legend = legendRows(entries, width - 2 * EDGE);
  const box = {
    left: EDGE + TEXT * 1.8 + Math.max(...yLabels.map(widthOf)),
    top: headBottom(legend),
    right: width - EDGE,
    bottom: height - EDGE - TEXT * 3,
  };
  const isTurned = fromTop && frame.scale === "log";
  const toX = (/** @type {number} */ x) => round(box.left + (x / (frame.xMax || 1)) * (box.right - box.left));
  const toY = (/** @type {number} */ h) => {
    const part = (h - low) / (high - low || 1);
    return round(box.bottom - (isTurned ? 1 - part : part) * (box.bottom - box.top));
  };
  const points = (/** @type {{ x: number, h: number }[]} */ line) => line.map(({ x, h }) => `${toX(x)},${toY(h)}`).join(" ");
  const ink2 = colour("ink-2");

  const grid = yMarks.map(
    (h, place) =>
      `<path d="M${round(box.left)} ${toY(h)}H${box.right}" stroke="${colour("rule")}"/>` + word(yLabels[place] ?? "", box.left - TEXT * 0.4, toY(h), { fill: ink2, anchor: "end", base: "middle" }),
  );
  const xMarks = (frame.xMarks ?? marks(0, frame.xMax || 1, MARKS.x)).map((x) => word(frame.formatX(x), toX(x), box.bottom + TEXT * 1.3, { fill: ink2, anchor: "middle" }));
  const grounds = bands.flatMap(({ upper, lower }) => {
    const [above = [], below = []] = [lines[upper], lines[lower]];
    return above.length > 1 ? [`<polygon points="${points([...above, ...below.toReversed()])}" fill="${colour(curves[upper]?.colour ?? "ink")}" fill-opacity="0.16"/>`] : [];
  });
  const drawn = lines.flatMap((line, place) => {
    const curve = curves[place];
    return curve && line.length > 0 && !areDots[place] ? [`<polyline points="${points(line)}" ${strokeOf(curve, colour)}/>`] : [];
  });
  // A point at the edge is a whole one; what is beyond is not shown.
  const dots = lines.flatMap((line, place) => {
    const shown = areDots[place] ? line.filter(({ h }) => h >= low && h <= high) : [];
    return shown.map(({ x, h }) => dot(toX(x), toY(h), colour(curves[place]?.colour ?? "ink")));
  });
  const peak = peakAbove(frame);
  const out = peak ? [word(`↑ ${frame.formatY(peak.y)}`, toX(peak.x), box.top - TEXT * 0.4, { fill: ink2, anchor: peak.x < frame.xMax / 2 ? "start" : "end" })] : [];

  return svgOf({ width, height, family, title: told.title, ground: colour("sheet") }, [
    ...headSvg(told.title, legend, colour("ink")),
    ...grid,
    ...xMarks,
    word(told.x, (box.left + box.right) / 2, height - EDGE, { fill: ink2, anchor: "middle" }),
    upward(told.y, (box.top + box.bottom) / 2, ink2),
    `<clipPath id="box"><rect x="${round(box.left)}" y="${round(box.top) - STROKE}" width="${round(box.right - box.left)}" height="${round(box.bottom - box.top) + 2 * STROKE}"/></clipPath>`,
    `<g clip-path="url(#box)">`,
    ...grounds,
    ...drawn,
    "</g>",
    ...dots,
    ...out,
  ]);
}

/** From where to where the scale goes. @param {Frame} frame @param {{ h: number }[]} points @returns {[number, number]} */
function heights({ scale, range }, points) {
  if (scale === "linear") return range;
  // By hand: as many as there can be are too many for a call.
  const [min, max] = points.reduce(([least, most], { h }) => [Math.min(least, h), Math.max(most, h)], [Infinity, -Infinity]);
  return points.length === 0 ? wholePowers(null, null) : wholePowers(min, max);
}

/**
 * Round numbers from one to the other.
 * @param {number} from
 * @param {number} to
 * @param {number} most about so many
 */
export function marks(from, to, most) {
  const rough = (to - from) / most;
  if (!(rough > 0)) return [from];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((lead) => lead * power >= rough * 0.999) ?? 10) * power;
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  // Of two whole numbers, so that 0.3 is not 0.30000000000000004.
  return Array.from({ length: count }, (_, place) => Number(((first + place) * step).toPrecision(12)));
}

/** Whole powers, as many as there is room for. @param {number} low @param {number} high */
function powers(low, high) {
  const step = Math.max(1, Math.ceil((high - low) / MARKS.y));
  return Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, place) => low + place * step);
}

/** A curve in the legend. @param {Curve} curve @param {boolean} isDot @param {Drawn["colour"]} colour @returns {(x: number, y: number) => string} */
function markOf(curve, isDot, colour) {
  return isDot ? (x, y) => dot(x + TEXT, y, colour(curve.colour)) : (x, y) => `<path d="M${x} ${y}h${TEXT * 2}" ${strokeOf(curve, colour)}/>`;
}

/** @param {number} x @param {number} y @param {string} fill */
function dot(x, y, fill) {
  return `<circle cx="${x}" cy="${y}" r="${STROKE * 1.4}" fill="${fill}"/>`;
}

/** @param {Curve} curve @param {Drawn["colour"]} colour */
function strokeOf({ colour: name, dash, faint }, colour) {
  const broken = dash === "solid" ? "" : ` stroke-dasharray="${dashOf(dash, STROKE).map(round).join(" ")}"`;
  return `fill="none" stroke="${colour(name)}" stroke-width="${faint ? STROKE / 2 : STROKE}" stroke-linejoin="round"${faint ? ' stroke-opacity="0.3"' : ""}${broken}`;
}
