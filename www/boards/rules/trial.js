/**
 * What is tried on the board: the two digits, the rules, the new data; and what rules and networks answer. It outlives the
 * section that is shown.
 */

import { distortionOf } from "./fields.js";
import { Inquiry } from "./inquiry.js";
import { Lesson } from "./lesson.js";

/** @import { MessageOf } from "../../protocol" */
/** @import { DigitPair, NewData, Rule, RulesMeasured, RulesScores, Wanted } from "../../protocol/rules" */
/** @import { RulesServices, RulesState } from "./fields.js" */

/** Browsers stop a page that writes its address with every move of a slider; the address follows after a pause. */
const PAUSE_MS = 200;

/** Images in a grid. */
export const SHOWN = 27;

export class Trial {
  /** What is not yet in the address. @type {Partial<RulesState>} */
  #held = {};
  #writing = 0;
  /** The board has been left: nothing is written to the address any more. */
  isGone = false;

  /**
   * @param {RulesServices} services
   * @param {() => void} onChange
   */
  constructor(services, onChange) {
    const { client } = services;
    this.services = services;
    this.onChange = onChange;
    /** @type {Inquiry<Omit<MessageOf<"rulesAnswer">, "type">, RulesScores>} */
    this.answers = new Inquiry(services, (question) => client.request("rulesAnswer", question), onChange);
    /** @type {Inquiry<Omit<MessageOf<"rulesMeasure">, "type">, RulesMeasured>} */
    this.measured = new Inquiry(services, (question) => client.request("rulesMeasure", question), onChange);
    this.plain = new Lesson(services, false, onChange);
    this.seen = new Lesson(services, true, onChange);
    this.unsubscribe = client.on("data", () => {
      for (const part of [this.answers, this.measured, this.plain, this.seen]) part.retry();
      if (this.answers.answer === null) onChange();
    });
  }

  /** @returns {RulesState} */
  get values() {
    return { ...this.services.state.values, ...this.#held };
  }

  /** @returns {NewData} */
  get newData() {
    const { values } = this;
    return { distortion: distortionOf(values), seed: values.seed };
  }

  /** The rule that is worked on. */
  get rule() {
    const { rules, rule } = this.values;
    const index = Math.min(rule, rules.length - 1);
    const chosen = rules[index];
    if (!chosen) throw new Error("there is always a rule");
    return { index, rule: chosen };
  }

  /** The network that is trained. */
  get lesson() {
    return this.values.seen ? this.seen : this.plain;
  }

  /** Changes that come with every move. @param {Partial<RulesState>} changes */
  hold(changes) {
    this.#held = { ...this.#held, ...changes };
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.set({}), PAUSE_MS);
    this.follow();
    this.onChange();
  }

  /** @param {Partial<RulesState>} changes */
  set(changes) {
    clearTimeout(this.#writing);
    const all = { ...this.#held, ...changes };
    this.#held = {};
    this.services.state.set(all);
  }

  /** Rules made for other digits say nothing of these: they are made anew. @param {DigitPair} pair */
  choosePair(pair) {
    const { pair: before, rules } = this.values;
    const isSwap = pair[0] === before[1] && pair[1] === before[0];
    if (isSwap) return this.set({ pair, image: 0, rules: rules.map((rule) => ({ ...rule, class: rule.class === 1 ? 0 : 1 })) });
    this.set({ pair, image: 0 });
    void this.fit();
  }

  /**
   * Gives rules the best threshold of their measure, and its better side, unless they are changed meanwhile.
   * @param {number} [only] this one
   */
  async fit(only) {
    const { pair, rules } = this.values;
    const best = rules.map((rule, index) => (only === undefined || only === index ? this.best(rule.class, rule.measure) : null));
    const fitted = (await Promise.all(best)).map((found, index) => found?.rule ?? rules[index]).filter((rule) => rule !== undefined);
    const { values } = this;
    const isSame = JSON.stringify([values.pair, values.rules]) === JSON.stringify([pair, rules]);
    if (!this.isGone && isSame) this.set({ rules: fitted });
  }

  /** The best rule of a measure; null where there are no images yet. @param {Rule["class"]} voted @param {Rule["measure"]} measure */
  async best(voted, measure) {
    const { pair } = this.values;
    const best = await this.services.client.request("rulesBest", { pair, class: voted, measure }).catch((error) => console.warn(error));
    return best ?? null;
  }

  /** Asks for what the section shows. */
  follow() {
    const { values, newData } = this;
    const { section, pair, rules, set, image } = values;
    if (section === "enough") return;
    /** @type {Wanted} */
    const wanted = { count: SHOWN, wrongOnly: values.show === "wrong" };
    this.answers.follow({ pair, newData, rules, wanted });
    if (section === "break") this.measured.follow({ pair, newData, set, image, measure: this.rule.rule.measure });
    for (const lesson of [this.plain, this.seen]) lesson.follow({ pair, newData, wanted }, section === "learn");
  }

  destroy() {
    if (Object.keys(this.#held).length > 0) this.set({});
    this.isGone = true;
    this.unsubscribe();
    this.plain.pause();
    this.seen.pause();
  }
}
