/**
 * The rules: what each compares with what, and what it votes for.
 */

import { el, said, setText } from "../../../shell/dom.js";
import { MOST_RULES } from "../fields.js";
import { RuleRow } from "./rule-row.js";

/** @import { Rule } from "../../../protocol/rules" */
/** @import { RulesServices } from "../fields.js" */
/** @import { Trial } from "../trial.js" */

export class RuleList {
  /**
   * @param {Trial} trial
   * @param {RulesServices} services
   */
  constructor(trial, services) {
    this.trial = trial;
    this.services = services;
    this.rows = Array.from({ length: MOST_RULES }, (_, index) => new RuleRow(index, trial, services));
    this.add = el("button", { type: "button", class: "chip", onclick: () => this.#add(), ...said("rules.add") });
    const best = (/** @type {boolean} */ ofAll) => void this.#useBest(ofAll);
    this.hint = el("p", { class: "small best-hint", role: "status" });
    this.element = el(
      "div",
      { class: "rule-list" },
      el("ol", { class: "sheet" }, ...this.rows.map(({ element }) => element)),
      el(
        "div",
        { class: "rule-actions" },
        this.add,
        el("button", { type: "button", class: "chip", onclick: () => best(false), ...said("rules.bestThreshold") }),
        el("button", { type: "button", class: "chip", onclick: () => best(true), ...said("rules.bestMeasure") }),
      ),
      this.hint,
    );
  }

  render() {
    const { rules } = this.trial.values;
    for (const row of this.rows) row.render();
    this.add.disabled = rules.length >= MOST_RULES;
  }

  #add() {
    const { rules } = this.trial.values;
    /** @type {Rule} */
    const rule = { measure: "symmetry", comparison: ">", threshold: 50, class: 0 };
    this.trial.set({ rules: [...rules, rule], rule: rules.length });
  }

  /** @param {boolean} ofAll measures, or of the rule's own */
  async #useBest(ofAll) {
    const { client, t, format } = this.services;
    const { rule } = this.trial.rule;
    const { pair } = this.trial.values;
    const question = { pair, class: rule.class, ...(ofAll ? {} : { measure: rule.measure }) };
    const best = await client.request("rulesBest", question).catch((error) => console.warn(error));
    const { index } = this.trial.rule;
    if (!best) return setText(this.hint, t("rules.bestNone"));
    this.trial.set({ rules: this.trial.values.rules.with(index, best.rule) });
    const values = { tried: format.integer(best.tried), part: format.percent(best.right / best.images, 1) };
    setText(this.hint, t("rules.bestFound", values));
  }
}
