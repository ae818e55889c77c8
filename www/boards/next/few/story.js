/**
 * What distortions make of few images: first of a thousand, then of a hundred.
 */

import { latest } from "../../../shell/spread.js";
import { mistakesOf } from "./outcome.js";
import { ways } from "./plan.js";

/** @import { Act } from "../../../shell/story/story.js" */
/** @import { Services } from "../../../shell/types" */
/** @import { FewRuns } from "./runs.js" */

/** What comes after a hundred images is in another tab. @param {FewRuns} runs @param {Services<any>} services @returns {() => Act} */
export function fewAct(runs, services) {
  const { state, format } = services;
  const shared = {
    answers: /** @type {const} */ ({ more: "next.story.few.more", same: "next.story.few.same", fewer: "next.story.few.fewer" }),
    about: () => String(state.values.fewSeed),
    hasBegun: () => runs.isOn || runs.shown.length > 0,
    came: () => (runs.areOver ? mistakesOf(runs.shown) : null),
    values: () => {
      const of = (/** @type {typeof ways[number]} */ way) => latest(runs.shown, ways.indexOf(way), "test")?.accuracy.mean ?? 0;
      return { without: format.percent(of("plain"), 0), distorted: format.percent(of("distorted"), 0) };
    },
  };
  /** @type {Act} */
  const thousand = { name: "next.story.few", ...shared, explain: (came) => (came === "fewer" ? "next.story.few.explain" : "next.story.few.other"), onward: () => state.set({ fewImages: "100" }) };
  /** @type {Act} */
  const hundred = { name: "next.story.fewer", ...shared, explain: (came) => (came === "fewer" ? "next.story.fewer.explain" : "next.story.few.other"), onward: () => state.set({ tab: "known" }) };
  return () => (state.values.fewImages === "1000" ? thousand : hundred);
}
