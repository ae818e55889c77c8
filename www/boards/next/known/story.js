/**
 * The tab's story: what it is worth to begin with what is known, what becomes of that with more examples, and whether it holds
 * for what one drew oneself.
 */

import { ways } from "./plan.js";
import { changeOf, inPoints, leadOf, sizeOf } from "./summary.js";
import { neededFor } from "./taught.js";

/** @import { Key } from "../../../i18n" */
/** @import { Act } from "../../../shell/story/story.js" */
/** @import { Services } from "../../../shell/types" */
/** @import { KnownRuns } from "./runs.js" */

/** The two numbers of examples whose leads are held against each other. */
const FEW = 5;
const MANY = 50;

/** With so few drawings a lead below this may well be chance. */
const HARDLY_DRAWN = 0.05;

/** @type {Record<string, Key>} */
const explanations = { behind: "next.story.known.behind", hardly: "next.story.known.hardly" };
/** @type {Record<string, Key>} */
const explanationsOfDrawn = { behind: "next.story.own.behind", hardly: "next.story.own.hardly" };
/** @type {Record<string, Key>} */
const changes = { grows: "next.story.more.grows", stays: "next.story.more.stays" };

/** What comes next is in another tab. @param {KnownRuns} runs @param {Services<any>} services @returns {() => Act} */
export function knownAct(runs, services) {
  const { state, format } = services;
  /** What is asked about: the fewest, where it is learnt from several numbers of examples. */
  const asked = () => runs.wanted[0] ?? runs.current;
  const about = (/** @type {unknown[]} */ ...settings) => JSON.stringify([state.values.knownSeed, ...settings]);
  const hasBegun = () => runs.isOn || runs.with(asked()).length > 0;
  /** Null until all seeds are over. @param {number} examples */
  const lead = (examples) => (runs.areOverWith(examples) ? (leadOf(runs.with(examples), ways.indexOf("transferred"), ways.indexOf("scratch"))?.ahead.mean ?? null) : null);
  const points = (/** @type {number} */ examples) => format.fixed(Math.abs(100 * (lead(examples) ?? 0)), 1);
  /** @type {Act} */
  const known = {
    name: "next.story.known",
    answers: { behind: "next.story.scratchAhead", hardly: "next.story.hardly", ahead: "next.story.fewPoints", far: "next.story.manyPoints" },
    about: () => about(asked()),
    hasBegun,
    came: () => {
      const ahead = lead(asked());
      return ahead === null ? null : sizeOf(ahead);
    },
    explain: (came) => explanations[String(came)] ?? "next.story.known.explain",
    values: () => ({ examples: format.integer(asked()), points: points(asked()) }),
    onward: () => state.set({ knownExamples: "all" }),
  };
  /** @type {Act} */
  const more = {
    name: "next.story.more",
    answers: { grows: "next.story.grows", stays: "next.story.stays", shrinks: "next.story.shrinks", turns: "next.story.turns" },
    about: () => about(),
    hasBegun: () => runs.isOn || runs.with(MANY).length > 0,
    came: () => {
      const [few, many] = [lead(FEW), lead(MANY)];
      return few === null || many === null ? null : changeOf(few, many);
    },
    explain: (came) => changes[String(came)] ?? "next.story.more.explain",
    values: () => ({ few: format.integer(FEW), many: format.integer(MANY), leadOfFew: inPoints(lead(FEW), format), leadOfMany: inPoints(lead(MANY), format) }),
    onward: () => state.set({ knownSubject: "drawn" }),
  };
  /** @type {Act} */
  const own = {
    name: "next.story.own",
    answers: { behind: "next.story.ownBehind", hardly: "next.story.ownHardly", ahead: "next.story.ownAhead" },
    about: () => about(asked(), runs.taught.number, runs.taught.counts),
    // Nobody is asked to predict what cannot be run.
    lacks: () => (runs.taught.collection === undefined || runs.canRun ? null : { says: "next.story.own.first", to: "known.toTeach", address: "#/teach" }),
    hasBegun,
    came: () => {
      const ahead = runs.canRun ? lead(asked()) : null;
      return ahead === null ? null : sizeOf(ahead, HARDLY_DRAWN, Infinity);
    },
    explain: (came) => explanationsOfDrawn[String(came)] ?? "next.story.own.explain",
    values: () => ({ examples: format.integer(asked()), needed: format.integer(neededFor(asked())), drawings: format.integer(runs.taught.drawings.length) }),
    onward: () => state.set({ tab: "course" }),
  };
  return () => (runs.subject === "drawn" ? own : state.values.knownExamples === "all" ? more : known);
}
