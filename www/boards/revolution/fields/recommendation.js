/**
 * Recommendation: a table of ratings whose holes are filled by matrix factorization.
 */

import { el, named, said, setText } from "../../../shell/dom.js";
import { rove } from "../../../shell/roving.js";
import { Course } from "./course.js";
import { BEST_RATING, recommendationLesson, table } from "./fields.js";

/** @import { Key } from "../../../i18n" */
/** @import { RecommendationLesson, RecommendationProgress } from "../../../protocol/fields" */
/** @import { FieldsServices } from "./fields.js" */
/** @import { Listeners } from "./index.js" */

const END = 300;

/** What is guessed to be worse than this is not recommended. */
const WORTH = 3.5;

/** @type {Key[]} */
const people = ["fields.person.1", "fields.person.2", "fields.person.3", "fields.person.4", "fields.person.5", "fields.person.6", "fields.person.you"];
/** @type {Key[]} */
const things = ["fields.food.1", "fields.food.2", "fields.food.3", "fields.food.4", "fields.food.5", "fields.food.6", "fields.food.7"];

export class Recommendation {
  id = /** @type {const} */ ("recommendation");
  changed = /** @type {const} */ ("model");

  /**
   * @param {FieldsServices} services
   * @param {Listeners} listeners
   */
  constructor(services, listeners) {
    this.services = services;
    /** @type {Course<RecommendationLesson, RecommendationProgress>} */
    this.course = new Course({
      id: this.id,
      lesson: () => recommendationLesson(services.state.values),
      ask: (question) => services.client.request("fieldsRecommendation", question),
      end: END,
      perSecond: 60,
      atOnce: 1,
      // Every rating that is pressed counts at once.
      goesOn: true,
      ...listeners,
    });
    this.cells = Array.from({ length: people.length * things.length }, (_, cell) => this.#createCell(cell));
    const head = el("tr", {}, el("td"), ...things.map((thing) => el("th", { scope: "col", ...said(thing) })));
    const rows = people.map((person, row) => {
      const cells = this.cells.slice(row * things.length, (row + 1) * things.length);
      return el("tr", {}, el("th", { scope: "row", ...said(person) }), ...cells.map((cell) => el("td", {}, cell)));
    });
    const grid = el("table", { class: "ratings", ...named("fields.recommendation.table") }, el("thead", {}, head), el("tbody", {}, ...rows));
    rove(grid, this.cells, things.length);
    this.picture = el("div", { class: "recommendation-picture" }, grid, legend());
    this.settings = [el("button", { type: "button", onclick: () => this.#empty(), class: "secondary", ...said("fields.recommendation.empty") })];
  }

  /** What is most to be recommended to whoever has the last row. */
  headline() {
    const best = this.#bestHole(table.people - 1);
    const thing = things[best % table.things];
    return best < 0 || !thing ? this.services.t("fields.recommendation.none") : this.services.t(thing);
  }

  /** @param {number} loss */
  format(loss) {
    return this.services.format.fixed(loss, 3);
  }

  render() {
    const { t, format, state } = this.services;
    const { progress } = this.course;
    const best = people.map((_, row) => this.#bestHole(row));
    for (const [index, cell] of this.cells.entries()) {
      const known = state.values.fieldsRatings[index] ?? 0;
      const guess = progress?.table[index];
      const value = known || (guess === undefined ? 0 : within(guess));
      const text = known > 0 ? format.integer(known) : progress ? format.fixed(value, 1) : "";
      const isBest = best.includes(index);
      cell.classList.toggle("known", known > 0);
      cell.classList.toggle("best", isBest);
      cell.style.setProperty("--part", (value / BEST_RATING).toFixed(3));
      setText(cell, text);
      const [person, thing] = [people[Math.floor(index / table.things)], things[index % table.things]];
      if (!person || !thing) continue;
      const kind = known > 0 ? "fields.recommendation.known" : isBest ? "fields.recommendation.best" : "fields.recommendation.guess";
      cell.setAttribute("aria-label", t(kind, { person: t(person), thing: t(thing), rating: text }));
    }
  }

  destroy() {
    this.course.destroy();
  }

  /** The empty cell of a row that is to be recommended, or -1 where there is none, or nothing has been learnt. @param {number} row */
  #bestHole(row) {
    const { progress } = this.course;
    const { fieldsRatings } = this.services.state.values;
    if (!progress || progress.done === 0) return -1;
    const cells = things.map((_, column) => row * table.things + column).filter((cell) => fieldsRatings[cell] === 0 && (progress.table[cell] ?? 0) >= WORTH);
    return cells.reduce((best, cell) => (best < 0 || (progress.table[cell] ?? 0) > (progress.table[best] ?? 0) ? cell : best), -1);
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

function legend() {
  const sample = (/** @type {string} */ kind, /** @type {string} */ text) => el("span", { class: `rating sample ${kind}`, "aria-hidden": "true" }, text);
  return el(
    "p",
    { class: "small ratings-legend" },
    el("span", {}, sample("known", "4"), el("span", said("fields.recommendation.legendKnown"))),
    el("span", {}, sample("", "3.7"), el("span", said("fields.recommendation.legendGuess"))),
    el("span", {}, sample("best", "4.8"), el("span", said("fields.recommendation.legendBest"))),
  );
}
