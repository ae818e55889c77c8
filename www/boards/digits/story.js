/**
 * The board's story: how much of what it has never seen the network reads.
 */

import { signal } from "@preact/signals-core";

/** @import { Signal } from "@preact/signals-core" */
/** @import { Stroke } from "../../protocol" */
/** @import { Act } from "../../shell/story/story.js" */
/** @import { RunControl } from "./run-control.js" */
/** @import { DigitsServices } from "./settings.js" */

/** @param {RunControl} run @param {Stroke[]} strokes that are on the pad @param {DigitsServices} services @returns {() => Act} */
export function reading(run, strokes, services) {
  /** What comes after the reading, once it is here. @type {Signal<Act | null>} */
  const next = signal(null);
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
    onward: () => {
      services.state.set({ view: "mistakes" });
      import("./stranger.js").then(({ strangerAct }) => (next.value = strangerAct(strokes, services)), (error) => console.warn(error));
    },
  };
  return () => next.value ?? act;
}
