/**
 * The board's story: how few examples are enough.
 */

import { kindLimits } from "./kind-names.js";

/** @import { Act } from "../../shell/story/story.js" */
/** @import { TeachLesson } from "./lesson.js" */
/** @import { TeachServices } from "./settings.js" */

/** So many of the last guesses are to be right, of so many. */
const ENOUGH = { right: 9, of: 10 };

/** @param {TeachLesson} lesson @param {TeachServices} services @returns {() => Act} */
export function teaching(lesson, services) {
  const { state, format } = services;
  const last = () => lesson.outcomes.slice(-ENOUGH.of).filter(Boolean).length;
  /** @type {Act} */
  const act = {
    name: "teach.story.few",
    answers: { ten: "teach.story.ten", thirty: "teach.story.thirty", hundred: "teach.story.hundred", thousands: "teach.story.thousands" },
    hasBegun: () => lesson.drawings.length > 0,
    came: () => {
      if (lesson.outcomes.length < ENOUGH.of || last() < ENOUGH.right) return null;
      const { length } = lesson.taught;
      return length <= 18 ? "ten" : length <= 60 ? "thirty" : "hundred";
    },
    values: () => ({ right: format.integer(last()), of: format.integer(Math.min(ENOUGH.of, lesson.outcomes.length)) }),
    onward: () => {
      const { kinds } = state.values;
      if (kinds.length < kindLimits.most) state.set({ kinds: [...kinds, ""] });
    },
  };
  return () => act;
}
