/**
 * What becomes of the two networks on images that were moved.
 */

import { latest } from "../../../shell/spread.js";
import { CONVOLUTIONAL, DENSE, PARAMETERS, SHIFT } from "./plan.js";

/** @import { Act } from "../../../shell/story/story.js" */
/** @import { SeedRun } from "../../../shell/spread.js" */
/** @import { Services } from "../../../shell/types" */
/** @import { NetworkRuns } from "./runs.js" */

/** A part of the images: what falls by less holds, and what differs by less is alike. */
const PLAIN = 0.1;

/**
 * @param {SeedRun[]} runs of which one is over at least
 * @returns {"hold" | "dense" | "convolutional" | "alike"} which of them falls further
 */
export function fallOf(runs) {
  const [dense = 0, convolutional = 0] = [DENSE, CONVOLUTIONAL].map((network) => {
    const [before, after] = [latest(runs, network, "test"), latest(runs, network, "shifted")];
    return (before?.accuracy.mean ?? 0) - (after?.accuracy.mean ?? 0);
  });
  if (Math.max(dense, convolutional) < PLAIN) return "hold";
  if (Math.abs(dense - convolutional) < PLAIN) return "alike";
  return dense > convolutional ? "dense" : "convolutional";
}

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
    hasBegun: () => runs.isOn || runs.shown.length > 0,
    came: () => (runs.shown.some(({ isOver }) => isOver) ? fallOf(runs.shown) : null),
    values: () => ({ pixels: format.integer(SHIFT), dense: format.integer(PARAMETERS[DENSE] ?? 0), convolutional: format.integer(PARAMETERS[CONVOLUTIONAL] ?? 0) }),
    explain: (came) => (came === "dense" ? "next.story.networks.explain" : "next.story.networks.other"),
    onward: () => services.state.set({ tab: "few" }),
  };
}
