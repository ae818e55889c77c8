/**
 * The board's story: what two lines can do, what shapes more of them make, how few units are enough, and how they are best
 * arranged.
 */

import { rateOf } from "../../shell/gone.js";
import { bestOf, first } from "../../shell/story/beats.js";
import { Sketch } from "../../shell/story/sketch.js";
import { hasValues, settingsOf } from "./playground/settings.js";
import { accuraciesOf, bestShape } from "./wide/outcome.js";
import { distancesOfOnes, scoreOf, truthTable } from "./two-lines/network.js";
import { isTriedOut, movedIn } from "./two-lines/moved.js";
import { view } from "./two-lines/settings.js";

/** @import { Act } from "../../shell/story/story.js" */
/** @import { Course } from "../../shell/story/answers.js" */
/** @import { WideRuns } from "./wide/runs.js" */
/** @import { WideServices } from "./wide/settings.js" */
/** @import { PlaygroundRun } from "./playground/run.js" */
/** @import { PlaygroundServices } from "./playground/settings.js" */
/** @import { Lines } from "./two-lines/lines.js" */
/** @import { Network } from "./two-lines/network.js" */
/** @import { Services } from "../../shell/types" */
/** @import { TwoLinesServices } from "./two-lines/settings.js" */

const ROWS = 4;
/** By then a network has shown on a cloud of points what it can do. */
const EPOCHS = 30;

/** What holds for so many seeds is no luck. */
const MANY_SEEDS = 9;

/** How far the plane is folded, in hundredths, where it is predicted. */
const FOLDS = [0, 25, 50, 75, 100];
/** Ones that have come so close share a corner. */
const TOGETHER = 0.5;

/** The distance of the two ones, as a part of what it was. @type {Course} */
const foldCourse = { start: FOLDS.map(() => 1), lowest: 0, places: { key: "depth.story.folded", value: "part", at: FOLDS }, beginsFixed: true };

/** @param {Lines} lines @param {TwoLinesServices} services @returns {() => Act} */
export function linesAct(lines, services) {
  const { state } = services;
  const solved = () => {
    const [h1, h2, y] = state.values.xor;
    /** @type {Network | null} */
    const network = h1 && h2 && y ? [h1, h2, y] : null;
    return network && scoreOf(truthTable(network)) === ROWS ? network : null;
  };
  /** @type {Act} */
  const xor = {
    name: "depth.story.xor",
    answers: { 2: "depth.story.two", 3: "depth.story.three", 4: "depth.story.four" },
    hasBegun: () => movedIn(state.values, "xor") > 0,
    came: () => (solved() ? "4" : null),
    onward: () => {
      lines.isToFold = true;
      lines.change({ fold: 0 });
    },
  };
  /** @type {Act} */
  const fold = {
    name: "depth.story.fold",
    curve: { Sketch, course: foldCourse },
    about: () => JSON.stringify(state.values.xor),
    hasBegun: () => state.values.fold > 0,
    came: () => {
      const network = solved();
      return network && state.values.fold === 100 ? distancesOfOnes(network, view, FOLDS.map((part) => part / 100)) : null;
    },
    explain: (came) => (Number(came.at(-1)) < TOGETHER ? "depth.story.fold.explain" : "depth.story.fold.apart"),
    onward: () => lines.change({ figure: "pentagon" }),
  };
  /** @type {Act} */
  const shapes = {
    name: "depth.story.shapes",
    answers: { any: "depth.story.any", convex: "depth.story.convex", round: "depth.story.round" },
    hasBegun: () => movedIn(state.values, "pentagon") > 0,
    came: () => (isTriedOut(state.values, "pentagon") ? "convex" : null),
    onward: () => lines.change({ figure: "pentagons" }),
  };
  /** @type {Act} */
  const pieces = {
    name: "depth.story.pieces",
    answers: { none: "depth.story.neither", gap: "depth.story.gapOnly", both: "depth.story.gapAndDent" },
    hasBegun: () => movedIn(state.values, "pentagons") > 0,
    came: () => (isTriedOut(state.values, "pentagons") ? "both" : null),
    onward: () => openTab("playground", services),
  };
  return () => {
    const { figure } = state.values;
    if (figure === "xor") return lines.isToFold && solved() ? fold : xor;
    return figure === "pentagon" ? shapes : pieces;
  };
}

/** @param {PlaygroundRun} run @param {PlaygroundServices} services @returns {() => Act} */
export function playgroundAct(run, services) {
  const { state, format } = services;
  const units = () => state.values.hidden.reduce((sum, count) => sum + count, 0);
  // Nobody is asked how many are right where there is none to be tested, or where points have values and no classes.
  const canTell = () => run.info?.test.targets.length !== 0 && !hasValues(state.values.data);
  const hasBegun = () => run.isAsSet && (run.isOn || (run.frame?.step ?? 0) > 0 || !canTell());
  /** The part of the test points that are right; null while it is not known. */
  const right = () => {
    const { hits = 0, rows = 0 } = run.frame?.test ?? {};
    return !run.isAsSet || rows === 0 || !canTell() ? null : hits / rows;
  };
  const values = () => ({ units: format.integer(units()) });
  /** @type {Act} */
  const cloud = {
    name: "depth.story.cloud",
    answers: { half: "depth.story.halfRight", most: "depth.story.mostRight", all: "depth.story.allRight" },
    about: () => JSON.stringify({ ...settingsOf(state.values), learningRate: rateOf(run.gone, state.values.learningRate, EPOCHS) }),
    hasBegun,
    came: () => {
      const part = right();
      return part === null || (run.frame?.epoch ?? 0) < EPOCHS ? null : part >= 0.9 ? "all" : part >= 0.65 ? "most" : "half";
    },
    counts: first,
    values,
    onward: () => {
      // It is asked before it runs again.
      run.pause();
      state.set({ data: "spiral", speed: "1000" });
    },
  };
  /** @type {Act} */
  const spiral = {
    name: "depth.story.spiral",
    answers: { 4: "depth.story.units4", 8: "depth.story.units8", 16: "depth.story.units16", more: "depth.story.unitsMore" },
    // By any means, but of these points.
    about: () => {
      const { points, noise, trainPart, features } = state.values;
      return JSON.stringify([points, noise, trainPart, features]);
    },
    hasBegun,
    came: () => {
      if ((right() ?? 0) < 0.9) return null;
      return units() <= 4 ? "4" : units() <= 8 ? "8" : units() <= 16 ? "16" : "more";
    },
    counts: bestOf(["4", "8", "16", "more"]),
    values,
    onward: () => {
      run.pause();
      openTab("deep-or-wide", services);
    },
  };
  return () => (state.values.data === "spiral" ? spiral : cloud);
}

/** @param {WideRuns} runs @param {WideServices} services @returns {() => Act} */
export function wideAct(runs, { state, format }) {
  /** @type {Act} */
  const act = {
    name: "depth.story.wide",
    answers: { one: "depth.story.wide.one", two: "depth.story.wide.two", four: "depth.story.wide.four", alike: "depth.story.wide.alike" },
    about: () => String(state.values.wideSeed),
    hasBegun: () => runs.isOn || runs.shown.length > 0,
    came: () => (runs.areOver ? bestShape(runs.shown) : null),
    values: () => {
      const [one = 0, two = 0, four = 0] = accuraciesOf(runs.shown);
      return { one: format.percent(one, 0), two: format.percent(two, 0), four: format.percent(four, 0) };
    },
    explain: (came) => (came === "two" || came === "four" ? "depth.story.wide.explain" : "depth.story.wide.other"),
    onward: () => state.set({ wideSeeds: MANY_SEEDS }),
  };
  return () => act;
}

/** What comes next is in another tab. @param {string} tab @param {Services<any>} services */
function openTab(tab, { state }) {
  state.set({ tab });
}
