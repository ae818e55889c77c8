/**
 * What becomes of the two networks on images that were moved.
 */

import { fallOf } from "./outcome.js";
import { SHIFT } from "./plan.js";

/** @import { Act } from "../../../shell/story/story.js" */
/** @import { Services } from "../../../shell/types" */
/** @import { NetworkRuns } from "./runs.js" */

/** What comes next is in another tab. @param {NetworkRuns} runs @param {Services<any>} services @returns {Act} */
export function networksAct(runs, services) {
  const { format } = services;
  return {
    name: "next.story.networks",
    answers: {
      hold: "next.story.networks.hold",
      dense: "next.story.networks.denseFalls",
      convolutional: "next.story.networks.convolutionalFalls",
      alike: "next.story.networks.alike",
    },
    about: () => String(services.state.values.networksSeed),
    hasBegun: () => runs.isOn || runs.shown.length > 0,
    came: () => (runs.areOver ? fallOf(runs.shown) : null),
    values: () => ({ pixels: format.integer(SHIFT) }),
    explain: (came) => (came === "dense" ? "next.story.networks.explain" : "next.story.networks.other"),
    onward: () => services.state.set({ tab: "few" }),
  };
}
