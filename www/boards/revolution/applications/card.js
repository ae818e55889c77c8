/**
 * An application's card. Small, it is a press that opens it, a headline and a picture that lives; open, the same picture is
 * large and stands beside what has changed and the controls.
 */

import { offerFigure } from "../../../charts/take-along.js";
import { ActionButtons } from "../../../shell/actions.js";
import { readout } from "../../../shell/controls.js";
import { el, said, setText } from "../../../shell/dom.js";
import { Curve } from "./curve.js";

/** @import { RunActions } from "../../../shell/types" */
/** @import { ApplicationProgress } from "./protocol" */
/** @import { LessonRun } from "./lesson-run.js" */
/** @import { CardId, ApplicationsServices } from "./settings.js" */

/** What a network's training is made of, as on the deck. */
const parts = /** @type {const} */ (["data", "model", "loss"]);

/** A run, whatever is learnt in it.
 *  @typedef {Pick<LessonRun<never, ApplicationProgress>, "progress" | "isOn" | "done" | "toggle" | "run" | "step" | "reset" | "goTo" | "follow" | "destroy">} AnyLessonRun */

/**
 * What a card shows of its application.
 * @typedef {object} Application
 * @property {CardId} id
 * @property {typeof parts[number] | null} changed what of it is another than before; null where it is not made of these parts
 * @property {AnyLessonRun} run
 * @property {HTMLElement} picture
 * @property {HTMLElement[]} settings
 * @property {() => string} headline what it has come to, in a word or a number
 * @property {(value: number) => string} format a value of the curve
 * @property {() => void} render
 * @property {() => void} destroy
 */

export class ApplicationCard {
  /**
   * @param {Application} application
   * @param {ApplicationsServices} services
   */
  constructor(application, services) {
    const { id, changed, run, picture, settings } = application;
    this.application = application;
    this.services = services;
    this.curve = new Curve();
    this.short = el("span", { class: "application-short" });
    this.opener = el("button", { type: "button", class: "application-opener", "data-shows": "words", "aria-controls": `application-${id}`, onclick: () => services.state.set({ fieldsOpen: id }), ...said(`fields.${id}`) });
    /** @type {RunActions} */
    this.actions = {
      run: { name: () => (run.isOn ? "fields.pause" : "fields.train"), act: () => run.toggle() },
      step: { name: () => "fields.step", act: () => run.step() },
      reset: { name: () => "fields.reset", act: () => run.reset() },
    };
    this.buttons = new ActionButtons(this.actions, services);
    this.headline = readout(`fields.${id}.headline`, { className: "application-headline" });
    this.steps = readout(`fields.${id}.steps`);
    this.measure = readout(`fields.${id}.measure`);
    const chips = changed ? parts.map((part) => el("li", { class: part === changed ? "changed" : "", ...said(`fields.part.${part}`) })) : [];
    // Hidden until the first frame has said which card is open: four open ones would flash by.
    this.side = el(
      "div",
      { class: "application-side", hidden: true },
      el("div", { class: "application-changed" }, el("ul", { class: "application-parts", "aria-hidden": "true" }, ...chips), el("p", said(`fields.${id}.changed`))),
      el("div", { class: "controls" }, ...this.buttons.elements),
      this.headline.element,
      el("div", { class: "application-counters" }, this.steps.element, this.measure.element),
      this.curve.element,
      ...settings,
    );
    this.picture = el("div", { class: "application-picture" }, picture);
    offerFigure(this.picture, () => ({ title: services.t(`fields.${id}`) }), services);
    this.element = el(
      "article",
      { class: "sheet application-card", id: `application-${id}` },
      el("div", { class: "application-head" }, el("h2", {}, this.opener), this.short),
      this.side,
      this.picture,
    );
  }

  /** @param {boolean} isOpen */
  render(isOpen) {
    const { application, services } = this;
    const { t, format } = services;
    const { run } = application;
    this.element.classList.toggle("open", isOpen);
    this.opener.setAttribute("aria-expanded", String(isOpen));
    this.side.hidden = !isOpen;
    // A small picture is there to be seen; what can be pressed in it is too small for that.
    this.picture.inert = !isOpen;
    application.render();
    const { progress } = run;
    const headline = progress ? application.headline() : "–";
    setText(this.short, headline);
    setText(this.headline.output, headline);
    this.buttons.render();
    setText(this.steps.output, format.integer(run.done));
    const newest = progress?.curve.at(-1);
    const value = newest === undefined ? "–" : application.format(newest);
    setText(this.measure.output, value);
    if (isOpen) this.curve.show(progress?.curve ?? new Float32Array(), `${t(`fields.${application.id}.measure`)}: ${value}`);
  }
}
