/**
 * The board's story: what more data buys, what faster hardware buys, and what both have made of one idea.
 */

import { latest } from "../../shell/spread.js";
import { first } from "../../shell/story/beats.js";
import { Sketch } from "../../shell/story/sketch.js";
import { listOf, table } from "./applications/settings.js";
import { LOWEST, SIZES } from "./more-data/plan.js";

/** @import { Act } from "../../shell/story/story.js" */
/** @import { Course } from "../../shell/story/answers.js" */
/** @import { Services } from "../../shell/types" */
/** @import { Applications } from "./applications/index.js" */
/** @import { ApplicationsState, CardId } from "./applications/settings.js" */
/** @import { MoreDataRuns } from "./more-data/runs.js" */
/** @import { RaceRun } from "./race/run.js" */

/** Each tab knows its own settings, and what comes next is in another one's. @typedef {Services<any>} RevolutionServices */

/** @type {Course} */
const accuracyCourse = {
  start: SIZES.map(() => 0.5),
  lowest: LOWEST,
  places: { key: "moreData.images", value: "images", at: SIZES },
};

/** @param {MoreDataRuns} runs @param {RevolutionServices} services @returns {() => Act} */
export function dataAct(runs, services) {
  /** @type {Act} */
  const act = {
    name: "revolution.story.data",
    curve: { Sketch, course: accuracyCourse },
    about: () => String(services.state.values.seed),
    hasBegun: () => runs.isOn || runs.shown.length > 0,
    came: () => {
      if (!runs.areOver) return null;
      return SIZES.map((_, network) => ((latest(runs.shown, network, "test")?.accuracy.mean ?? LOWEST) - LOWEST) / (1 - LOWEST));
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
    // What came is that of the network that raced, whatever is chosen afterwards.
    about: () => (run.state === "idle" ? services.state.values.network : run.network),
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

/** All four together, then each by itself. @param {Applications} fields @param {RevolutionServices} services @returns {() => Act} */
export function fieldsAct(fields, services) {
  const { state, format } = services;
  /** @type {Act} */
  const all = {
    name: "revolution.story.fields",
    answers: { seconds: "revolution.story.seconds", minutes: "revolution.story.minutes", hours: "revolution.story.hours" },
    hasBegun: () => fields.hasBegun,
    came: () => (fields.isOver ? "seconds" : null),
    onward: () => {
      fields.beginEach();
      state.set({ fieldsOpen: "reinforcement" });
    },
  };
  /** What all of them have, where it has been learnt. @param {{ run: { isOn: boolean, done: number, hasLearnt: boolean } }} field @param {() => string} came @param {CardId} next */
  const ofOne = ({ run }, came, next) => ({
    hasBegun: () => run.isOn || run.done > 0,
    came: () => (run.hasLearnt && !run.isOn ? came() : null),
    // It can be made to go on, one step at a time.
    counts: first,
    onward: () => state.set({ fieldsOpen: next }),
  });
  const { vision, language, recommendation, reinforcement } = fields;
  const about = (/** @type {unknown[]} */ ...settings) => JSON.stringify([state.values.fieldsSeed, ...settings]);
  const rated = () => /** @type {number[]} */ (state.values.fieldsRatings).slice(-table.things).filter((rating) => rating > 0).length;
  /** @type {Record<CardId, Act>} */
  const each = {
    vision: {
      name: "revolution.story.vision",
      answers: { half: "revolution.story.halfRead", nine: "revolution.story.nineRead", all: "revolution.story.allRead" },
      about: () => about(),
      ...ofOne(vision, () => {
        const accuracy = vision.run.progress?.accuracy ?? 0;
        return accuracy < 0.7 ? "half" : accuracy < 0.97 ? "nine" : "all";
      }, "language"),
    },
    language: {
      name: "revolution.story.language",
      answers: { list: "revolution.story.fromList", made: "revolution.story.madeUp" },
      about: () => {
        const list = listOf(/** @type {ApplicationsState} */ (state.values), services.language);
        return about(list, list === "own" && state.values.fieldsWords);
      },
      ...ofOne(language, () => {
        const words = (language.run.progress?.words ?? []).filter(({ text }) => text);
        return 2 * words.filter(({ isFromList }) => isFromList).length > words.length ? "list" : "made";
      }, "recommendation"),
      explain: (came) => (came === "made" ? "revolution.story.language.explain" : "revolution.story.language.byHeart"),
    },
    recommendation: {
      name: "revolution.story.recommendation",
      answers: { yes: "revolution.story.advice", no: "revolution.story.noAdvice" },
      about: () => about(state.values.fieldsRatings),
      values: () => ({ rated: format.integer(rated()), things: format.integer(table.things) }),
      ...ofOne(recommendation, () => (recommendation.hasAdvice ? "yes" : "no"), "reinforcement"),
      explain: (came) => (came === "yes" ? "revolution.story.recommendation.explain" : "revolution.story.recommendation.none"),
    },
    reinforcement: {
      name: "revolution.story.reinforcement",
      answers: { shortest: "revolution.story.shortest", longer: "revolution.story.longer", none: "revolution.story.noWay" },
      about: () => about(state.values.fieldsWorld),
      ...ofOne(reinforcement, () => {
        const { route = [], shortest = null } = reinforcement.run.progress ?? {};
        if (shortest === null || route.length === 0) return "none";
        return route.length - 1 === shortest ? "shortest" : "longer";
      }, "vision"),
      explain: (came) => (came === "none" ? "revolution.story.reinforcement.lost" : "revolution.story.reinforcement.explain"),
    },
  };
  return () => (fields.past.isToldOfEach ? each[/** @type {CardId} */ (state.values.fieldsOpen)] : all);
}
