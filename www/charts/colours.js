/**
 * What is drawn on a canvas takes its colours and sizes from the styles, like everything else.
 */

import { signal } from "@preact/signals-core";

/** @import { ColourName } from "./types" */

/** Counts how often the styles have changed. */
const look = signal(0);

/** The palette, the projector or the paper has changed them: what was drawn with them is drawn again. */
export function stylesHaveChanged() {
  look.value += 1;
}

/** Another number whenever the styles are other ones, for what keeps something that was made with them. */
export function lookNumber() {
  return look.value;
}

/**
 * What the styles say of an element now; who asks in drawing draws again when they have changed.
 * @param {Element} element
 */
function styleOf(element) {
  void look.value;
  return getComputedStyle(element);
}

/**
 * @param {Element} element
 * @param {ColourName} name
 */
export function colour(element, name) {
  return styleOf(element).getPropertyValue(`--${name}`).trim();
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
  const { fontFamily, fontSize } = styleOf(element);
  const size = Number.parseFloat(fontSize);
  return { size, family: fontFamily, font: `${size}px ${fontFamily}` };
}

/**
 * @param {Element} element
 * @returns {number} in pixels of the page
 */
export function strokeWidth(element) {
  return Number.parseFloat(styleOf(element).getPropertyValue("--stroke")) || 2;
}
