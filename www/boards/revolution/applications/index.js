/**
 * Four applications that the deck names, each learning in view: what changes from one to the next is the data, the model or
 * the loss.
 */

import "./applications.css";
import { el, said, setText } from "../../../shell/dom.js";
import { keeping } from "../../../shell/kept.js";
import { drawn, tracked, whenever } from "../../../shell/signals.js";
import { isTold } from "../../../shell/story/telling.js";
import { TakeBack } from "../../../shell/take-back.js";
import { fieldsAct } from "../story.js";
import { ApplicationCard } from "./card.js";
import { limits, settingsOf } from "./settings.js";
import { LanguageApplication } from "./language.js";
import { RecommendationApplication } from "./recommendation.js";
import { ReinforcementApplication } from "./reinforcement.js";
import { VisionApplication } from "./vision.js";

/** @import { Application } from "./card.js" */
/** @import { Left } from "./lesson-run.js" */
/** @import { Actions } from "../../../shell/types" */
/** @import { ApplicationsServices } from "./settings.js" */

/**
 * @typedef {object} Listeners
 * @property {Left} left where the applications were when the tab was left
 * @property {() => void} onProgress an application has got further
 * @property {(id: string, done: number) => void} onDrop an application begins anew, after so many steps
 * @property {() => void} onEnd an application has been learnt
 */

/** What was dropped, and how far each application was, outlives the tab: the applications that are shown then take it up. */
class Past {
  /** The story has told of all four together, and goes on to each. */
  isToldOfEach = false;
  takeBack = new TakeBack(this);
  /** @type {Application[]} */
  applications = [];
  /** @type {Left} */
  left = new Map();

  /** @param {ApplicationsServices} services */
  constructor(services) {
    this.services = services;
    tracked(this, "isToldOfEach");
  }
}

const pastFor = keeping(Past);

export class Applications {
  /** What one press has dropped. @type {{ id: string, done: number }[]} */
  #dropped = [];
  /** What the lessons were followed with last. */
  #settings;

  /** @param {ApplicationsServices} services */
  constructor(services) {
    this.services = services;
    this.#settings = settingsOf(services.state.values);
    const onProgress = () => this.past.takeBack.goOn();
    const onDrop = (/** @type {string} */ id, /** @type {number} */ done) => this.#drop({ id, done });
    this.past = pastFor(services);
    const listeners = { left: this.past.left, onProgress, onDrop, onEnd: () => this.#announce() };
    this.vision = new VisionApplication(services, listeners);
    this.language = new LanguageApplication(services, listeners);
    this.recommendation = new RecommendationApplication(services, listeners);
    this.reinforcement = new ReinforcementApplication(services, listeners);
    this.applications = [this.vision, this.language, this.recommendation, this.reinforcement];
    this.past.applications = this.applications;
    this.past.takeBack.enter();
    this.cards = this.applications.map((application) => new ApplicationCard(application, services));
    this.seed = el("button", { type: "button", class: "secondary", onclick: () => this.#reseed() });
    this.element = el(
      "div",
      { class: "applications" },
      el(
        "div",
        { class: "applications-head" },
        el("p", { class: "lead", ...said("fields.lead") }),
        el("button", { type: "button", onclick: () => this.#runAll(), ...said("fields.all") }),
        this.seed,
      ),
      el("div", { class: "applications-strip" }, ...this.cards.map(({ element }) => element)),
    );
    this.act = fieldsAct(this, services);
    /** @type {Actions} */
    this.actions = {
      run: { name: () => "keys.run", act: () => this.#run() },
      step: { name: () => "fields.step", act: () => this.#open?.run.step() },
      reset: { name: () => "fields.reset", act: () => this.#open?.run.reset() },
    };
    const { state } = services;
    this.ends = [
      // The list that is learnt from may be that of the page's language.
      whenever(() => [settingsOf(state.values), services.language], () => this.#follow()),
      ...this.cards.map((card) => drawn(() => card.render(card.application.id === state.values.fieldsOpen))),
      drawn(() => setText(this.seed, services.t("fields.seed", { seed: services.format.integer(state.values.fieldsSeed) }))),
    ];
  }

  destroy() {
    for (const end of this.ends) end();
    this.past.takeBack.leave();
    for (const application of this.applications) application.destroy();
  }

  /** All four have been learnt. */
  get isOver() {
    return this.applications.every(({ run }) => run.hasLearnt);
  }

  get hasBegun() {
    return this.applications.some(({ run }) => run.isOn);
  }

  /** Each is asked about before it runs again. */
  beginEach() {
    this.past.isToldOfEach = true;
    for (const { run } of this.applications) run.reset();
  }

  get #open() {
    return this.applications.find(({ id }) => id === this.services.state.values.fieldsOpen);
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
        for (const { id, done } of dropped) past.applications.find((application) => application.id === id)?.run.goTo(done);
      });
    });
  }

  /** By the key: the open one, or all where the story asks for all and none has begun. */
  #run() {
    const isOfAll = isTold() && !this.past.isToldOfEach && this.applications.every(({ run }) => run.done === 0 && !run.isOn);
    if (isOfAll) this.#runAll();
    else this.#open?.run.toggle();
  }

  #runAll() {
    for (const { run } of this.applications) run.run();
  }

  #follow() {
    for (const { run } of this.applications) run.follow();
    this.#settings = settingsOf(this.services.state.values);
  }

  #announce() {
    const application = this.#open;
    if (application) this.services.announce(`${this.services.t(`fields.${application.id}.headline`)}: ${application.headline()}`);
  }
}
