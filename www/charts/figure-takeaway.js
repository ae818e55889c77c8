/** What can be taken of a chart that is no curves: what it shows now, with its title, its axes and a legend. */

import { el } from "../shell/dom.js";
import { textStyle } from "./colours.js";
import { marks } from "./curves-svg.js";
import { EDGE, TEXT, headBottom, headSvg, legendRows, round, svgOf, upward, widthOf, word } from "./svg-words.js";
import { plain, traced } from "./traced.js";

/** @import { Along, FigureTold, Mark, Takeaway, Token } from "./takeaway" */

/** Of the picture, in pixels: as wide as a slide, and of what is in it as high as fits on one that is read by itself. */
const WIDTH = 960;
const MOST = { width: WIDTH - 2 * EDGE, height: 760 };
/** The fewest across, so that a title has room. */
const LEAST_WIDTH = 480;
/** About so many numbers along an axis. */
const MARKS = 6;

/**
 * @param {HTMLElement} element that is looked at where nothing else is said
 * @param {FigureTold} told
 * @param {(value: number) => string} format
 * @returns {Takeaway}
 */
export function figureTakeaway(element, told, format) {
  return { title: told.title, svg: () => figureSvg(told.figure ?? element, told, format), tables: told.tables ?? [] };
}

/** @param {HTMLElement} element @param {FigureTold} told @param {(value: number) => string} format */
function figureSvg(element, { title, x, y, legend = [], without, edge }, format) {
  const { width, height, svg } = traced(element, { without, edge });
  const [xMarks, yMarks] = [x, y].map((along) => marksOf(along, format));
  const left = EDGE + (y ? TEXT * 1.8 : 0) + Math.max(0, ...(yMarks ?? []).map(({ text }) => widthOf(text) + TEXT * 0.4));
  const scale = Math.min((MOST.width - left + EDGE) / width, MOST.height / height);
  const [wide, high] = [width * scale, height * scale];
  const across = Math.min(WIDTH, Math.round(Math.max(LEAST_WIDTH, left + wide + EDGE, 2 * EDGE + widthOf(title) * 1.2)));
  const rows = legendRows(legend.map(({ name, mark, colour }) => ({ name, mark: markOf(mark, colourOf(colour)) })), across - 2 * EDGE);
  const top = headBottom(rows);
  const bottom = top + high;
  const ink2 = colourOf("ink-2");
  const numbers = [
    ...(xMarks ?? []).map(({ part, text }) => word(text, left + part * wide, bottom + TEXT * 1.3, { fill: ink2, anchor: "middle" })),
    ...(yMarks ?? []).map(({ part, text }) => word(text, left - TEXT * 0.4, bottom - part * high, { fill: ink2, anchor: "end", base: "middle" })),
  ];
  const end = bottom + (xMarks?.length ? TEXT * 1.6 : 0) + (x ? TEXT * 1.4 : 0);
  return svgOf({ width: across, height: Math.round(end + EDGE), family: textStyle(element).family, title, ground: colourOf("sheet") }, [
    ...headSvg(title, rows, colourOf("ink")),
    `<g transform="translate(${round(left)} ${round(top)}) scale(${scale.toFixed(4)})">`,
    svg,
    "</g>",
    ...numbers,
    x ? word(x.name, left + wide / 2, end, { fill: ink2, anchor: "middle" }) : "",
    y ? upward(y.name, (top + bottom) / 2, ink2) : "",
  ]);
}

/** In the palette as it is. @param {Token} name */
function colourOf(name) {
  const probe = el("i");
  // Not as an attribute, which the page's policy forbids.
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return plain(color).colour;
}

/** Where along the figure a number stands, in parts of it. @param {Along | undefined} along @param {(value: number) => string} format */
function marksOf(along, format) {
  if (along?.from === undefined || along.to === undefined) return [];
  const { from, to } = along;
  return marks(from, to, MARKS).map((value) => ({ part: (value - from) / (to - from), text: format(value) }));
}

/** @param {Mark} mark @param {string} colour @returns {(x: number, y: number) => string} */
function markOf(mark, colour) {
  const [middle, radius] = [TEXT, TEXT * 0.4];
  switch (mark) {
    case "disc":
      return (x, y) => `<circle cx="${x + middle}" cy="${y}" r="${radius}" fill="${colour}"/>`;
    case "ring":
      return (x, y) => `<circle cx="${x + middle}" cy="${y}" r="${radius * 0.8}" fill="none" stroke="${colour}" stroke-width="${radius * 0.4}"/>`;
    case "diamond":
      return (x, y) => `<path d="M${x + middle - radius} ${y}l${radius} ${-radius}l${radius} ${radius}l${-radius} ${radius}Z" fill="${colour}"/>`;
    case "square":
      return (x, y) => `<rect x="${x + middle - radius}" y="${y - radius}" width="${2 * radius}" height="${2 * radius}" fill="${colour}"/>`;
    case "line":
    case "dashed":
      return (x, y) => `<path d="M${x} ${y}h${2 * middle}" fill="none" stroke="${colour}" stroke-width="3"${mark === "line" ? "" : ' stroke-dasharray="10 6"'}/>`;
    case "cross":
      return (x, y) => `<path d="M${x + middle - radius} ${y}h${2 * radius}M${x + middle} ${y - radius}v${2 * radius}" fill="none" stroke="${colour}" stroke-width="3"/>`;
  }
}
