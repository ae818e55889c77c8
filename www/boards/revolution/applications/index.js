/**
 * Four fields that the deck names, each learning in view: what changes from one to the next is the data, the model or
 * the loss.
 */

import "./applications.css";
import { el, said, setText } from "../../../shell/dom.js";
import { keeping } from "../../../shell/kept.js";
import { drawn, whenever } from "../../../shell/signals.js";
import { TakeBack } from "../../../shell/take-back.js";
import { FieldCard } from "./card.js";
import { limits, settingsOf } from "./fields.js";
import { Language } from "./language.js";
import { Recommendation } from "./recommendation.js";
import { Reinforcement } from "./reinforcement.js";
import { Vision } from "./vision.js";

/** @import { Field } from "./card.js" */
/** @import { Left } from "./course.js" */
/** @import { FieldsServices } from "./fields.js" */

/**
 * @typedef {object} Listeners
 * @property {Left} left where the fields were when the tab was left
 * @property {() => void} onProgress a field has got further
 * @property {(id: string, done: number) => void} onDrop a field begins anew, after so many steps
 * @property {() => void} onEnd a field has been learnt
 */

/** What was dropped, and how far each field was, outlives the tab: the fields that are shown then take it up. */
class Past {
  takeBack = new TakeBack(this);
  /** @type {Field[]} */
  fields = [];
  /** @type {Left} */
  left = new Map();

  /** @param {FieldsServices} services */
  constructor(services) {
    this.services = services;
  }
}

const pastFor = keeping(Past);

export class Fields {
  /** What one press has dropped. @type {{ id: string, done: number }[]} */
  #dropped = [];
  /** What the lessons were followed with last. */
  #settings;

  /** @param {FieldsServices} services */
  constructor(services) {
    this.services = services;
    this.#settings = settingsOf(services.state.values);
    const onProgress = () => this.past.takeBack.goOn();
    const onDrop = (/** @type {string} */ id, /** @type {number} */ done) => this.#drop({ id, done });
    this.past = pastFor(services);
    const listeners = { left: this.past.left, onProgress, onDrop, onEnd: () => this.#announce() };
    this.fields = [
      new Vision(services, listeners),
      new Language(services, listeners),
      new Recommendation(services, listeners),
      new Reinforcement(services, listeners),
    ];
    this.past.fields = this.fields;
    this.past.takeBack.enter();
    this.cards = this.fields.map((field) => new FieldCard(field, services));
    this.seed = el("button", { type: "button", class: "secondary", onclick: () => this.#reseed() });
    this.element = el(
      "div",
      { class: "fields" },
      el(
        "div",
        { class: "fields-head" },
        el("p", { class: "lead", ...said("fields.lead") }),
        el("button", { type: "button", onclick: () => this.#runAll(), ...said("fields.all") }),
        this.seed,
      ),
      el("div", { class: "fields-strip" }, ...this.cards.map(({ element }) => element)),
    );
    this.keys = { run: () => this.#open?.course.toggle(), step: () => this.#open?.course.step(), reset: () => this.#open?.course.reset() };
    const { state } = services;
    this.ends = [
      // The list that is learnt from may be that of the page's language.
      whenever(() => [settingsOf(state.values), services.language], () => this.#follow()),
      ...this.cards.map((card) => drawn(() => card.render(card.field.id === state.values.fieldsOpen))),
      drawn(() => setText(this.seed, services.t("fields.seed", { seed: services.format.integer(state.values.fieldsSeed) }))),
    ];
  }

  destroy() {
    for (const end of this.ends) end();
    this.past.takeBack.leave();
    for (const field of this.fields) field.destroy();
  }

  get #open() {
    return this.fields.find(({ id }) => id === this.services.state.values.fieldsOpen);
  }

  #reseed() {
    const { state } = this.services;
    state.set({ fieldsSeed: (state.values.fieldsSeed + 1) % (limits.seed.max + 1) });
  }

  /** What one press drops, one press takes back. @param {{ id: string, done: number }} one */
  #drop(one) {
    this.#dropped.push(one);
    if (this.#dropped.length > 1) return;
    const settings = this.#settings;
    const { past } = this;
    queueMicrotask(() => {
      const dropped = this.#dropped.splice(0);
      const steps = dropped.reduce((sum, { done }) => sum + done, 0);
      past.takeBack.offer(steps, () => {
        past.services.state.set(settings);
        for (const { id, done } of dropped) past.fields.find((field) => field.id === id)?.course.goTo(done);
      });
    });
  }

  #runAll() {
    for (const { course } of this.fields) course.run();
  }

  #follow() {
    for (const { course } of this.fields) course.follow();
    this.#settings = settingsOf(this.services.state.values);
  }

  #announce() {
    const field = this.#open;
    if (field) this.services.announce(`${this.services.t(`fields.${field.id}.headline`)}: ${field.headline()}`);
  }
}
