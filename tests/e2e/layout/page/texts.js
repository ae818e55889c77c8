/* All that is to be read in the page, line by line: in the document, in pictures and on canvases. */
import { boxOf, common, heightOf, holdersOf, isShown, widthOf } from "./boxes.js";

/** @import { Box, Holder } from "./boxes.js" */
/** @import { DrawnText } from "../drawn-texts.js" */

/**
 * @typedef {object} Line
 * @property {string} text all of it, also where it goes on in the next line
 * @property {Element} element
 * @property {Holder[]} holders what it lies in, the element first
 * @property {Box} box what it takes up in its line
 * @property {Box} ink what its letters cover
 * @property {number} size of the letters, on the screen
 */

/** @type {Window & { drawnTexts?: (canvas: HTMLCanvasElement) => DrawnText[] }} */
const { drawnTexts = () => [] } = window;

/** A formula's signs that grow with what is beside them: only their element knows how large they are. */
const LARGE_SIGNS = "mo";
/** What fonts leave free above and below such a sign, in pixels. */
const ROOM = 2;

const ruler = document.createElement("canvas").getContext("2d");

/** @returns {Line[]} */
export function linesOfPage() {
  return [...linesOfDocument(), ...linesOfCanvases()];
}

/** The texts that are shown. @returns {Generator<{ node: Node, text: string, element: Element }>} */
export function* textNodes() {
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const text = node.textContent?.trim();
    const element = node.parentElement;
    if (text && element && !element.matches("option, title, desc, script, style, textarea") && isShown(element)) yield { node, text, element };
  }
}

/** @returns {Line[]} */
function linesOfDocument() {
  const range = document.createRange();
  /** @type {Line[]} */
  const lines = [];
  for (const { node, text, element } of textNodes()) {
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize) * scaleOf(element);
    // A small card's ratings are colours without numbers.
    if (size === 0) continue;
    const holders = holdersOf(element);
    if (element.matches(LARGE_SIGNS)) {
      const box = boxOf(element);
      lines.push({ text, element, holders, box, ink: { ...box, top: box.top + ROOM, bottom: box.bottom - ROOM }, size });
      continue;
    }
    range.selectNodeContents(node);
    for (const { left, top, right, bottom } of range.getClientRects()) {
      const box = { left, top, right, bottom };
      if (widthOf(box) > 0.5 && heightOf(box) > 0.5) lines.push({ text, element, holders, box, ink: inkOf(text, box, style, scaleOf(element)), size });
    }
  }
  return lines;
}

/** @returns {Line[]} */
function linesOfCanvases() {
  const canvases = [...document.querySelectorAll("canvas")].filter((canvas) => isShown(canvas) && canvas.width > 0 && canvas.height > 0);
  return canvases.flatMap((element) => {
    const { left, top } = boxOf(element);
    const [across, down] = [element.clientWidth / element.width, element.clientHeight / element.height];
    const holders = holdersOf(element);
    return drawnTexts(element).filter(({ text }) => text.trim()).map(({ text, box, size }) => {
      const ink = { left: left + box.left * across, top: top + box.top * down, right: left + box.right * across, bottom: top + box.bottom * down };
      return { text, element, holders, box: ink, ink, size: size * across };
    });
  });
}

/** How much larger a picture shows what is in it. @param {Element} element */
function scaleOf(element) {
  const place = element instanceof SVGGraphicsElement && element.getScreenCTM();
  return place ? Math.sqrt(Math.abs(place.a * place.d - place.b * place.c)) : 1;
}

/**
 * A line is as high as its font's highest letters; these letters are not.
 * @param {string} text
 * @param {Box} box
 * @param {CSSStyleDeclaration} style
 * @param {number} largest scale of the letters
 * @returns {Box}
 */
function inkOf(text, box, style, largest) {
  if (!ruler || style.writingMode !== "horizontal-tb") return box;
  ruler.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent, fontBoundingBoxDescent, actualBoundingBoxAscent, actualBoundingBoxDescent } = ruler.measureText(text);
  const ratio = heightOf(box) / (fontBoundingBoxAscent + fontBoundingBoxDescent);
  const baseline = box.top + fontBoundingBoxAscent * ratio;
  // Some engines give a line the height of the font that stands in for letters which the first one lacks.
  const scale = Math.min(ratio, largest);
  return { ...box, top: baseline - actualBoundingBoxAscent * scale, bottom: baseline + actualBoundingBoxDescent * scale };
}

/** Most rules ask it of every line, and each reading of a style is computed anew. @type {WeakMap<Line, Box>} */
const seenBoxes = new WeakMap();

/**
 * What of a line is in view now: not what its holders cut off or keep to be scrolled to.
 * @param {Line} line
 * @returns {Box}
 */
export function seenOf(line) {
  const known = seenBoxes.get(line);
  if (known) return known;
  const seen = line.holders.filter(({ style }) => style.overflowX !== "visible" || style.overflowY !== "visible").reduce((part, { box }) => common(part, box), line.ink);
  seenBoxes.set(line, seen);
  return seen;
}
