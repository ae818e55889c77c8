/**
 * Four fields that the deck names, each learning in view: what changes from one to the next is the data, the model or
 * the loss.
 */

import "../../../styles/fields.css";
import { el, oncePerFrame, said, setText } from "../../../shell/dom.js";
import { FieldCard } from "./card.js";
import { limits } from "./fields.js";
import { Language } from "./language.js";
import { Recommendation } from "./recommendation.js";
import { Reinforcement } from "./reinforcement.js";
import { Vision } from "./vision.js";

/** @import { ProblemError } from "../../../client.js" */
/** @import { FieldsServices } from "./fields.js" */

/**
 * @typedef {object} Listeners
 * @property {() => void} onChange
 * @property {() => void} onEnd a field has been learnt
 * @property {(error: ProblemError) => void} refuse
 */

export class Fields {
  /** @param {FieldsServices} services */
  constructor(services) {
    this.services = services;
    this.render = oncePerFrame(() => this.#render());
    const listeners = { onChange: this.render, onEnd: () => this.#announce(), refuse: (/** @type {ProblemError} */ error) => this.#refuse(error) };
    this.fields = [
      new Vision(services, listeners),
      new Language(services, listeners),
      new Recommendation(services, listeners),
      new Reinforcement(services, listeners),
    ];
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
  }

  toggle() {
    this.#open?.course.toggle();
  }

  step() {
    this.#open?.course.step();
  }

  reset() {
    this.#open?.course.reset();
  }

  destroy() {
    this.render.cancel();
    for (const field of this.fields) field.destroy();
  }

  get #open() {
    return this.fields.find(({ id }) => id === this.services.state.values.fieldsOpen);
  }

  #reseed() {
    const { state } = this.services;
    state.set({ fieldsSeed: (state.values.fieldsSeed + 1) % (limits.seed.max + 1) });
  }

  #runAll() {
    for (const { course } of this.fields) course.run();
  }

  #render() {
    const { t, format, state } = this.services;
    const { fieldsOpen, fieldsSeed } = state.values;
    for (const { course } of this.fields) course.follow();
    for (const card of this.cards) card.render(card.field.id === fieldsOpen);
    setText(this.seed, t("fields.seed", { seed: format.integer(fieldsSeed) }));
  }

  #announce() {
    const field = this.#open;
    if (field) this.services.announce(`${this.services.t(`fields.${field.id}.headline`)}: ${field.headline()}`);
  }

  /** @param {ProblemError} error */
  #refuse({ problem }) {
    // That no worker is left is told by itself.
    if (problem.code !== "worker-failed") this.services.notices.problem({ id: problem.code, text: `problem.${problem.code}`, values: { detail: problem.detail } });
  }
}
