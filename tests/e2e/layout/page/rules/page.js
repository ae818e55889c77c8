/* What the screen and the finger ask for. */
import { boxOf, heightOf, isShown, widthOf } from "../boxes.js";

/** @import { Line } from "../texts.js" */
/** @import { Finding } from "../check.js" */

/** In pixels. */
const ROUNDING = 0.5;

/**
 * Nothing scrolls sideways: not the page, and nothing in it.
 * @returns {Finding[]}
 */
export function sideways() {
  return [...document.querySelectorAll("*")].flatMap((element) => {
    const isPage = element === document.documentElement;
    const over = element.scrollWidth - element.clientWidth;
    if (over <= ROUNDING || (!isPage && !/auto|scroll/.test(getComputedStyle(element).overflowX)) || !isShown(element)) return [];
    return [{ text: isPage ? "the page" : "", element, numbers: `${over} px` }];
  });
}

/**
 * Of a strip that is pushed along, what is chosen is in view.
 * @returns {Finding[]}
 */
export function strips() {
  return [...document.querySelectorAll("nav [aria-current]")].filter(isShown).flatMap((element) => {
    const strip = element.closest("nav");
    if (!strip) return [];
    const [box, edge] = [boxOf(element), boxOf(strip)];
    const by = Math.max(edge.left - box.left, box.right - edge.right);
    return by > 1 ? [{ text: element.textContent ?? "", element, numbers: `${by.toFixed(0)} px out of view` }] : [];
  });
}

/**
 * A control is as large as a finger. A cell of a table is as large as the table allows, a word in a sentence as its line,
 * and what belongs to a label can be pressed there.
 * @param {number} target in pixels
 * @returns {Finding[]}
 */
export function targets(target) {
  const controls = document.querySelectorAll("button, a[href], summary, select, input:not([type=radio], [type=checkbox]), label:has(> input)");
  return [...controls].flatMap((element) => {
    const box = boxOf(element);
    const isCell = element.closest("[role=gridcell], .matrix, .world, td") !== null;
    const isWord = element.tagName === "A" && element.closest("p") !== null;
    if (!isShown(element) || widthOf(box) === 0 || box.left >= innerWidth || isCell || isWord) return [];
    if (heightOf(box) > target - ROUNDING && widthOf(box) > target - ROUNDING) return [];
    return [{ text: element.getAttribute("aria-label") ?? element.textContent ?? "", element, numbers: `${widthOf(box).toFixed(0)} x ${heightOf(box).toFixed(0)} px` }];
  });
}

/**
 * The back row can read everything.
 * @param {Line[]} lines
 * @param {number} smallest in pixels
 * @returns {Finding[]}
 */
export function small(lines, smallest) {
  const fields = [...document.querySelectorAll("input:not([type=radio], [type=checkbox], [type=range]), select, textarea")].filter(isShown);
  const written = fields.map((element) => ({ text: "value" in element ? String(element.value) : "", element, size: Number.parseFloat(getComputedStyle(element).fontSize) }));
  return [...lines, ...written].filter(({ size }) => size < smallest - 0.01).map(({ text, element, size }) => ({ text, element, numbers: `${size.toFixed(1)} px` }));
}
