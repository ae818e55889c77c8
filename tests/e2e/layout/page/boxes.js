/* Boxes in the page's pixels, and what holds what. */

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */
/** @typedef {{ element: Element, style: CSSStyleDeclaration, box: Box }} Holder */

/** @param {Element} element @returns {Box} */
export function boxOf(element) {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return { left, top, right, bottom };
}

/** @param {Box} box */
export const widthOf = ({ left, right }) => right - left;
/** @param {Box} box */
export const heightOf = ({ top, bottom }) => bottom - top;
/** @param {Box} box */
export const middleOf = ({ left, top, right, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

/** What both cover; turned inside out where they are apart. @param {Box} a @param {Box} b @returns {Box} */
export function common(a, b) {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** What covers all of them. @param {Box[]} boxes @returns {Box} */
export function around(boxes) {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

/** Shown, now, to someone who looks. @param {Element} element @returns {boolean} */
export function isShown(element) {
  // What leaves its place to what is in it has no box of its own, and is as visible as what it lies in.
  if (element.parentElement && getComputedStyle(element).display === "contents") return isShown(element.parentElement);
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.closest(".unseen") === null;
}

/**
 * The element and what it lies in, from the inside to the outside. What is taken out of the flow does not lie in what is
 * around it in the document; what is fixed to the window, or shown above the page, lies in nothing.
 * @param {Element} element
 * @returns {Holder[]}
 */
export function holdersOf(element) {
  /** @type {Holder[]} */
  const holders = [];
  let position = "static";
  for (let holder = /** @type {Element | null} */ (element); holder; holder = holder.parentElement) {
    const style = getComputedStyle(holder);
    if (position === "absolute" && style.position === "static" && !holdsPlaced(style)) continue;
    if (style.display !== "contents" && style.display !== "inline") holders.push({ element: holder, style, box: boxOf(holder) });
    position = style.position;
    if (position === "fixed" || holder.matches(":popover-open, dialog:modal")) break;
  }
  return holders;
}

/** Whether what is absolutely placed lies in it though it is in the flow itself. @param {CSSStyleDeclaration} style */
function holdsPlaced({ transform, translate, rotate, scale, containerType, contain }) {
  return [transform, translate, rotate, scale].some((value) => value !== "none") || containerType.includes("size") || /layout|paint|strict|content/.test(contain);
}
