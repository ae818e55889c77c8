/**
 * The board's story: what more data buys, what faster hardware buys, and what both have made of one idea.
 */

import { Sketch } from "../../shell/story/sketch.js";
import { LOWEST, SIZES } from "./more-data/plan.js";
import { latest } from "./more-data/summary.js";

/** @import { Act } from "../../shell/story/story.js" */
/** @import { Course } from "../../shell/story/answers.js" */
/** @import { Services } from "../../shell/types" */
/** @import { SeedRuns } from "./more-data/seed-runs.js" */
/** @import { RaceRun } from "./race/run.js" */

/** Each tab knows its own settings, and what comes next is in another one's. @typedef {Services<any>} RevolutionServices */

/** @type {Course} */
const accuracyCourse = {
  start: SIZES.map(() => 0.5),
  lowest: LOWEST,
  places: { key: "moreData.images", value: "images", at: SIZES },
};

/** @param {SeedRuns} runs @param {RevolutionServices} services @returns {() => Act} */
export function dataAct(runs, services) {
  /** @type {Act} */
  const act = {
    name: "revolution.story.data",
    curve: { Sketch, course: accuracyCourse },
    hasBegun: () => runs.isOn || runs.shown.length > 0,
    came: () => {
      if (!runs.shown.some(({ isOver }) => isOver)) return null;
      return SIZES.map((_, network) => ((latest(runs.shown, network)?.accuracy.mean ?? LOWEST) - LOWEST) / (1 - LOWEST));
    },
    onward: () => services.state.set({ tab: "race" }),
  };
  return () => act;
}

/** @param {RaceRun} run @param {RevolutionServices} services @returns {() => Act} */
export function raceAct(run, services) {
  /** @type {Act} */
  const act = {
    name: "revolution.story.race",
    answers: { slower: "revolution.story.slower", few: "revolution.story.few", tens: "revolution.story.tens", hundreds: "revolution.story.hundreds" },
    others: { none: "revolution.story.noRace" },
    hasBegun: () => run.isOn,
    came: () => {
      if (run.state !== "over") return null;
      const [cpu, gpu] = run.lanes;
      if (cpu.state !== "finished" || gpu.state !== "finished") return "none";
      const times = gpu.imagesPerSecond / cpu.imagesPerSecond;
      return times < 1 ? "slower" : times < 7 ? "few" : times < 60 ? "tens" : "hundreds";
    },
    explain: (came) => {
      if (came === "none") return "revolution.story.race.alone";
      return run.lanes[1].info?.device.software ? "revolution.story.race.program" : "revolution.story.race.explain";
    },
    onward: () => services.state.set({ tab: "fields" }),
  };
  return () => act;
}

/** @param {{ isOver: boolean, hasBegun: boolean }} fields read as signals @param {RevolutionServices} services @returns {() => Act} */
export function fieldsAct(fields, services) {
  /** @type {Act} */
  const act = {
    name: "revolution.story.fields",
    answers: { seconds: "revolution.story.seconds", minutes: "revolution.story.minutes", hours: "revolution.story.hours" },
    hasBegun: () => fields.hasBegun,
    came: () => (fields.isOver ? "seconds" : null),
    onward: () => services.state.set({ fieldsOpen: "reinforcement" }),
  };
  return () => act;
}
