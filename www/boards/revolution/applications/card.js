/**
 * A field's card. Small, it is a press that opens it, a headline and a picture that lives; open, the same picture is
 * large and stands beside what has changed and the controls.
 */

import { readout } from "../../../shell/controls.js";
import { el, said, setText } from "../../../shell/dom.js";
import { Curve } from "./curve.js";

/** @import { FieldProgress } from "./protocol" */
/** @import { Course } from "./course.js" */
/** @import { CardId, FieldsServices } from "./fields.js" */

/** What a network's training is made of, as on the deck. */
const parts = /** @type {const} */ (["data", "model", "loss"]);

/** A course, whatever is learnt in it.
 *  @typedef {Pick<Course<never, FieldProgress>, "progress" | "isOn" | "done" | "toggle" | "run" | "step" | "reset" | "goTo" | "follow" | "destroy">} AnyCourse */

/**
 * What a card shows of its field.
 * @typedef {object} Field
 * @property {CardId} id
 * @property {typeof parts[number] | null} changed what of it is another than before; null where it is not made of these parts
 * @property {AnyCourse} course
 * @property {HTMLElement} picture
 * @property {HTMLElement[]} settings
 * @property {() => string} headline what it has come to, in a word or a number
 * @property {(value: number) => string} format a value of the curve
 * @property {() => void} render
 * @property {() => void} destroy
 */

export class FieldCard {
  /**
   * @param {Field} field
   * @param {FieldsServices} services
   */
  constructor(field, services) {
    const { id, changed, course, picture, settings } = field;
    this.field = field;
    this.services = services;
    this.curve = new Curve();
    this.short = el("span", { class: "field-short" });
    this.opener = el("button", { type: "button", class: "field-opener", "data-shows": "words", "aria-controls": `field-${id}`, onclick: () => services.state.set({ fieldsOpen: id }), ...said(`fields.${id}`) });
    this.train = el("button", { type: "button", class: "main", onclick: () => course.toggle() });
    this.headline = readout(`fields.${id}.headline`, { className: "field-headline" });
    this.steps = readout(`fields.${id}.steps`);
    this.measure = readout(`fields.${id}.measure`);
    const chips = changed ? parts.map((part) => el("li", { class: part === changed ? "changed" : "", ...said(`fields.part.${part}`) })) : [];
    // Hidden until the first frame has said which card is open: four open ones would flash by.
    this.side = el(
      "div",
      { class: "field-side", hidden: true },
      el("div", { class: "field-changed" }, el("ul", { class: "field-parts", "aria-hidden": "true" }, ...chips), el("p", said(`fields.${id}.changed`))),
      el(
        "div",
        { class: "controls" },
        this.train,
        el("button", { type: "button", onclick: () => course.step(), ...said("fields.step") }),
        el("button", { type: "button", onclick: () => course.reset(), ...said("fields.reset") }),
      ),
      this.headline.element,
      el("div", { class: "field-counters" }, this.steps.element, this.measure.element),
      this.curve.element,
      ...settings,
    );
    this.picture = el("div", { class: "field-picture" }, picture);
    this.element = el(
      "article",
      { class: "sheet field-card", id: `field-${id}`, "data-field": id },
      el("div", { class: "field-head" }, el("h2", {}, this.opener), this.short),
      this.side,
      this.picture,
    );
  }

  /** @param {boolean} isOpen */
  render(isOpen) {
    const { field, services } = this;
    const { t, format } = services;
    const { course } = field;
    this.element.classList.toggle("open", isOpen);
    this.opener.setAttribute("aria-expanded", String(isOpen));
    this.side.hidden = !isOpen;
    // A small picture is there to be seen; what can be pressed in it is too small for that.
    this.picture.inert = !isOpen;
    field.render();
    const { progress } = course;
    const headline = progress ? field.headline() : "–";
    setText(this.short, headline);
    setText(this.headline.output, headline);
    setText(this.train, t(course.isOn ? "fields.pause" : "fields.train"));
    setText(this.steps.output, format.integer(course.done));
    const newest = progress?.curve.at(-1);
    const value = newest === undefined ? "–" : field.format(newest);
    setText(this.measure.output, value);
    if (isOpen) this.curve.show(progress?.curve ?? new Float32Array(), `${t(`fields.${field.id}.measure`)}: ${value}`);
  }
}
