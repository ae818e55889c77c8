/**
 * What a part of the page shows, traced as a picture of its own (SVG): boxes, letters, canvases and drawings where they
 * stand, in plain colours, so that every program for pictures reads it.
 */

import { escaped, round } from "./svg-words.js";

/** What a drawing takes from the styles, and what is left out since it is so anyway. */
const LOOKS = new Map([
  ["stroke-width", "1"],
  ["stroke-dasharray", "none"],
  ["stroke-linecap", "butt"],
  ["stroke-linejoin", "miter"],
  ["opacity", "1"],
  ["vector-effect", "none"],
  ["paint-order", "normal"],
]);
const LETTERS = ["font-family", "font-size", "font-weight", "font-style", "text-anchor", "dominant-baseline"];
/** What those who do not see a drawing are told of it. */
const UNSEEN = /^(class|style|id|tabindex|role|aria-.*|data-.*)$/;

/** @typedef {(x: number, y: number) => { x: number, y: number }} Place from the window into the picture */

/**
 * @param {Element} element
 * @param {{ without?: string, edge?: Element }} [options] what of it is left out, as a selector; and at whose edge the
 * picture ends where that is not its own
 * @returns {{ width: number, height: number, svg: string }} its upper left corner is at 0, 0
 */
export function traced(element, { without = "", edge = element } = {}) {
  const { left, top, width, height } = boundsOf(edge);
  const place = (/** @type {number} */ x, /** @type {number} */ y) => ({ x: round(x - left), y: round(y - top) });
  return { width, height, svg: partOf(element, place, without) };
}

/** @param {Element} element @param {Place} place @param {string} without @returns {string} */
function partOf(element, place, without) {
  const style = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  // What is there for those alone who do not see it is a single pixel.
  const isPixel = width <= 1 && height <= 1 && style.display !== "contents";
  const isSlider = element instanceof HTMLInputElement && element.type === "range";
  if (!isSeen(element) || isPixel || isSlider || (without && element.matches(without))) return "";
  const parts = element instanceof SVGSVGElement ? [drawingOf(element, place)] : [boxOf(element, style, place), pictureOf(element, style, place), ...contentOf(element, style, place, without)];
  const svg = parts.filter(Boolean).join("\n");
  return style.opacity === "1" || svg === "" ? svg : `<g opacity="${style.opacity}">${svg}</g>`;
}

/** @param {Element} element @param {CSSStyleDeclaration} style @param {Place} place @param {string} without */
function contentOf(element, style, place, without) {
  if (element instanceof HTMLInputElement) return [typed(element, style, place)];
  return [...element.childNodes].map((node) => (node instanceof Element ? partOf(node, place, without) : node instanceof Text ? textOf(node, style, place) : ""));
}

/** Its ground, how far a bar has come on it, and its border. @param {Element} element @param {CSSStyleDeclaration} style @param {Place} place */
function boxOf(element, style, place) {
  const { left, top, width, height } = element.getBoundingClientRect();
  const { x, y } = place(left, top);
  const radius = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, width / 2, height / 2);
  const rect = (/** @type {number} */ wide, /** @type {string} */ look) => (look ? `<rect x="${x}" y="${y}" width="${round(wide)}" height="${round(height)}" rx="${round(Math.min(radius, wide / 2))}" ${look}/>` : "");
  const bar = /^linear-gradient\((.+), \1\)$/.exec(style.backgroundImage)?.[1];
  const part = bar ? Number.parseFloat(style.backgroundSize) / 100 : 0;
  const line = style.borderTopStyle === "none" ? 0 : Number.parseFloat(style.borderTopWidth);
  const isFramed = line > 0 && style.borderTopWidth === style.borderBottomWidth && style.borderLeftWidth === style.borderRightWidth;
  return [
    rect(width, paint("fill", style.backgroundColor, { none: "" })),
    bar && part > 0 ? rect(width * part, paint("fill", bar)) : "",
    isFramed ? rect(width, `fill="none" ${paint("stroke", style.borderTopColor)} stroke-width="${line}"`) : "",
  ].join("");
}

/** Where it is seen: a canvas that keeps its form does not fill its box. @param {Element} element */
function boundsOf(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (!(element instanceof HTMLCanvasElement)) return { left, top, width, height };
  const room = { left: left + element.clientLeft, top: top + element.clientTop, width: element.clientWidth, height: element.clientHeight };
  if (getComputedStyle(element).objectFit !== "contain") return room;
  const scale = Math.min(room.width / element.width, room.height / element.height);
  const size = { width: element.width * scale, height: element.height * scale };
  return { left: room.left + (room.width - size.width) / 2, top: room.top + (room.height - size.height) / 2, ...size };
}

/** @param {Element} element @param {CSSStyleDeclaration} style @param {Place} place */
function pictureOf(element, style, place) {
  if (!(element instanceof HTMLCanvasElement) || element.width === 0 || element.height === 0) return "";
  const { left, top, width, height } = boundsOf(element);
  const { x, y } = place(left, top);
  const cells = style.imageRendering === "auto" ? "" : ` image-rendering="${style.imageRendering}"`;
  return `<image x="${x}" y="${y}" width="${round(width)}" height="${round(height)}" preserveAspectRatio="none" href="${element.toDataURL()}"${cells}/>`;
}

/** Line by line, as the page has broken it. @param {Text} node @param {CSSStyleDeclaration} style @param {Place} place */
function textOf(node, style, place) {
  const range = document.createRange();
  /** @type {{ text: string, box: DOMRect }[]} */
  const lines = [];
  let at = 0;
  for (const letter of node.data) {
    range.setStart(node, at);
    range.setEnd(node, (at += letter.length));
    const [box] = range.getClientRects();
    const line = lines.at(-1);
    if (!box || box.width === 0) continue;
    if (line && Math.abs(line.box.top - box.top) < box.height / 2) line.text += letter;
    else lines.push({ text: letter, box });
  }
  return lines.map(({ text, box }) => lettersAt(text.trimEnd(), box.left, box, style, place)).join("");
}

/** What stands in a field, in its middle. @param {HTMLInputElement} input @param {CSSStyleDeclaration} style @param {Place} place */
function typed(input, style, place) {
  const box = input.getBoundingClientRect();
  return lettersAt(input.value, box.left + box.width / 2, box, style, place, "middle");
}

/**
 * @param {string} text
 * @param {number} left
 * @param {DOMRect} box in whose middle the letters stand
 * @param {CSSStyleDeclaration} style
 * @param {Place} place
 * @param {"start" | "middle"} [anchor]
 */
function lettersAt(text, left, box, style, place, anchor = "start") {
  const size = Number.parseFloat(style.fontSize);
  // From the middle to the line that letters stand on it is about so much of their height.
  const { x, y } = place(left, box.top + box.height / 2 + size * 0.35);
  const font = `font-family="${escaped(style.fontFamily)}" font-size="${size}" font-weight="${style.fontWeight}" font-style="${style.fontStyle}"`;
  return text === "" ? "" : `<text x="${x}" y="${y}" ${font} text-anchor="${anchor}" ${paint("fill", style.color)}>${escaped(text)}</text>`;
}

/** A drawing in the page, with the looks that the styles give it. @param {SVGSVGElement} original @param {Place} place */
function drawingOf(original, place) {
  const { left, top, width, height } = original.getBoundingClientRect();
  const { x, y } = place(left, top);
  const copy = /** @type {SVGSVGElement} */ (copyOf(original));
  for (const [name, value] of Object.entries({ x, y, width: round(width), height: round(height), overflow: getComputedStyle(original).overflow })) copy.setAttribute(name, String(value));
  return new XMLSerializer().serializeToString(copy);
}

/** @param {Element} original @returns {Element} */
function copyOf(original) {
  const copy = /** @type {Element} */ (original.cloneNode(false));
  for (const { name } of [...copy.attributes]) if (UNSEEN.test(name)) copy.removeAttribute(name);
  const style = getComputedStyle(original);
  const isText = original instanceof SVGTextContentElement;
  if (original instanceof SVGGeometryElement || isText) {
    for (const name of /** @type {const} */ (["fill", "stroke"])) putPaint(copy, name, style);
    if (original instanceof SVGCircleElement) copy.setAttribute("r", String(Number.parseFloat(style.r)));
    if (isText) for (const name of LETTERS) copy.setAttribute(name, style.getPropertyValue(name));
  }
  for (const [name, usual] of LOOKS) {
    const value = style.getPropertyValue(name).replaceAll("px", "");
    copy.removeAttribute(name);
    if (value !== usual) copy.setAttribute(name, value);
  }
  for (const node of original.childNodes) {
    if (node instanceof Text) copy.append(node.data);
    else if (node instanceof Element && isSeen(node)) copy.append(copyOf(node));
  }
  return copy;
}

/** @param {Element} element */
function isSeen(element) {
  const { display, visibility, opacity } = getComputedStyle(element);
  return display !== "none" && visibility !== "hidden" && Number(opacity) > 0;
}

/** @param {Element} copy @param {"fill" | "stroke"} name @param {CSSStyleDeclaration} style */
function putPaint(copy, name, style) {
  const { colour, part } = plain(style.getPropertyValue(name));
  const whole = part * Number(style.getPropertyValue(`${name}-opacity`));
  copy.removeAttribute(`${name}-opacity`);
  copy.setAttribute(name, whole === 0 ? "none" : colour);
  if (whole > 0 && whole < 1) copy.setAttribute(`${name}-opacity`, whole.toFixed(3));
}

/**
 * @param {"fill" | "stroke"} name
 * @param {string} value a colour, however the styles write it
 * @param {{ none?: string }} [options] what is said of one that is seen through
 */
function paint(name, value, { none = `${name}="none"` } = {}) {
  const { colour, part } = plain(value);
  if (part === 0) return none;
  return part === 1 ? `${name}="${colour}"` : `${name}="${colour}" ${name}-opacity="${part.toFixed(3)}"`;
}

/** @type {Map<string, { colour: string, part: number }>} */
const known = new Map();
const pixel = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

/** As every program knows it: red, green and blue, and how much of it covers. @param {string} value */
export function plain(value) {
  const found = known.get(value);
  if (found || !pixel) return found ?? { colour: "none", part: 0 };
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = value === "none" ? "transparent" : value;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, cover = 0] = pixel.getImageData(0, 0, 1, 1).data;
  const made = { colour: `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`, part: cover / 255 };
  known.set(value, made);
  return made;
}
