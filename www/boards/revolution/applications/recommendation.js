/**
 * RecommendationApplication: a table of ratings whose holes are filled by matrix factorization.
 */

import { el, named, said, setText } from "../../../shell/dom.js";
import { rove } from "../../../shell/roving.js";
import { LessonRun } from "./lesson-run.js";
import { BEST_RATING, recommendationLesson, table } from "./settings.js";

/** @import { Key } from "../../../i18n" */
/** @import { RecommendationLesson, RecommendationProgress } from "./protocol" */
/** @import { ApplicationsServices } from "./settings.js" */
/** @import { Listeners } from "./index.js" */

const END = 300;

/** What is guessed to be worse than this is not recommended. */
const WORTH = 3.5;

/** @type {Key[]} */
const people = ["fields.person.1", "fields.person.2", "fields.person.3", "fields.person.4", "fields.person.5", "fields.person.6", "fields.person.you"];
/** @type {Key[]} */
const things = ["fields.food.1", "fields.food.2", "fields.food.3", "fields.food.4", "fields.food.5", "fields.food.6", "fields.food.7"];

export class RecommendationApplication {
  id = /** @type {const} */ ("recommendation");
  changed = /** @type {const} */ ("model");

  /**
   * @param {ApplicationsServices} services
   * @param {Listeners} listeners
   */
  constructor(services, listeners) {
    this.services = services;
    /** @type {LessonRun<RecommendationLesson, RecommendationProgress>} */
    this.run = new LessonRun({
      id: this.id,
      lesson: () => recommendationLesson(services.state.values),
      ask: (question) => services.ask("applicationsRecommendation", question),
      end: END,
      perSecond: 60,
      atOnce: 1,
      // Every rating that is pressed counts at once.
      goesOn: true,
      ...listeners,
    });
    this.cells = Array.from({ length: people.length * things.length }, (_, cell) => this.#createCell(cell));
    const head = el("tr", {}, el("td"), ...things.map((thing) => el("th", { scope: "col" }, el("span", said(thing)))));
    const rows = people.map((person, row) => {
      const cells = this.cells.slice(row * things.length, (row + 1) * things.length);
      return el("tr", {}, el("th", { scope: "row", ...said(person) }), ...cells.map((cell) => el("td", {}, cell)));
    });
    const grid = el("table", { class: "ratings", ...named("fields.recommendation.table") }, el("thead", {}, head), el("tbody", {}, ...rows));
    rove(grid, this.cells, things.length);
    this.unknown = sample("unknown", "?", "fields.recommendation.legendUnknown");
    this.picture = el("div", { class: "recommendation-picture" }, grid, legend(this.unknown));
    this.settings = [el("button", { type: "button", onclick: () => this.#empty(), class: "secondary", ...said("fields.recommendation.empty") })];
  }

  /** Whether there is anything to be recommended to whoever has the last row. */
  get hasAdvice() {
    return this.#bestHole(table.people - 1) >= 0;
  }

  /** What is most to be recommended to whoever has the last row. */
  headline() {
    const best = this.#bestHole(table.people - 1);
    const thing = things[best % table.things];
    if (best >= 0 && thing) return this.services.t(thing);
    return this.services.t(this.#hasRating(table.people - 1) ? "fields.recommendation.none" : "fields.recommendation.unrated");
  }

  /** @param {number} loss */
  format(loss) {
    return this.services.format.fixed(loss, 3);
  }

  render() {
    const { t, format, state } = this.services;
    const { progress } = this.run;
    const best = people.map((_, row) => this.#bestHole(row));
    for (const [index, cell] of this.cells.entries()) {
      const known = state.values.fieldsRatings[index] ?? 0;
      const guess = progress?.table[index];
      const isGuessed = guess !== undefined && this.#hasEvidence(index);
      const value = known || (isGuessed ? within(guess) : 0);
      const text = known > 0 ? format.integer(known) : isGuessed ? format.fixed(value, 1) : progress ? "?" : "";
      const isBest = best.includes(index);
      cell.classList.toggle("known", known > 0);
      cell.classList.toggle("unknown", known === 0 && progress !== null && !isGuessed);
      cell.classList.toggle("best", isBest);
      cell.style.setProperty("--part", (value / BEST_RATING).toFixed(3));
      setText(cell, text);
      const [person, thing] = [people[Math.floor(index / table.things)], things[index % table.things]];
      if (!person || !thing) continue;
      const guessed = isBest ? "fields.recommendation.best" : text === "?" ? "fields.recommendation.unknown" : "fields.recommendation.guess";
      const kind = known > 0 ? "fields.recommendation.known" : guessed;
      cell.setAttribute("aria-label", t(kind, { person: t(person), thing: t(thing), rating: text }));
    }
    this.unknown.hidden = !this.cells.some((cell) => cell.classList.contains("unknown"));
  }

  destroy() {
    this.run.destroy();
  }

  /** The empty cell of a row that is to be recommended, or -1 where there is none, or nothing has been learnt. @param {number} row */
  #bestHole(row) {
    const { progress } = this.run;
    const { fieldsRatings } = this.services.state.values;
    if (!progress || progress.done === 0 || !this.#hasRating(row)) return -1;
    const cells = things.map((_, column) => row * table.things + column).filter((cell) => fieldsRatings[cell] === 0 && this.#hasEvidence(cell) && (progress.table[cell] ?? 0) >= WORTH);
    return cells.reduce((best, cell) => (best < 0 || (progress.table[cell] ?? 0) > (progress.table[best] ?? 0) ? cell : best), -1);
  }

  /** Whether the person of that row has rated anything. @param {number} row */
  #hasRating(row) {
    return this.services.state.values.fieldsRatings.some((rating, cell) => rating > 0 && Math.floor(cell / table.things) === row);
  }

  /**
   * Whether there is anything to guess from: without a rating of theirs nobody's taste is known, nor how a thing tastes that
   * nobody has rated.
   * @param {number} index
   */
  #hasEvidence(index) {
    const ofThing = this.services.state.values.fieldsRatings.some((rating, cell) => rating > 0 && cell % table.things === index % table.things);
    return ofThing && this.#hasRating(Math.floor(index / table.things));
  }

  /** @param {number} index */
  #createCell(index) {
    const rating = () => this.services.state.values.fieldsRatings[index] ?? 0;
    const cell = el("button", { type: "button", class: "rating", onclick: () => this.#rate(index, (rating() + 1) % (BEST_RATING + 1)) });
    cell.addEventListener("keydown", (event) => {
      const digit = /^[0-5]$/.test(event.key) ? Number(event.key) : ["Backspace", "Delete"].includes(event.key) ? 0 : null;
      if (digit === null || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      this.#rate(index, digit);
    });
    return cell;
  }

  /** @param {number} index @param {number} rating 0 empties the cell */
  #rate(index, rating) {
    const { state } = this.services;
    state.set({ fieldsRatings: state.values.fieldsRatings.with(index, rating) });
  }

  /** The last row, for somebody else of the class. */
  #empty() {
    const { state } = this.services;
    const first = (table.people - 1) * table.things;
    state.set({ fieldsRatings: state.values.fieldsRatings.map((rating, cell) => (cell < first ? rating : 0)) });
  }
}

/** Ratings go from 1 to 5, whatever the product is. @param {number} rating */
function within(rating) {
  return Math.min(BEST_RATING, Math.max(1, rating));
}

/** @param {HTMLElement} unknown is there only while the table has such cells */
function legend(unknown) {
  return el(
    "p",
    { class: "small ratings-legend" },
    sample("known", "4", "fields.recommendation.legendKnown"),
    sample("", "3.7", "fields.recommendation.legendGuess"),
    sample("best", "4.8", "fields.recommendation.legendBest"),
    unknown,
  );
}

/** @param {string} kind @param {string} text @param {Key} meaning */
function sample(kind, text, meaning) {
  return el("span", {}, el("span", { class: `rating sample ${kind}`, "aria-hidden": "true" }, text), el("span", said(meaning)));
}
