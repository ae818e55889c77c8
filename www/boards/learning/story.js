/**
 * The board's story: where one step goes, how the loss of a network goes down, and what becomes of steps that are too long.
 */

import { rateOf } from "../../shell/gone.js";
import { Sketch } from "../../shell/story/sketch.js";
import { usual } from "./settings.js";
import { verdictOf } from "./verdict.js";

/** @import { Act } from "../../shell/story/story.js" */
/** @import { Course } from "../../shell/story/answers.js" */
/** @import { Fit } from "./fit.js" */
/** @import { LearningServices } from "./settings.js" */
/** @import { Verdict } from "./verdict.js" */

/** The steps at which the loss is predicted. */
const STEPS = [0, 300, 600, 900, 1200, 1500];
const END = 1500;
/** Beyond this, steps overshoot the valley of the line. */
const LONG = 0.15;
/** Steps that do, slow enough to be watched. */
const TOO_LONG = { learningRate: 0.5, speed: usual.line.speed };

/** Said once it has gone down a slope. @type {Verdict[]} */
const stepped = ["downhill", "overshoot", "bottom", "off", "between"];

/** The loss, as a part of what it was at first. @type {Course} */
const lossCourse = {
  start: STEPS.map(() => 1),
  beginsFixed: true,
  lowest: 0,
  places: { key: "learning.story.at", value: "step", at: STEPS },
};

/** @param {Fit} fit @param {LearningServices} services @returns {() => Act} */
export function descent(fit, services) {
  const { state, format } = services;
  const hasBegun = () => fit.isOn || fit.steps > 0;
  /** What is asked about: all that the loss depends on, with the learning rate up to a step. @param {number} [end] */
  const about = (end) => `${fit.problem} ${rateOf(fit.gone, state.values.learningRate, end)}`;
  /** What the worker said last is of the model and the loss that are set. */
  const isOfThis = () => fit.told.problem === fit.problem;
  const values = () => ({ rate: format.exact(state.values.learningRate) });
  const guideTo = (/** @type {number | undefined} */ end) => async () => {
    const { ofDescent } = await import("./hints.js");
    return () => ofDescent({ steps: fit.steps, isOn: fit.isOn, isWhole: fit.told.from === 0, verdict: verdictOf(fit, state.values) }, end);
  };
  /** @type {Act} */
  const step = {
    name: "learning.story.step",
    answers: { slope: "learning.story.slope", lowest: "learning.story.lowest", along: "learning.story.along" },
    about: () => about(),
    hasBegun,
    guide: guideTo(undefined),
    came: () => (isOfThis() && stepped.includes(verdictOf(fit, state.values)) ? "slope" : null),
    onward: () => {
      fit.pause();
      state.set({ model: "network", ...usual.network });
    },
  };
  /** @type {Act} */
  const curve = {
    name: "learning.story.curve",
    curve: { Sketch, course: lossCourse },
    about: () => about(END),
    hasBegun,
    values,
    guide: guideTo(END),
    came: () => (isOfThis() && fit.told.from === 0 && fit.steps >= END ? lossesAt(fit, STEPS) : null),
    onward: () => {
      // It is asked before it runs again.
      fit.pause();
      state.set({ model: "line", ...TOO_LONG });
    },
  };
  /** @type {Act} */
  const rate = {
    name: "learning.story.rate",
    answers: { sooner: "learning.story.sooner", away: "learning.story.away", still: "learning.story.still" },
    about: () => about(),
    hasBegun,
    values,
    guide: guideTo(undefined),
    came: () => {
      if (!isOfThis()) return null;
      const verdict = verdictOf(fit, state.values);
      if (verdict === "grown" || verdict === "diverged") return "away";
      return verdict === "bottom" || verdict === "off" ? "sooner" : null;
    },
    explain: (came) => (came === "away" ? "learning.story.rate.explain" : "learning.story.rate.arrived"),
    onward: () => {
      // From where the line began: so far away as it is by now, every loss is hopeless.
      fit.pause();
      state.set({ divergence: "zero-one" });
      void fit.reset();
    },
  };
  return () => {
    if (!fit.isLine) return curve;
    return state.values.learningRate > LONG ? rate : step;
  };
}

/** Parts of the first loss. @param {Fit} fit @param {number[]} steps */
function lossesAt({ history }, steps) {
  const [at, losses] = [history.column("step"), history.column("seen")];
  const first = losses[0] ?? 1;
  return steps.map((step) => (losses[Math.max(0, at.findLastIndex((one) => one <= step))] ?? first) / first);
}
