/* What lies over what, as someone who looks sees it. */

/**
 * Asks with everything open to questions, also what lets presses through to what is below it, from the page's top.
 * @template T
 * @param {() => T} ask
 */
export function withSight(ask) {
  const style = new CSSStyleSheet();
  style.replaceSync("*, ::before, ::after { pointer-events: auto !important; }");
  document.adoptedStyleSheets.push(style);
  try {
    return ask();
  } finally {
    document.adoptedStyleSheets.pop();
    scrollTo(0, 0);
  }
}

/**
 * What is opaque and lies over the element at a point of the page.
 * @param {Element} element
 * @param {number} x
 * @param {number} y
 * @returns {Element | null}
 */
export function coverOf(element, x, y) {
  // Only what is in the window can be asked for.
  const down = Math.floor(y / innerHeight) * innerHeight;
  if (scrollY !== down) scrollTo(0, down);
  // Nearly always nothing lies over it, and what lies on top is told sooner than all that lies there.
  if (document.elementFromPoint(x, y - scrollY)?.contains(element)) return null;
  for (const above of document.elementsFromPoint(x, y - scrollY)) {
    if (above.contains(element)) return null;
    if (isOpaque(above) && !isDrawnBefore(above, element)) return above;
  }
  return null;
}

/**
 * In a picture what comes later lies above what comes before. An engine may find a text only where it has ink.
 * @param {Element} one
 * @param {Element} other
 */
function isDrawnBefore(one, other) {
  const isOnePicture = one instanceof SVGElement && other instanceof SVGElement && one.ownerSVGElement === other.ownerSVGElement;
  return isOnePicture && (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** @param {Element} element */
function isOpaque(element) {
  const { backgroundColor, fill, fillOpacity, opacity } = getComputedStyle(element);
  if (Number(opacity) < 0.9) return false;
  if (element instanceof SVGGeometryElement) return fill !== "none" && Number(fillOpacity) > 0.9 && alphaOf(fill) > 0.9;
  return alphaOf(backgroundColor) > 0.9;
}

/** @param {string} colour as the browser computes it: "rgba(0, 0, 0, 0)", "color(srgb 1 1 1 / 0.5)", "oklab(0.9 0 0)" */
function alphaOf(colour) {
  const [, alpha] = /(?:rgba\(.*,|\/)\s*([\d.]+)\)$/.exec(colour) ?? [];
  return alpha === undefined ? 1 : Number(alpha);
}
