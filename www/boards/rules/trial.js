/**
 * What is tried on the board: the two digits, the rules, the new data; and what rules and networks answer. It outlives the
 * section that is shown, and the board's elements.
 */

import { keeping } from "../../shell/kept.js";
import { same } from "../../shell/same.js";
import { tracked } from "../../shell/signals.js";
import { isTold } from "../../shell/story/telling.js";
import { TakeBack } from "../../shell/take-back.js";
import { another, distortionOf, settings, original } from "./settings.js";
import { Inquiry } from "./inquiry.js";
import { Lesson } from "./lesson.js";

/** @import { MessageOf } from "../../protocol" */
/** @import { DigitPair, NewData, Rule, RulesMeasured, RulesScores, Wanted } from "./protocol" */
/** @import { RulesServices, RulesState } from "./settings.js" */

/** Images in a grid. */
export const SHOWN = 27;

export class Trial {
  /** What was followed last. @type {RulesState} */
  #followed;
  /** The rules that the board has made by itself; any others are made by hand. */
  #made = settings.rules.fallback;

  /** The rules as they were left here; any others have come with an address. */
  #left;
  /** The rules are made, and what becomes of them is asked; while they are not, how many it takes is. */
  isMade = true;

  /** The board's, which come anew every time that it is shown. @type {RulesServices} */
  services;

  /** @param {RulesServices} services */
  constructor(services) {
    const { client } = services;
    this.services = services;
    tracked(this, "isMade");
    this.takeBack = new TakeBack(this);
    this.#followed = { ...this.values };
    this.#left = this.values.rules;
    /** @type {Inquiry<Omit<MessageOf<"rulesAnswer">, "type">, RulesScores>} */
    this.answers = new Inquiry((question) => this.services.ask("rulesAnswer", question));
    /** @type {Inquiry<Omit<MessageOf<"rulesMeasure">, "type">, RulesMeasured>} */
    this.measured = new Inquiry((question) => this.services.ask("rulesMeasure", question));
    this.plain = new Lesson(this, false);
    this.seen = new Lesson(this, true);
    client.on("data", () => {
      for (const part of [this.answers, this.measured, ...this.#lessons]) part.retry();
      this.#suitPair();
    });
  }

  /** @returns {RulesState} */
  get values() {
    return this.services.state.values;
  }

  /** @returns {NewData} */
  get newData() {
    const { values } = this;
    return { distortion: distortionOf(values), seed: values.seed };
  }

  /** The rule that is worked on; where there is none, the one that would be the first. */
  get rule() {
    const { rules, rule } = this.values;
    const index = Math.max(0, Math.min(rule, rules.length - 1));
    return { index, rule: rules[index] ?? another };
  }

  /** The network that is trained. */
  get lesson() {
    return this.values.seen ? this.seen : this.plain;
  }

  /** The board is shown. */
  enter() {
    this.takeBack.enter();
  }

  /** The board is left, and nothing trains unseen. */
  leave() {
    this.plain.pause();
    this.seen.pause();
    this.takeBack.leave();
  }

  /** @param {Partial<RulesState>} changes */
  set(changes) {
    // Whoever changes rules gets on with those that there are.
    if (changes.rules) this.takeBack.goOn();
    this.#left = changes.rules ?? this.#left;
    this.services.state.set(changes);
  }

  /** The rule that is worked on, which it thereby becomes. @param {Partial<Rule>} changes */
  changeRule(changes) {
    const { index, rule } = this.rule;
    this.set({ rules: this.values.rules.toSpliced(index, 1, { ...rule, ...changes }) });
  }

  /** Rules made for other digits say nothing of these: they are made anew. @param {DigitPair} pair */
  choosePair(pair) {
    const { pair: before, rules } = this.values;
    const isSwap = pair[0] === before[1] && pair[1] === before[0];
    if (!isSwap) return this.#makeRules(rules, { pair, image: 0 });
    /** @type {(all: Rule[]) => Rule[]} */
    const swapped = (all) => all.map((rule) => ({ ...rule, class: rule.class === 1 ? 0 : 1 }));
    this.#made = swapped(this.#made);
    this.set({ pair, image: 0, rules: swapped(rules) });
  }

  /**
   * The data as they were, and the rules that the board begins with, for the two digits that are chosen; none while it is asked
   * how many it takes: the mission begins without.
   */
  reset() {
    const isMade = this.isMade || !isTold();
    this.#makeRules(isMade ? settings.rules.fallback : [], { ...original, rule: 0, image: 0, set: "training", show: "all" });
    // Rules that nobody has made one by one are made.
    this.isMade = isMade;
  }

  /** Fresh weights for the network that is trained. */
  resetLesson() {
    this.#dropping(() => this.lesson.reset());
  }

  /**
   * Gives rules the best threshold of their measure, and its better side, unless they are changed meanwhile.
   * @param {number} [only] this one
   */
  async fit(only) {
    const { pair, rules } = this.values;
    const best = await Promise.all(rules.map((rule, index) => (only === undefined || only === index ? this.best(rule.class, rule.measure) : null)));
    const { values } = this;
    // Without images there is none.
    if (best.every((found) => found === null) || !same([values.pair, values.rules], [pair, rules])) return;
    const fitted = best.map((found, index) => found?.rule ?? rules[index]).filter((rule) => rule !== undefined);
    if (only === undefined) this.#made = fitted;
    this.set({ rules: fitted });
  }

  /** The best rule of a measure; null where there are no images yet. @param {Rule["class"]} voted @param {Rule["measure"]} measure */
  async best(voted, measure) {
    const { pair } = this.values;
    return (await this.services.ask("rulesBest", { pair, class: voted, measure })) ?? null;
  }

  /**
   * Rules as the board makes them by itself, for the pair that there is then.
   * @param {Rule[]} rules to begin with
   * @param {Partial<RulesState>} changes
   */
  #makeRules(rules, changes) {
    const areByHand = this.values.rules.length > 0 && !same(this.values.rules, this.#made);
    this.#dropping(() => {
      this.#made = rules;
      this.set({ ...changes, rules });
    }, areByHand);
    if (!same(rules, settings.rules.fallback)) void this.fit();
  }

  /** The rules that the board begins with are made for the pair that it begins with: for another one, an address's too, anew. */
  #suitPair() {
    const { pair, rules, section } = this.values;
    if (section !== "enough" && same(rules, settings.rules.fallback) && !same(pair, settings.pair.fallback)) void this.fit();
  }

  /**
   * What is done may drop networks, or rules that were made by hand: they can be had back, with the settings of then.
   * @param {() => void} act
   * @param {boolean} [dropsRules]
   */
  #dropping(act, dropsRules = false) {
    const [values, made, isMade] = [this.#followed, this.#made, this.isMade];
    const before = this.#lessons.map((lesson) => ({ lesson, past: lesson.past }));
    act();
    const dropped = before.filter(({ lesson }) => !lesson.past);
    // Rules have no steps, but they count.
    const steps = dropped.reduce((sum, { past }) => sum + (past?.step ?? 0), Number(dropsRules));
    const restore = () => {
      this.#made = made;
      for (const { lesson, past } of dropped) if (past) lesson.restore(past);
      this.set({ ...values, section: this.values.section });
      this.isMade = isMade;
    };
    this.takeBack.offer(steps, restore, dropsRules ? "rules.dropped" : undefined);
  }

  get #lessons() {
    return [this.plain, this.seen];
  }

  /** Asks for what the section shows. @param {RulesState} values */
  follow(values) {
    const { newData } = this;
    const { section, pair, rules, set, image } = values;
    // They are made, and by no one here.
    if (rules.length > 0 && !same(rules, this.#left)) this.isMade = true;
    this.#left = rules;
    if (section === "enough") return;
    /** @type {Wanted} */
    const wanted = { count: SHOWN, wrongOnly: values.show === "wrong" };
    this.#suitPair();
    this.answers.follow({ pair, newData, rules, wanted });
    if (section === "break") this.measured.follow({ pair, newData, set, image, measure: this.rule.rule.measure });
    this.#dropping(() => {
      for (const lesson of this.#lessons) lesson.follow({ pair, newData, wanted }, section === "learn");
    });
    this.#followed = values;
  }
}

export const trialFor = keeping(Trial);
