/* Every text is whole, in its box, and alone in its place. */
import { boxOf, common, heightOf, holdersOf, isShown, middleOf, widthOf } from "../boxes.js";
import { coverOf } from "../sight.js";
import { seenOf, textNodes } from "../texts.js";

/** @import { Holder } from "../boxes.js" */
/** @import { Line } from "../texts.js" */
/** @import { Finding } from "../check.js" */

/** In pixels: boxes are placed at fractions of one, letters at whole ones, and round letters reach a little further. */
const ROUNDING = 1.5;

/** What covers less than a letter is as wide as this, in pixels. */
const LETTER = 10;

const scrolls = /auto|scroll/;

/**
 * No text is cut off by what it lies in, nor by the window. What can be scrolled to is not cut off.
 * @param {Line[]} lines
 * @returns {Finding[]}
 */
export function clipped(lines) {
  return cutLines(lines.filter(isInView));
}

/**
 * No text is cut off so far that nothing of it is left.
 * @param {Line[]} lines
 * @returns {Finding[]}
 */
export function lost(lines) {
  return cutLines(lines.filter((line) => !isInView(line)));
}

/** Whether anything of it is. @param {Line} line */
function isInView(line) {
  const seen = seenOf(line);
  return widthOf(seen) > 0 && heightOf(seen) > 0;
}

/** @param {Line[]} lines @returns {Finding[]} */
function cutLines(lines) {
  return lines.flatMap((line) => {
    const { text, element } = line;
    const [side, by] = cutsOf(line).reduce((worst, cut) => (cut[1] > worst[1] ? cut : worst));
    return by > ROUNDING ? [{ text, element, numbers: `${by.toFixed(1)} px at the ${side}` }] : [];
  });
}

/** How far each holder cuts into a line. @param {Line} line @returns {[side: string, by: number][]} */
function cutsOf({ box, ink, holders }) {
  /** @type {[string, number][]} */
  const cuts = [];
  const isScrolled = { across: false, down: false };
  for (const { element, style, box: edge } of holders) {
    if (!isScrolled.across && style.overflowX !== "visible") {
      isScrolled.across = scrolls.test(style.overflowX);
      // As far as it has been pushed along it can be pushed back.
      cuts.push(["left", edge.left - box.left - element.scrollLeft]);
      if (!isScrolled.across) cuts.push(["right", box.right - edge.right]);
    }
    if (!isScrolled.down && style.overflowY !== "visible") {
      isScrolled.down = scrolls.test(style.overflowY);
      cuts.push(["top", edge.top - ink.top - element.scrollTop]);
      if (!isScrolled.down) cuts.push(["bottom", ink.bottom - edge.bottom]);
    }
  }
  if (!isScrolled.across) cuts.push(["left", -box.left], ["right", box.right - innerWidth]);
  if (!isScrolled.down) cuts.push(["top", -ink.top]);
  // The page scrolls down, but not with what is fixed to the window.
  if (!isScrolled.down && holders.at(-1)?.element !== document.documentElement) cuts.push(["bottom", ink.bottom - innerHeight]);
  return cuts;
}

/**
 * A text stays in the box that is drawn around it, a label in its picture.
 * @param {Line[]} lines
 * @returns {Finding[]}
 */
export function outside(lines) {
  return [...lines.filter(isInView), ...controlsOfPage()].flatMap(({ text, element, holders, box, ink }) => {
    const holder = holders.find((one) => pictureBelow(one) || isDrawn(one) || scrolls.test(one.style.overflow));
    // What goes on beyond is scrolled to.
    if (!holder || scrolls.test(holder.style.overflow)) return [];
    const { left, top, right, bottom } = pictureBelow(holder) ?? holder.box;
    const by = Math.max(left - box.left, box.right - right, top - ink.top, ink.bottom - bottom);
    return by > ROUNDING ? [{ text, element, numbers: `${by.toFixed(1)} px out of ${holder.element.tagName.toLowerCase()}` }] : [];
  });
}

/** What can be pressed, in what it lies in. @returns {Pick<Line, "text" | "element" | "holders" | "box" | "ink">[]} */
function controlsOfPage() {
  return [...document.querySelectorAll("button, input, select, textarea")].filter(isShown).map((element) => {
    const [, ...holders] = holdersOf(element);
    const box = boxOf(element);
    return { text: element.getAttribute("aria-label") ?? element.textContent ?? "", element, holders, box, ink: box };
  });
}

/** The picture that labels are laid over, where it is one. @param {Holder} holder */
function pictureBelow({ element, style }) {
  if (style.position !== "absolute") return null;
  const picture = [...(element.parentElement?.children ?? [])].find((one) => one !== element && one.matches("svg, canvas") && isShown(one));
  if (!picture) return null;
  const [own, below] = [boxOf(element), boxOf(picture)];
  return Math.abs(widthOf(own) - widthOf(below)) + Math.abs(heightOf(own) - heightOf(below)) < 2 ? below : null;
}

/** A picture, or a box with an edge that one sees. @param {Holder} holder */
function isDrawn({ element, style }) {
  const { backgroundColor, borderTopWidth, borderLeftWidth } = style;
  return element.matches("svg, canvas") || !/, 0\)$|\/ 0\)$/.test(backgroundColor) || (borderTopWidth !== "0px" && borderLeftWidth !== "0px");
}

/** A word; both sides of a short equation, as "b = 1.5", are one, and so are a number and its sign, as "2 ×". */
const words = /\S+(?: [=×](?: \S+)?)?/gu;
/** After these a word may go on in the next line. */
const seams = /[-‐–—/·,.…→|=+−&?_]$/u;

/**
 * No word is broken in two.
 * @returns {Finding[]}
 */
export function broken() {
  const range = document.createRange();
  /** @type {Finding[]} */
  const found = [];
  for (const { node, element } of textNodes()) {
    const text = node.textContent ?? "";
    range.selectNodeContents(node);
    if (range.getClientRects().length < 2) continue;
    for (const { 0: word, index } of text.matchAll(words)) {
      const tops = [...word].map((_, at) => {
        range.setStart(node, index + at);
        range.setEnd(node, index + at + 1);
        return range.getBoundingClientRect().top;
      });
      const at = tops.findIndex((top, place) => place > 0 && top > (tops[place - 1] ?? top) + 2);
      if (at > 0 && !seams.test(word.slice(0, at))) found.push({ text: word, element, numbers: `${word.slice(0, at)}|${word.slice(at)}` });
    }
  }
  return found;
}

/**
 * No text lies on another one.
 * @param {Line[]} lines
 * @returns {Finding[]}
 */
export function overlapping(lines) {
  const seen = lines.map((line) => ({ line, box: seenOf(line) })).filter(({ box }) => widthOf(box) > 0 && heightOf(box) > 0).sort((a, b) => a.box.top - b.box.top);
  /** @type {Finding[]} */
  const found = [];
  for (const [index, { line, box }] of seen.entries()) {
    for (const other of seen.slice(index + 1)) {
      if (other.box.top >= box.bottom) break;
      const both = common(box, other.box);
      if (widthOf(both) < ROUNDING || heightOf(both) < ROUNDING) continue;
      const { x, y } = middleOf(both);
      if (coverOf(line.element, x, y) || coverOf(other.line.element, x, y)) continue;
      found.push({ text: `${short(line.text)} / ${short(other.line.text)}`, element: line.element, numbers: `${widthOf(both).toFixed(1)} x ${heightOf(both).toFixed(1)} px` });
    }
  }
  return found;
}

/**
 * The lines of a list of bars have a letter's height from one to the next.
 * @param {Line[]} lines
 * @returns {Finding[]}
 */
export function tight(lines) {
  const seen = lines.filter((line) => isInView(line) && line.element.closest(".bars") !== null).sort((a, b) => a.box.top - b.box.top);
  return seen.flatMap((line, index) => {
    const { y } = middleOf(line.box);
    const close = seen.slice(index + 1).filter((other) => {
      const both = common(line.ink, other.ink);
      const down = middleOf(other.box).y - y;
      return widthOf(both) > ROUNDING && heightOf(both) < ROUNDING && Math.abs(down) < Math.min(line.size, other.size) - 0.5;
    });
    return close.map((other) => ({ text: `${short(line.text)} / ${short(other.text)}`, element: line.element, numbers: `${(middleOf(other.box).y - y).toFixed(1)} px from one to the next, of ${line.size.toFixed(1)} px` }));
  });
}

/**
 * What hides that which has no room in it has nothing to hide.
 * @returns {Finding[]}
 */
export function overfull() {
  return [...document.querySelectorAll("main *")].flatMap((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    if (!isShown(element) || element.closest("svg, math")) return [];
    const across = /hidden|clip/.test(overflowX) ? element.scrollWidth - element.clientWidth : 0;
    const down = /hidden|clip/.test(overflowY) ? element.scrollHeight - element.clientHeight : 0;
    return Math.max(across, down) > ROUNDING ? [{ text: element.textContent ?? "", element, numbers: `${across} px across, ${down} px down` }] : [];
  });
}

/**
 * No text lies on a point of a picture, unless it stands in its middle as its name. The end of a line has none.
 * @param {Line[]} lines
 * @returns {Finding[]}
 */
export function marked(lines) {
  const marks = [...document.querySelectorAll("svg circle")].filter((circle) => isShown(circle) && getComputedStyle(circle).fill !== "none" && !/, 0\)$/.test(getComputedStyle(circle).fill)).map((element) => ({ element, box: boxOf(element) }));
  return lines.flatMap(({ text, element, ink }) =>
    marks.flatMap(({ element: mark, box }) => {
      const both = common(ink, box);
      if (!mark.closest("svg")?.parentElement?.contains(element) || element.closest(".hint")) return [];
      if (widthOf(both) < 2 * ROUNDING || heightOf(both) < 2 * ROUNDING) return [];
      const [a, b] = [middleOf(ink), middleOf(box)];
      if (!mark.matches(".knob") && Math.hypot(a.x - b.x, a.y - b.y) < widthOf(box) / 4) return [];
      return [{ text, element, numbers: `on ${mark.parentElement?.getAttribute("class")} ${mark.getAttribute("class") ?? ""}, ${widthOf(both).toFixed(1)} x ${heightOf(both).toFixed(1)} px` }];
    }),
  );
}

/** @param {string} text */
const short = (text) => (text.length > 24 ? `${text.slice(0, 23)}…` : text);

/**
 * No text lies partly under something else. What lies all under it is put away behind a panel.
 * @param {Line[]} lines
 * @returns {Finding[]}
 */
export function covered(lines) {
  // Windowful by windowful, for each scroll has the page laid out anew.
  return lines.toSorted((a, b) => a.box.top - b.box.top).flatMap((line) => {
    const { text, element } = line;
    const seen = seenOf(line);
    if (widthOf(seen) < 4 || heightOf(seen) < 2) return [];
    const { y } = middleOf(seen);
    const places = Math.ceil(widthOf(seen) / LETTER);
    const covers = Array.from({ length: places + 1 }, (_, place) => coverOf(element, seen.left + 1 + (place / places) * (widthOf(seen) - 2), y));
    const cover = covers.find((one) => one !== null);
    if (!cover || cover.closest(":popover-open, dialog:modal, .note, .pointer-ring")) return [];
    return [{ text, element, numbers: `by ${cover.tagName.toLowerCase()}.${cover.getAttribute("class") ?? ""}` }];
  });
}
