/**
 * One rule: measure, comparison, threshold, vote. What is touched becomes the rule that is worked on.
 */

import { el, named, said, setText, tipped } from "../../../shell/dom.js";
import { icon } from "../../../shell/icons.js";
import { NumberInput } from "../../../shell/number-input.js";
import { measureNames, measures } from "../settings.js";
import { setMark } from "../marks.js";

/** @import { Rule } from "../protocol" */
/** @import { RulesServices } from "../settings.js" */
/** @import { Trial } from "../trial.js" */

/** What a measure can be, by far. */
const HIGHEST = 9999;

export class RuleRow {
  /**
   * @param {number} index
   * @param {Trial} trial
   * @param {RulesServices} services
   */
  constructor(index, trial, services) {
    this.index = index;
    this.trial = trial;
    this.services = services;
    this.measure = el("select", named("rules.measure"), ...measureNames.map((name) => el("option", { value: name, ...said(`rules.${name}.name`) })));
    this.measure.addEventListener("change", () => {
      const measure = measureNames.find((name) => name === this.measure.value);
      if (!measure) return;
      // A threshold of another measure means nothing: the middle of this one, until its best is known.
      this.#change({ measure, threshold: measures[measure].end / 2 });
      void trial.fit(index);
    });
    this.comparison = el("button", { type: "button", class: "comparison", "data-shows": "words", onclick: () => this.#change({ comparison: this.rule?.comparison === ">" ? "<" : ">" }) });
    // What is no threshold is not taken; the one that stands comes back.
    this.threshold = new NumberInput({
      allows: (threshold) => threshold >= 0 && threshold <= HIGHEST,
      onChange: (threshold) => this.#change({ threshold }),
      attributes: named("rules.threshold"),
    });
    this.vote = el("button", { type: "button", class: "vote", "data-shows": "words", onclick: () => this.#change({ class: this.rule?.class === 1 ? 0 : 1 }) });
    this.remove = el("button", { type: "button", class: "icon-button", onclick: () => this.#remove(), ...tipped("rules.remove") }, icon("close"));
    this.element = el("li", { class: "rule" }, this.measure, this.comparison, this.threshold.input, el("span", { class: "arrow", "aria-hidden": "true" }, "→"), this.vote, this.remove);
    this.element.addEventListener("focusin", () => {
      if (this.trial.values.rule !== index && this.rule) trial.set({ rule: index });
    });
  }

  /** @returns {Rule | undefined} */
  get rule() {
    return this.trial.values.rules[this.index];
  }

  render() {
    const { rule } = this;
    const { rules, pair } = this.trial.values;
    this.element.hidden = !rule;
    if (!rule) return;
    const { t } = this.services;
    const isChosen = this.trial.rule.index === this.index;
    this.element.classList.toggle("chosen", isChosen && rules.length > 1);
    this.element.setAttribute("aria-current", String(isChosen));
    this.element.setAttribute("aria-label", t("rules.ruleNumber", { number: String(this.index + 1) }));
    this.measure.value = rule.measure;
    setText(this.comparison, rule.comparison);
    this.comparison.setAttribute("aria-label", t(rule.comparison === ">" ? "rules.above" : "rules.below"));
    this.threshold.set(rule.threshold);
    setMark(this.vote, rule.class, pair);
    this.vote.setAttribute("aria-label", t("rules.votesFor", { digit: String(pair[rule.class]) }));
  }

  /** @param {Partial<Rule>} changes */
  #change(changes) {
    const { rules } = this.trial.values;
    const { rule } = this;
    if (rule) this.trial.set({ rules: rules.with(this.index, { ...rule, ...changes }), rule: this.index });
  }

  #remove() {
    const rules = this.trial.values.rules.toSpliced(this.index, 1);
    this.trial.set({ rules, rule: Math.max(0, Math.min(this.index, rules.length - 1)) });
  }
}
