/**
 * What is drawn on a canvas takes its colours and sizes from the styles, like everything else.
 */

/** Custom properties that the styles register as colours, so that they are read as rgb().
 *  @typedef {"ink" | "ink-2" | "rule" | "one" | "zero" | "sheet"} ColourName */

/**
 * @param {Element} element
 * @param {ColourName} name
 */
export function colour(element, name) {
  return getComputedStyle(element).getPropertyValue(`--${name}`).trim();
}

/**
 * @param {Element} element
 * @param {ColourName} name
 * @returns {[red: number, green: number, blue: number]}
 */
export function colourParts(element, name) {
  const [red = 0, green = 0, blue = 0] = (colour(element, name).match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

/**
 * The font of the element's text, for a canvas, in the pixels of the page.
 * @param {Element} element
 */
export function textStyle(element) {
  const { fontFamily, fontSize } = getComputedStyle(element);
  const size = Number.parseFloat(fontSize);
  return { size, family: fontFamily, font: `${size}px ${fontFamily}` };
}

/**
 * @param {Element} element
 * @returns {number} in pixels of the page
 */
export function strokeWidth(element) {
  return Number.parseFloat(getComputedStyle(element).getPropertyValue("--stroke")) || 2;
}
