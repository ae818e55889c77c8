/**
 * What pictures that stand alone (SVG) have in common: their words, and a legend.
 */

/** Of the letters, and what is free at the edge, in pixels. */
export const TEXT = 20;
export const EDGE = 28;

/** What is drawn at a place, and the name that stands behind it; empty for one that is left out.
 *  @typedef {{ name: string, mark: (x: number, y: number) => string }} Entry */

/** As many rows as it takes. @typedef {{ entry: Entry, x: number }[][]} LegendRows */

/** @param {Entry[]} entries @param {number} width @returns {LegendRows} */
export function legendRows(entries, width) {
  /** @type {LegendRows} */
  const rows = [];
  let x = Infinity;
  for (const entry of entries.filter(({ name }) => name !== "")) {
    const room = TEXT * 4 + widthOf(entry.name);
    if (x + room > width + EDGE) {
      rows.push([]);
      x = EDGE;
    }
    rows.at(-1)?.push({ entry, x });
    x += room;
  }
  return rows;
}

/** Below the title, and the title. @param {string} title @param {LegendRows} rows @param {string} ink */
export function headSvg(title, rows, ink) {
  const entries = rows.flatMap((row, place) => {
    const y = EDGE + TEXT * (2.4 + 1.5 * place);
    return row.flatMap(({ entry, x }) => [entry.mark(round(x), round(y)), word(entry.name, x + TEXT * 2.5, y, { fill: ink, base: "middle" })]);
  });
  return [word(title, EDGE, EDGE + TEXT * 0.9, { fill: ink, weight: 650, size: TEXT * 1.2 }), ...entries];
}

/** Where the head ends. @param {LegendRows} rows */
export function headBottom(rows) {
  return EDGE + TEXT * (3 + 1.5 * rows.length);
}

/**
 * @param {object} picture
 * @param {number} picture.width
 * @param {number} picture.height
 * @param {string} picture.family of the letters
 * @param {string} picture.title
 * @param {string} picture.ground its colour
 * @param {string[]} parts
 */
export function svgOf({ width, height, family, title, ground }, parts) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${escaped(family)}" font-size="${TEXT}">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    ...parts,
    "</svg>",
  ].join("\n");
}

/** The name of the axis that goes up, beside the middle of it. @param {string} name @param {number} middle @param {string} fill */
export function upward(name, middle, fill) {
  return `<g transform="translate(${EDGE + TEXT * 0.6} ${round(middle)}) rotate(-90)">${word(name, 0, 0, { fill, anchor: "middle" })}</g>`;
}

/**
 * @param {string} text
 * @param {number} x
 * @param {number} y of the line that it stands on, or of its middle
 * @param {{ fill: string, anchor?: string, base?: "middle", weight?: number, size?: number }} style
 */
export function word(text, x, y, { fill, anchor = "start", base, weight, size }) {
  // Not every program knows where a letter's middle is.
  const at = base ? y + TEXT * 0.35 : y;
  const more = (weight ? ` font-weight="${weight}"` : "") + (size ? ` font-size="${size}"` : "");
  return text === "" ? "" : `<text x="${round(x)}" y="${round(at)}" fill="${fill}" text-anchor="${anchor}"${more}>${escaped(text)}</text>`;
}

/** About how wide a text is, which is only known where it is drawn: Hangul stands in squares. @param {string} text */
export function widthOf(text) {
  return [...text].reduce((width, letter) => width + TEXT * (/[\u1100-\u11ff\u3000-\ud7af\uf900-\uffef]/.test(letter) ? 0.95 : 0.58), 0);
}

/** @param {string} text */
export function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A tenth of a pixel is finer than one can see. @param {number} value */
export function round(value) {
  return Math.round(value * 10) / 10;
}
