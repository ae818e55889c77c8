/**
 * The board's story, where a window is set by hand.
 */

import { placeOfLargest } from "./parts/kernels.js";

/** @import { Key } from "../../i18n" */
/** @import { Act } from "../../shell/story/story.js" */
/** @import { PartsServices } from "./parts/settings.js" */
/** @import { Slide } from "./parts/slide.js" */

/** @type {Record<ReturnType<typeof placeOfLargest>, Key>} */
const explanations = {
  ink: "next.story.kernel.ink",
  upper: "next.story.kernel.upper",
  lower: "next.story.kernel.lower",
  sides: "next.story.kernel.sides",
  elsewhere: "next.story.kernel.explain",
};

/**
 * What came is that of the kernel with which the window ran, whatever is looked at afterwards.
 * @param {Slide} slide
 * @param {() => readonly number[]} kernelOfRun
 * @param {PartsServices} services
 * @returns {Act}
 */
export function kernelAct(slide, kernelOfRun, { state }) {
  return {
    name: "next.story.kernel",
    answers: { ink: "next.story.ink", upper: "next.story.upper", lower: "next.story.lower", sides: "next.story.sides", elsewhere: "next.story.elsewhere" },
    about: () => kernelOfRun().join(" "),
    hasBegun: () => slide.hasBegun,
    came: () => (slide.isOver ? placeOfLargest(kernelOfRun()) : null),
    explain: (came) => {
      if (kernelOfRun().join() !== state.values.kernel.join()) return "next.story.kernel.another";
      if (kernelOfRun().every((weight) => weight <= 0)) return "next.story.kernel.none";
      return explanations[/** @type {ReturnType<typeof placeOfLargest>} */ (came)];
    },
    onward: () => state.set({ look: "pool" }),
  };
}

/** @param {Slide} slide @param {PartsServices} services @returns {Act} */
export function poolAct(slide, { state, format }) {
  return {
    name: "next.story.pool",
    answers: { half: "next.story.half", quarter: "next.story.quarter", ninth: "next.story.ninth" },
    hasBegun: () => slide.hasBegun,
    came: () => (slide.isOver ? "quarter" : null),
    values: () => ({ before: format.integer(4 * slide.places), after: format.integer(slide.places) }),
    onward: () => state.set({ look: "networks" }),
  };
}
