/**
 * The board's story: how much of what it has never seen the network reads.
 */

import { signal } from "@preact/signals-core";
import { rateOf } from "../../shell/gone.js";
import { configOf } from "./settings.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { Stroke } from "../../protocol" */
/** @import { Act } from "../../shell/story/story.js" */
/** @import { RunControl } from "./run-control.js" */
/** @import { DigitsServices } from "./settings.js" */

/** It is asked about the first look at all images. */
const END = 1;

/** @param {RunControl} run @param {Stroke[]} strokes that are on the pad @param {DigitsServices} services @returns {() => Act} */
export function reading(run, strokes, services) {
  /** What comes after the reading, once it is here. @type {Signal<Act | null>} */
  const next = signal(null);
  /** @type {Act} */
  const act = {
    name: "digits.story.read",
    answers: { half: "digits.story.half", eight: "digits.story.eight", most: "digits.story.most", all: "digits.story.all" },
    about: () => {
      const { values } = services.state;
      const rate = rateOf(run.gone, values.learningRate, END);
      return JSON.stringify([{ ...configOf(values), learningRate: rate }, run.hasLearntElsewhere]);
    },
    hasBegun: () => run.isAsSet && (run.isOn || (run.metrics?.step ?? 0) > 0),
    came: () => {
      const accuracy = run.isAsSet ? accuracyAt(run.history.heldOut, END) : undefined;
      if (accuracy === undefined) return null;
      return accuracy >= 0.995 ? "all" : accuracy >= 0.9 ? "most" : accuracy >= 0.65 ? "eight" : "half";
    },
    guide: async () => {
      const { ofReading } = await import("./hints.js");
      return () => ofReading({ isOn: run.isOn, epoch: run.metrics?.epoch ?? 0, accuracy: run.evaluation?.accuracy ?? null });
    },
    onward: () => {
      import("./stranger.js").then(({ strangerAct }) => (next.value = strangerAct(strokes, services)), (error) => console.warn(error));
    },
  };
  return () => next.value ?? act;
}

/** How much it read when it had come so far. @param {RunControl["history"]["heldOut"]} heldOut @param {number} end in epochs */
function accuracyAt(heldOut, end) {
  return heldOut.column("accuracy")[heldOut.column("epoch").findIndex((epoch) => epoch >= end)];
}
