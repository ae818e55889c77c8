/**
 * The board's story: what two lines can do, what shapes more of them make, and how few units are enough.
 */

import { same } from "../../shell/same.js";
import { scoreOf, truthTable } from "./two-lines/network.js";
import { settings as twoLines } from "./two-lines/settings.js";

/** @import { HalfPlane } from "../../charts/half-plane.js" */
/** @import { Act } from "../../shell/story/story.js" */
/** @import { PlaygroundRun } from "./playground/run.js" */
/** @import { PlaygroundServices } from "./playground/settings.js" */
/** @import { TwoLinesServices } from "./two-lines/settings.js" */

const ROWS = 4;
/** Who has moved so many lines of a shape has seen what shapes they make. */
const MOVED = 3;
/** By then a network has shown on a cloud of points what it can do. */
const EPOCHS = 30;

/** @param {TwoLinesServices} services @returns {() => Act} */
export function linesAct(services) {
  const { state } = services;
  const moved = () => movedOf(state.values.pentagon, twoLines.pentagon.fallback);
  /** @type {Act} */
  const xor = {
    name: "depth.story.xor",
    answers: { 2: "depth.story.two", 3: "depth.story.three", 4: "depth.story.four" },
    hasBegun: () => movedOf(state.values.xor, twoLines.xor.fallback) > 0,
    came: () => {
      const [h1, h2, y] = state.values.xor;
      return h1 && h2 && y && scoreOf(truthTable([h1, h2, y])) === ROWS ? "4" : null;
    },
    onward: () => state.set({ figure: "pentagon" }),
  };
  /** @type {Act} */
  const shapes = {
    name: "depth.story.shapes",
    answers: { any: "depth.story.any", convex: "depth.story.convex", round: "depth.story.round" },
    hasBegun: () => moved() > 0,
    came: () => (moved() >= MOVED || state.values.figure === "pentagons" ? "convex" : null),
    onward: () => state.set({ figure: "pentagons" }),
  };
  return () => (state.values.figure === "xor" ? xor : shapes);
}

/** @param {PlaygroundRun} run @param {PlaygroundServices} services @returns {() => Act} */
export function playgroundAct(run, services) {
  const { state, format } = services;
  const units = () => state.values.hidden.reduce((sum, count) => sum + count, 0);
  const hasBegun = () => run.isOn || (run.frame?.step ?? 0) > 0;
  /** The part of the test points that are right. */
  const right = () => {
    const { hits = 0, rows = 0 } = run.frame?.test ?? {};
    return rows > 0 ? hits / rows : 0;
  };
  const values = () => ({ units: format.integer(units()) });
  /** @type {Act} */
  const cloud = {
    name: "depth.story.cloud",
    answers: { half: "depth.story.halfRight", most: "depth.story.mostRight", all: "depth.story.allRight" },
    hasBegun,
    came: () => ((run.frame?.epoch ?? 0) < EPOCHS ? null : right() >= 0.9 ? "all" : right() >= 0.65 ? "most" : "half"),
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
    hasBegun,
    came: () => {
      if (right() < 0.9) return null;
      return units() <= 4 ? "4" : units() <= 8 ? "8" : units() <= 16 ? "16" : "more";
    },
    values,
    onward: () => {
      run.pause();
      state.set({ hidden: withOneLess(state.values.hidden) });
    },
  };
  return () => (state.values.data === "spiral" ? spiral : cloud);
}

/** How many lines are elsewhere. @param {HalfPlane[]} lines @param {HalfPlane[]} before */
function movedOf(lines, before) {
  return lines.filter((line, index) => !same(line, before[index])).length;
}

/** The largest layer gives a unit away. @param {number[]} hidden */
function withOneLess(hidden) {
  const largest = hidden.indexOf(Math.max(...hidden));
  const units = hidden[largest] ?? 0;
  return units > 1 ? hidden.with(largest, units - 1) : hidden;
}
