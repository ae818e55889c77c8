/**
 * The tab's state: which application is open, and what each of them learns from. All of it is in the address; what has been
 * learnt is not.
 *
 * In the address, and in the keys of the texts, their names begin with `fields`, as the tab is called: links hold both.
 */

import { choice, integer, place } from "../../../shell/settings.js";
import { names } from "./names.js";
import { readWords } from "./words.js";
import { isWorld } from "./world.js";

/** @import { LanguageLesson, RecommendationLesson, ReinforcementLesson, VisionLesson } from "./protocol" */
/** @import { Language } from "../../../i18n" */
/** @import { Setting, Services, StateOf } from "../../../shell/types" */

/** @typedef {StateOf<typeof settings>} ApplicationsState */
/** @typedef {Services<ApplicationsState>} ApplicationsServices */
/** @typedef {typeof cards[number]} CardId */

/** In the deck's order. */
export const cards = /** @type {const} */ (["vision", "language", "recommendation", "reinforcement"]);

/** "page" is the list in the page's own language. */
export const lists = /** @type {const} */ (["page", "korean", "english", "own"]);

export const limits = { seed: { min: 0, max: 2 ** 32 - 1 } };

/** Letters of a beginning at most. */
export const LONGEST_BEGINNING = 14;

/** The table that the class fills in: two tastes, and a last row that is one's own. */
export const table = { people: 7, things: 7 };
export const BEST_RATING = 5;

const ratings = [
  [5, 5, 0, 1, 0, 2, 4],
  [5, 0, 4, 0, 1, 1, 4],
  [1, 0, 2, 5, 5, 0, 3],
  [0, 1, 0, 4, 5, 5, 0],
  [4, 4, 0, 4, 0, 4, 5],
  [0, 5, 5, 2, 1, 0, 0],
  [5, 0, 0, 0, 0, 1, 0],
];

const world = ["ooowooog", "owowowop", "owooowoo", "owwwowwo", "oooooooo", "swowwowo"].join("-");

export const settings = {
  fieldsOpen: place(cards),
  fieldsSeed: integer(1, limits.seed),
  fieldsList: choice(lists),
  /** The list of one's own, between spaces; empty before there is one. */
  fieldsWords: wordList(),
  fieldsBeginning: beginning(),
  fieldsRatings: ratingTable(ratings.flat()),
  fieldsWorld: worldText(world),
};

/** What a lesson depends on. @param {ApplicationsState} state */
export function settingsOf({ fieldsSeed, fieldsList, fieldsWords, fieldsRatings, fieldsWorld }) {
  return { fieldsSeed, fieldsList, fieldsWords, fieldsRatings, fieldsWorld };
}

/** @param {ApplicationsState} state @returns {VisionLesson} */
export function visionLesson({ fieldsSeed }) {
  return { images: 2000, testImages: 1000, hidden: 32, seed: fieldsSeed };
}

/** @param {ApplicationsState} state @param {Language} language that the page speaks @returns {LanguageLesson} */
export function languageLesson(state, language) {
  return { words: wordsOf(state, language), context: 5, hidden: 24, seed: state.fieldsSeed };
}

/** @param {ApplicationsState} state @returns {RecommendationLesson} */
export function recommendationLesson({ fieldsRatings, fieldsSeed }) {
  return { ratings: fieldsRatings, things: table.things, factors: 2, penalty: 0.05, seed: fieldsSeed };
}

/** @param {ApplicationsState} state @returns {ReinforcementLesson} */
export function reinforcementLesson({ fieldsWorld, fieldsSeed }) {
  return { world: fieldsWorld, seed: fieldsSeed };
}

/**
 * Which list is learnt from.
 * @param {Pick<ApplicationsState, "fieldsList" | "fieldsWords">} state
 * @param {Language} language that the page speaks
 * @returns {Exclude<ApplicationsState["fieldsList"], "page">}
 */
export function listOf({ fieldsList, fieldsWords }, language) {
  if (fieldsList === "page" || (fieldsList === "own" && !fieldsWords)) return language === "ko" ? "korean" : "english";
  return fieldsList;
}

/** The words that are learnt from, between spaces. @param {Pick<ApplicationsState, "fieldsList" | "fieldsWords">} state @param {Language} language */
export function wordsOf(state, language) {
  const list = listOf(state, language);
  return list === "own" ? state.fieldsWords : names[list].split(/\s+/).join(" ");
}

/** @returns {Setting<string>} */
function wordList() {
  return {
    fallback: "",
    parse: (text) => {
      const read = readWords(text);
      return "words" in read ? read.words.join(" ") : undefined;
    },
    write: String,
  };
}

/** @returns {Setting<string>} */
function beginning() {
  return { fallback: "", parse: (text) => (text.length <= LONGEST_BEGINNING ? text : undefined), write: String };
}

/** @param {number[]} fallback @returns {Setting<number[]>} a digit a cell, 0 for an empty one */
function ratingTable(fallback) {
  const form = new RegExp(`^[0-${BEST_RATING}]{${table.people * table.things}}$`);
  return { fallback, parse: (text) => (form.test(text) ? [...text].map(Number) : undefined), write: (cells) => cells.join("") };
}

/** @param {string} fallback @returns {Setting<string>} */
function worldText(fallback) {
  return { fallback, parse: (text) => (isWorld(text) ? text : undefined), write: String };
}
