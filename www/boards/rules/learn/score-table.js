/**
 * What it comes to: rules, a network, and a network that has seen such data, on the held-out images as they are and
 * distorted.
 */

import { el, named, said, setText } from "../../../shell/dom.js";

/** @import { RulesScores } from "../protocol" */
/** @import { RulesServices } from "../settings.js" */
/** @import { Trial } from "../trial.js" */

const learners = /** @type {const} */ (["rules", "plain", "seen"]);
const sets = /** @type {const} */ (["original", "distorted"]);

export class ScoreTable {
  /**
   * @param {Trial} trial
   * @param {RulesServices} services
   */
  constructor(trial, services) {
    this.trial = trial;
    this.services = services;
    this.rows = learners.map((learner) => {
      const cells = sets.map(() => el("td"));
      const head = el("th", { scope: "row", ...said(`rules.row.${learner}`) });
      return { learner, cells, element: el("tr", {}, head, ...cells) };
    });
    const heads = sets.map((set) => el("th", { scope: "col", ...said(`rules.column.${set}`) }));
    this.element = el(
      "table",
      { class: "score-table", ...named("rules.scoreTable") },
      el("thead", {}, el("tr", {}, el("td"), ...heads)),
      el("tbody", {}, ...this.rows.map(({ element }) => element)),
    );
  }

  render() {
    const { plain, seen, answers, values } = this.trial;
    /** @type {Record<typeof learners[number], RulesScores | null>} */
    const scores = { rules: answers.answer, plain: plain.hasLearnt ? plain.scores : null, seen: seen.hasLearnt ? seen.scores : null };
    for (const { learner, cells, element } of this.rows) {
      element.classList.toggle("now", learner === (values.seen ? "seen" : "plain"));
      for (const [index, set] of sets.entries()) {
        const cell = cells[index];
        const score = scores[learner]?.[set];
        const part = score && score.right / score.images;
        if (cell) setText(cell, part === undefined ? "–" : this.services.format.percent(part, 1));
        cell?.style.setProperty("--part", String(part ?? 0));
      }
    }
  }
}
