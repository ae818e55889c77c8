/**
 * The board's state, all of it in the address: which section is shown, which two digits, the rules, the image that is
 * looked at, and what is done to make new data.
 */

import { choice, flag, integer, place } from "../../shell/settings.js";

/** @import { DigitPair, Distortion, Rule, RulesMeasure } from "./protocol" */
/** @import { Setting, Services, StateOf } from "../../shell/types" */

/** @typedef {StateOf<typeof settings>} RulesState */
/** @typedef {Services<RulesState>} RulesServices */
/** @typedef {typeof strengths[number]} Strength */

export const sections = /** @type {const} */ (["enough", "break", "learn"]);

/** What each measure counts in, the step of its thresholds, and where its histogram ends; more counts as that much. */
export const measures = /** @satisfies {Record<RulesMeasure, { unit: string, step: number, end: number }>} */ (
  /** @type {const} */ ({
    ink: { unit: "percent", step: 0.1, end: 40 },
    width: { unit: "pixels", step: 0.5, end: 28 },
    height: { unit: "pixels", step: 0.5, end: 28 },
    aspect: { unit: "times", step: 0.05, end: 5 },
    middle: { unit: "percent", step: 1, end: 100 },
    row: { unit: "count", step: 0.5, end: 6 },
    column: { unit: "count", step: 0.5, end: 6 },
    holes: { unit: "count", step: 0.5, end: 5 },
    symmetry: { unit: "percent", step: 1, end: 100 },
  })
);

export const measureNames = /** @type {RulesMeasure[]} */ (Object.keys(measures));

export const MOST_RULES = 6;
const MOST_THRESHOLD = 9999;

/** @type {Rule[]} */
const firstRules = [
  { measure: "width", comparison: ">", threshold: 10.5, class: 0 },
  { measure: "holes", comparison: ">", threshold: 0.5, class: 0 },
  { measure: "middle", comparison: ">", threshold: 20, class: 1 },
];

/** A rule that is added. @type {Rule} */
export const another = { measure: "symmetry", comparison: ">", threshold: 50, class: 0 };

/** How an address tells that there are none. */
const NO_RULES = "none";

export const strengths = /** @type {const} */ (["shift", "size", "rotation", "noise", "stroke"]);

/** Ends of the sliders. */
export const ranges = {
  shift: { min: 0, max: 10 },
  size: { min: 40, max: 160 },
  rotation: { min: 0, max: 180 },
  noise: { min: 0, max: 60 },
  stroke: { min: -2, max: 3 },
};

export const units = /** @type {const} */ ({ shift: "pixels", size: "percent", rotation: "degrees", noise: "percent", stroke: "pixels" });

/** Data as it was. @type {Distortion} */
export const original = { shift: 0, size: 100, rotation: 0, invert: false, noise: 0, stroke: 0 };

/** One distortion alone, in turn. @type {readonly Partial<Distortion>[]} */
export const alone = [{ shift: 6 }, { size: 60 }, { rotation: 60 }, { invert: true }, { noise: 20 }, { stroke: -1 }];

/** All of them at once. @type {Distortion} */
export const together = { shift: 3, size: 70, rotation: 40, invert: true, noise: 5, stroke: 1 };

export const settings = {
  section: place(sections),
  /** @type {Setting<DigitPair>} */
  pair: { fallback: [0, 1], parse: parsePair, write: (pair) => pair.join("") },
  /** @type {Setting<Rule[]>} */
  rules: { fallback: firstRules, parse: parseRules, write: (rules) => rules.map(writeRule).join("-") || NO_RULES },
  /** Which rule is worked on. */
  rule: integer(0, { min: 0, max: MOST_RULES - 1 }),
  /** Which image is looked at. */
  set: choice(/** @type {const} */ (["training", "new"])),
  image: integer(0, { min: 0, max: 999 }),
  show: choice(/** @type {const} */ (["all", "wrong"])),
  shift: strength("shift"),
  size: strength("size"),
  rotation: strength("rotation"),
  noise: strength("noise"),
  stroke: strength("stroke"),
  invert: flag(original.invert),
  /** Whether the network that is trained sees distorted examples. */
  seen: flag(false),
  /** Decides what is random in new data, and how networks begin. */
  seed: integer(1, { min: 0, max: 2 ** 32 - 1 }),
};

/** @param {RulesState} state @returns {Distortion} */
export function distortionOf({ shift, size, rotation, invert, noise, stroke }) {
  return { shift, size, rotation, invert, noise, stroke };
}

/** @param {Distortion} distortion */
export function isOriginal(distortion) {
  return /** @type {(keyof Distortion)[]} */ (Object.keys(original)).every((name) => distortion[name] === original[name]);
}

/** @param {string} text @returns {DigitPair | undefined} */
function parsePair(text) {
  const [first, second] = /^\d\d$/.test(text) ? [...text].map(Number) : [];
  return first === undefined || second === undefined || first === second ? undefined : [first, second];
}

/** @param {Rule} rule */
function writeRule({ measure, comparison, threshold, class: voted }) {
  return [measure, comparison === ">" ? "gt" : "lt", threshold, voted].join("_");
}

/** @param {string} text @returns {Rule[] | undefined} */
function parseRules(text) {
  if (text === NO_RULES) return [];
  const rules = text.split("-").map(parseRule);
  const known = rules.filter((rule) => rule !== undefined);
  return known.length === rules.length && known.length <= MOST_RULES ? known : undefined;
}

/** @param {string} text @returns {Rule | undefined} */
function parseRule(text) {
  const [, name = "", side, number, voted] = /^([a-z]+)_(gt|lt)_(\d{1,4}(?:\.\d{1,9})?)_([01])$/.exec(text) ?? [];
  const measure = measureNames.find((one) => one === name);
  const threshold = Number(number);
  if (!measure || !(threshold <= MOST_THRESHOLD)) return undefined;
  return { measure, comparison: side === "gt" ? ">" : "<", threshold, class: voted === "1" ? 1 : 0 };
}

/**
 * A slider's whole number, below zero perhaps.
 * @param {Strength} name
 * @returns {Setting<number>}
 */
function strength(name) {
  const { min, max } = ranges[name];
  const parse = (/** @type {string} */ text) => {
    const value = /^-?\d{1,3}$/.test(text) ? Number(text) : NaN;
    return value >= min && value <= max ? value : undefined;
  };
  return { fallback: original[name], parse, write: String };
}
