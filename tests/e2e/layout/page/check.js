/* Everything that can be asked about a page as it stands, at its top. */
import { bars, heads, scales } from "./rules/order.js";
import { values } from "./rules/fields.js";
import { sideways, small, strips, targets } from "./rules/page.js";
import { broken, clipped, covered, lost, marked, outside, overfull, overlapping, tight } from "./rules/texts.js";
import { withSight } from "./sight.js";
import { linesOfPage } from "./texts.js";

/**
 * @typedef {{ text: string, element: Element, numbers: string }} Finding
 *
 * @typedef {object} Question
 * @property {number} smallestTarget of a finger, in pixels; 0 where there is none
 * @property {number} smallestText in pixels
 * @property {{ rule: string, selector: string }[]} exceptions what is left out, by rule and place
 */

/**
 * @param {Question} question
 * @returns {string[]} a line for each: rule, text, place, numbers
 */
export function check({ smallestTarget, smallestText, exceptions }) {
  const lines = linesOfPage();
  const found = withSight(() =>
    Object.entries({
      clipped: clipped(lines),
      lost: lost(lines),
      outside: outside(lines),
      broken: broken(),
      tight: tight(lines),
      overfull: overfull(),
      marked: marked(lines),
      overlapping: overlapping(lines),
      covered: covered(lines),
      value: values(),
      head: heads(),
      bar: bars(),
      scale: scales(),
      sideways: sideways(),
      strip: strips(),
      target: smallestTarget > 0 ? targets(smallestTarget) : [],
      small: small(lines, smallestText),
    }),
  );
  return found.flatMap(([rule, findings]) => {
    const counted = findings.filter(({ element }) => !exceptions.some((exception) => exception.rule === rule && element.closest(exception.selector)));
    return [...new Set(counted.map(({ text, element, numbers }) => `${rule}: "${shortened(text)}" (${placeOf(element)}) ${numbers}`))];
  });
}

/** @param {string} text */
function shortened(text) {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

/** @param {Element} element */
function placeOf(element) {
  const one = (/** @type {Element | null} */ part) => (part ? [part.tagName.toLowerCase(), ...(part.getAttribute("class")?.split(/\s+/).slice(0, 2) ?? [])].join(".") : "");
  return [one(element.parentElement?.parentElement ?? null), one(element.parentElement), one(element)].join(" > ");
}
