/**
 * The board's story: where rules are enough, how they break on new data, and whether a network does better.
 */

import { same } from "../../shell/same.js";
import { bestOf } from "../../shell/story/beats.js";
import { LEARNT } from "./learn/learnt.js";
import { distortionOf, isOriginal, together } from "./settings.js";

/** @import { Act } from "../../shell/story/story.js" */
/** @import { RulesScore } from "./protocol" */
/** @import { Enough } from "./enough/index.js" */
/** @import { Trial } from "./trial.js" */
/** @import { RulesServices, RulesState } from "./settings.js" */

/** Rules that are right so often have done what the mission asks. */
const GOAL = 0.95;
/** So much more often right is better in earnest: by less, both are little better than a coin. */
const BETTER = 0.2;

/** What the rules that are set come to, once that is known. @param {Trial} trial */
function scoresOf({ answers: { answer, answered }, values: { pair, rules }, newData }) {
  return answered && same([answered.pair, answered.rules, answered.newData], [pair, rules, newData]) ? answer : null;
}

/** @param {Enough} enough @param {RulesServices} services @returns {() => Act} */
export function enoughAct(enough, services) {
  /** @type {Act} */
  const act = {
    name: "rules.story.enough",
    answers: { never: "rules.story.never", sometimes: "rules.story.sometimes", often: "rules.story.often" },
    hasBegun: () => enough.results.length > 0,
    came: () => (enough.isDone ? (enough.isAllRight ? "never" : "sometimes") : null),
    onward: () => services.state.set({ section: "break", rules: [], rule: 0 }),
  };
  return () => act;
}

/**
 * Rules are made, then they meet new data.
 * @param {Trial} trial
 * @param {RulesServices} services
 * @returns {() => Act}
 */
export function breakAct(trial, services) {
  const { state } = services;
  /** Until others are known, those of the rules before stand. */
  const training = (scores = trial.answers.answer) => partOf(scores?.training);
  const part = () => ({ part: trial.answers.answer ? services.format.percent(training(), 1) : "…", one: String(state.values.pair[0]), other: String(state.values.pair[1]) });
  /** @type {Act} */
  const build = {
    name: "rules.story.build",
    answers: { one: "rules.story.one", few: "rules.story.few", many: "rules.story.many", never: "rules.story.notAtAll" },
    about: () => state.values.pair.join(),
    hasBegun: () => !isNothing(),
    came: () => (isNothing() || training(scoresOf(trial)) < GOAL ? null : numberOf(state.values.rules.length)),
    counts: bestOf(["one", "few", "many"]),
    values: part,
    guide: async () => {
      const { ofBuilding } = await import("./hints.js");
      return () => ofBuilding({ rules: state.values.rules, training: training() });
    },
    onward: () => void (trial.isMade = true),
  };
  /** @type {Act} */
  const fall = {
    name: "rules.story.break",
    answers: { nine: "rules.story.nine", seven: "rules.story.seven", half: "rules.story.half", few: "rules.story.less" },
    about: () => aboutRules(state.values),
    hasBegun: () => !isOriginal(distortionOf(state.values)),
    came: () => {
      const score = scoresOf(trial)?.distorted;
      return score && same(distortionOf(state.values), together) ? nearest(partOf(score)) : null;
    },
    values: part,
    guide: async () => {
      const { ofSomeDistortions } = await import("./hints.js");
      return () => (isOriginal(distortionOf(state.values)) ? null : ofSomeDistortions());
    },
    onward: () => state.set({ section: "learn" }),
  };
  const isNothing = () => state.values.rules.length === 0;
  return () => {
    if (isNothing()) trial.isMade = false;
    return trial.isMade ? fall : build;
  };
}

/** @param {Trial} trial @param {RulesServices} services @returns {() => Act} */
export function learnAct(trial, services) {
  const { state } = services;
  const hasBegun = () => trial.lesson.isOn || trial.lesson.hasLearnt;
  const distorted = () => {
    const { lesson } = trial;
    const isOver = lesson.hasLearnt && lesson.isDone && !lesson.isOn;
    const { pair, newData } = lesson.inquiry.answered ?? {};
    const isOfThis = same([pair, newData], [state.values.pair, trial.newData]);
    return isOver && isOfThis && !isOriginal(distortionOf(state.values)) ? partOf(lesson.scores?.distorted) : null;
  };
  const guide = async () => {
    const { ofLearning } = await import("./hints.js");
    return () => ofLearning({ isOn: trial.lesson.isOn, isDistorted: !isOriginal(distortionOf(state.values)) });
  };
  /** @type {Act} */
  const plain = {
    name: "rules.story.plain",
    answers: { better: "rules.story.better", same: "rules.story.same", worse: "rules.story.worse" },
    about: () => aboutRules(state.values),
    hasBegun,
    guide,
    came: () => {
      const [network, rules] = [distorted(), scoresOf(trial)?.distorted];
      if (network === null || !rules) return null;
      const more = network - partOf(rules);
      return Math.abs(more) < BETTER ? "same" : more > 0 ? "better" : "worse";
    },
    onward: () => state.set({ seen: true }),
  };
  /** @type {Act} */
  const seen = {
    name: "rules.story.seen",
    answers: { yes: "rules.story.copes", little: "rules.story.little", no: "rules.story.no" },
    about: () => JSON.stringify([state.values.pair, state.values.seed]),
    hasBegun,
    guide,
    came: () => {
      const network = distorted();
      return network === null ? null : network >= LEARNT ? "yes" : network >= 0.65 ? "little" : "no";
    },
    onward: () => state.set({ show: "wrong" }),
  };
  return () => (state.values.seen ? seen : plain);
}

/** How the data are new is part of what is tried. @param {RulesState} state */
function aboutRules({ pair, rules, seed }) {
  return JSON.stringify([pair, rules, seed]);
}

/** @param {RulesScore | undefined} score */
function partOf(score) {
  return score ? score.right / score.images : 0;
}

/** @param {number} rules */
function numberOf(rules) {
  return rules === 1 ? "one" : rules <= 3 ? "few" : "many";
}

/** @param {number} part */
function nearest(part) {
  return part >= 0.8 ? "nine" : part >= 0.62 ? "seven" : part >= 0.4 ? "half" : "few";
}
