/**
 * The board's story: how few examples are enough.
 */

import { enoughAfter, outcomesSince } from "./guesses.js";
import { kindLimits } from "../../shell/kind-names.js";

/** @import { Act } from "../../shell/story/story.js" */
/** @import { TeachLesson } from "./lesson.js" */
/** @import { TeachServices } from "./settings.js" */

/** The first kind that is more than two. */
const THIRD = 2;

/** So many of the last guesses are to be right, of so many. */
const ENOUGH = { right: 9, of: 10 };

/** What so many right guesses of ten are called. */
const tenths = ["few", "few", "few", "few", "half", "half", "seven", "seven", "nine", "nine", "nine"];

/** @param {TeachLesson} lesson @param {TeachServices} services @returns {() => Act} */
export function teaching(lesson, services) {
  const { state, format } = services;
  const addKind = () => {
    const { kinds } = state.values;
    if (kinds.length < kindLimits.most) state.set({ kinds: [...kinds, ""] });
  };
  const last = () => lesson.outcomes.slice(-ENOUGH.of).filter(Boolean).length;
  /** @type {Act} */
  const act = {
    name: "teach.story.few",
    answers: { ten: "teach.story.ten", thirty: "teach.story.thirty", hundred: "teach.story.hundred", thousands: "teach.story.thousands" },
    hasBegun: () => lesson.drawings.length > 0,
    came: () => {
      const drawings = enoughAfter(lesson.taught, ENOUGH);
      if (drawings === null) return null;
      return drawings <= 18 ? "ten" : drawings <= 60 ? "thirty" : "hundred";
    },
    values: () => ({ right: format.integer(last()) }),
    onward: addKind,
  };
  /** How the guesses went since a third kind was there. */
  const withThird = () => outcomesSince(lesson.taught, THIRD);
  /** @type {Act} */
  const third = {
    name: "teach.story.third",
    answers: { nine: "teach.story.nine", seven: "teach.story.seven", half: "teach.story.half", few: "teach.story.fewer" },
    hasBegun: () => withThird().length > 0,
    came: () => {
      const first = withThird().slice(0, ENOUGH.of);
      return first.length < ENOUGH.of ? null : tenths[first.filter(Boolean).length] ?? "few";
    },
    values: () => ({ made: format.integer(Math.min(ENOUGH.of, withThird().length)), of: format.integer(ENOUGH.of) }),
    onward: addKind,
  };
  return () => (state.values.kinds.length > THIRD ? third : act);
}
