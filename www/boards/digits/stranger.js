/**
 * The board's last act: how sure a network is of a drawing that is no digit. It comes when the one before has been told.
 */

import { bestOf } from "../../shell/story/beats.js";

/** @import { Act } from "../../shell/story/story.js" */
/** @import { Stroke } from "../../protocol" */
/** @import { DigitsServices } from "./settings.js" */

/** A face has so many strokes; a digit rarely has. Before the last of them a face may well be a zero. */
const STROKES = 3;
const SURE = 0.99;

/** @param {Stroke[]} strokes that are on the pad, which draws in this list @param {DigitsServices} services @returns {Act} */
export function strangerAct(strokes, { client, state, format }) {
  const earlier = JSON.stringify(strokes);
  const best = () => Math.max(0, ...(client.latest("prediction")?.prediction.answer?.probabilities ?? []));
  const isAnother = () => best() > 0 && strokes.length >= STROKES && JSON.stringify(strokes) !== earlier;
  return {
    name: "digits.story.stranger",
    answers: { half: "digits.story.halfSure", rather: "digits.story.ratherSure", sure: "digits.story.quiteSure", torn: "digits.story.torn" },
    hasBegun: isAnother,
    came: () => (isAnother() && best() >= SURE ? "sure" : null),
    // It may learn on, and be less sure again.
    counts: bestOf(["sure"]),
    values: () => ({ sure: format.percent(best(), 1) }),
    onward: () => state.set({ view: "inside" }),
  };
}
