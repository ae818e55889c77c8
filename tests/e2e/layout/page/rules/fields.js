/* What stands in a field can be read there. */
import { isShown } from "../boxes.js";

/** @import { Finding } from "../check.js" */

/** The browser's own arrow in a list that unfolds, in pixels. */
const ARROW = 16;
/** By so much it is larger in some, in pixels. */
const MORE = 1;

const ruler = document.createElement("canvas").getContext("2d");

/**
 * No value is wider than its field.
 * @returns {Finding[]}
 */
export function values() {
  /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */
  const fields = document.querySelectorAll("input:not([type=radio], [type=checkbox], [type=range]), select");
  return [...fields].filter(isShown).flatMap((element) => {
    const text = element instanceof HTMLSelectElement ? (element.selectedOptions[0]?.text ?? "") : element.value || element.placeholder;
    const style = getComputedStyle(element);
    if (!ruler || !text) return [];
    ruler.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const arrow = element instanceof HTMLSelectElement ? ARROW : 0;
    // The width that a browser gives as the client's is a field's with its padding in one engine, without it in another.
    const around = [style.paddingLeft, style.paddingRight, style.borderLeftWidth, style.borderRightWidth].reduce((sum, width) => sum + Number.parseFloat(width), 0);
    const room = element.offsetWidth - around - arrow;
    const over = ruler.measureText(text).width - room;
    return over > (arrow && MORE) ? [{ text, element, numbers: `${over.toFixed(1)} px too wide` }] : [];
  });
}
