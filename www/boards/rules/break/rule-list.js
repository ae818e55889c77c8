/**
 * The rules: what each compares with what, and what it votes for.
 */

import { signal } from "@preact/signals-core";
import { el, said, setText } from "../../../shell/dom.js";
import { same } from "../../../shell/same.js";
import { another, MOST_RULES, measureNames } from "../settings.js";
import { RuleRow } from "./rule-row.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { RulesServices } from "../settings.js" */
/** @import { Trial } from "../trial.js" */

export class RuleList {
  /** What the last search for the best rule came to, and for what; null before any. @type {Signal<{ say: () => string, index: number, of: string } | null>} */
  #found = signal(null);

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
    this.list = el("ol", { class: "sheet" }, ...this.rows.map(({ element }) => element));
    this.none = el("p", { class: "small", ...said("rules.noRules") });
    this.element = el(
      "div",
      { class: "rule-list" },
      this.none,
      this.list,
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
    this.list.hidden = rules.length === 0;
    this.none.hidden = rules.length > 0;
    this.add.disabled = rules.length >= MOST_RULES;
    const found = this.#found.value;
    // Of another rule, or other digits, it says nothing.
    setText(this.hint, found && found.of === this.#questionOf(found.index) ? found.say() : "");
  }

  /** @param {number} index of a rule */
  #questionOf(index) {
    const { pair, rules } = this.trial.values;
    return JSON.stringify([pair, rules[index]]);
  }

  #add() {
    const { rules } = this.trial.values;
    this.trial.set({ rules: [...rules, another], rule: rules.length });
  }

  /** @param {boolean} ofAll measures, or of the rule's own */
  async #useBest(ofAll) {
    const { trial } = this;
    const { t } = this.services;
    const { index, rule } = trial.rule;
    const others = trial.values.rules.toSpliced(index, 1).map(({ measure }) => measure);
    // What another rule measures is known already.
    const measures = ofAll ? measureNames.filter((measure) => !others.includes(measure)) : [rule.measure];
    const found = (await Promise.all(measures.map((measure) => trial.best(rule.class, measure)))).filter((best) => best !== null);
    const [best] = found.toSorted((a, b) => b.right - a.right);
    if (!best) {
      this.#found.value = { say: () => t("rules.bestNone"), index, of: this.#questionOf(index) };
      return;
    }
    if (!same(trial.rule, { index, rule })) return;
    const tried = found.reduce((sum, one) => sum + one.tried, 0);
    // Said anew with every rendering, in the language that is spoken then.
    const say = () => {
      const { format } = this.services;
      const words = [t("rules.bestFound", { tried: format.integer(tried), part: format.percent(best.right / best.images, 1) })];
      if (others.length > 0) words.push(t("rules.bestVotes"));
      return words.join(" ");
    };
    trial.changeRule(best.rule);
    this.#found.value = { say, index, of: this.#questionOf(index) };
  }
}
