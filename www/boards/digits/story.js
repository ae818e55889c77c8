/**
 * The board's story: how much of what it has never seen the network reads.
 */

/** @import { Act } from "../../shell/story/story.js" */
/** @import { RunControl } from "./run-control.js" */
/** @import { DigitsServices } from "./settings.js" */

/** @param {RunControl} run @param {DigitsServices} services @returns {() => Act} */
export function reading(run, services) {
  /** @type {Act} */
  const act = {
    name: "digits.story.read",
    answers: { half: "digits.story.half", eight: "digits.story.eight", most: "digits.story.most", all: "digits.story.all" },
    hasBegun: () => run.isOn || (run.metrics?.step ?? 0) > 0,
    came: () => {
      const { epoch = 0, accuracy = 0 } = run.evaluation ?? {};
      if (epoch < 1) return null;
      return accuracy >= 0.995 ? "all" : accuracy >= 0.9 ? "most" : accuracy >= 0.65 ? "eight" : "half";
    },
    guide: async () => {
      const { ofReading } = await import("./hints.js");
      return () => ofReading({ isOn: run.isOn, epoch: run.metrics?.epoch ?? 0, accuracy: run.evaluation?.accuracy ?? null });
    },
    onward: () => services.state.set({ view: "mistakes" }),
  };
  return () => act;
}
