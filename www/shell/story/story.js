/**
 * How a board tells its story: each act in four beats, of which the page says at each moment which it is at. First a question that
 * nobody has to answer, then what to do, then what came beside what was predicted and why, and then what one would ask
 * next. A board says what its acts are; this shows them.
 */

import { signal } from "@preact/signals-core";
import { pageAddress } from "../address.js";
import { el, named, said, setText } from "../dom.js";
import { isPressed } from "../pressed.js";
import * as remembered from "../remembered.js";
import { drawn, whenever } from "../signals.js";
import { written } from "./answers.js";
import { agree, beats, Telling } from "./beats.js";
import { isTold } from "./telling.js";

/** @import { Key, Values } from "../../i18n" */
/** @import { Guide } from "./guide" */
/** @import { Signal } from "@preact/signals-core" */
/** @import { Services } from "../types" */
/** @import { Answer } from "./beats.js" */
/** @import { Place, Predictions } from "./predictions.js" */
/** @import { Course, Wording } from "./answers.js" */
/** @import { Sketch } from "./sketch.js" */

/** The name of an act is what its texts have in common: name.ask, name.run, name.explain, name.onward; and what all acts of
 *  a board have in common is where board.story.bridge leads, the sentence to the next board.
 *  @typedef {Key extends infer K ? (K extends `${infer Board}.story.${infer Act}.ask` ? `${Board}.story.${Act}` : never) : never} ActName
 *  @typedef {ActName extends infer N ? (N extends `${infer Board}.story.${string}` ? Board : never) : never} BoardName */

/** What is to be done first, and the way there. @typedef {{ says: Key, to: Key, address: string }} Lack */

/**
 * An act. What is a function reads signals, and what it says is followed.
 * @typedef {object} Act
 * @property {ActName} name also the beginning of the keys of its texts: "board.story.act"
 * @property {Record<string, Key> | undefined} [answers] those to choose from, by what is kept of them
 * @property {Record<string, Key> | undefined} [others] what else can come, to which no prediction is asked
 * @property {{ Sketch: typeof Sketch, course: Course } | undefined} [curve] in the place of answers: a curve to be drawn
 * @property {() => string} [about] the settings that are asked about, where there are several: with others it is asked anew
 * @property {() => Lack | null} [lacks] what must be done elsewhere before there is anything to predict or to run
 * @property {() => boolean} hasBegun whether it runs or has run
 * @property {() => Answer | null} came what the experiment has come to, with the settings that `about` names: an answer, or the heights of the curve; null before
 * @property {(came: Answer | null, before: Answer | null) => Answer | null} [counts] what counts of what it comes to one after the other, as the first or the best; left out, the newest
 * @property {() => Values} [values] what goes into the places of its texts
 * @property {() => Promise<Guide>} [guide] what guides while it runs; asked for when it does
 * @property {(came: Answer) => Key} [explain] where what came has several explanations
 * @property {() => void} onward sets up what one would ask next
 */

/** What keeps predictions is not needed before there are some, or an outcome; where it does not come, they hold for this visit. @param {(predictions: Predictions) => void} act */
function remember(act) {
  import("./predictions.js").then(({ Predictions }) => act(new Predictions(remembered))).catch((error) => console.warn(error));
}

/** What has been told since the page was opened. @type {Map<string, Telling>} */
const tellings = new Map();

/** @param {Place} place */
function tellingOf(place) {
  const name = Object.values(place).join(" ");
  const known = tellings.get(name);
  if (known) return known;
  const telling = new Telling();
  tellings.set(name, telling);
  // What was predicted before the page was opened is not asked again.
  remember((predictions) => predictions.recall(place, telling));
  return telling;
}

export class Story {
  /** The act that the buttons are made for. @type {Act | null} */
  #made = null;
  /** @type {Sketch | null} */
  #sketch = null;
  /** Of which act, once it is here. @type {Signal<{ act: Act, guide: Guide } | null>} */
  #guide = signal(null);
  /** The act whose guide is asked for. @type {Act | null} */
  #guided = null;
  /** What was kept last of what came. */
  #outcome = "";

  /**
   * @param {Services<any>} services
   * @param {() => Act} act the one that the board is at
   * @param {() => boolean} [isAsked] whether what the board is at is what its acts ask about
   */
  constructor(services, act, isAsked = () => true) {
    this.services = services;
    this.act = act;
    this.isAsked = isAsked;
    this.steps = beats.map((beat) => {
      const name = el("span", said(`story.${beat}`));
      return { beat, name, element: el("span", {}, name) };
    });
    this.words = el("p", { class: "story-words", "aria-live": "polite" });
    this.output = el("output", { "aria-live": "off", ...named("story.prediction") });
    this.change = el("button", { type: "button", class: "chip", onclick: () => this.#takeBack(), ...said("story.change") });
    this.own = el("div", { class: "story-own" }, el("span", { class: "caption", "aria-hidden": "true", ...said("story.prediction") }), this.output);
    this.answers = el("div", { class: "story-answers" });
    this.predict = el("button", { type: "button", class: "go", onclick: () => this.#sketch && this.#predict(this.#sketch.heights), ...said("story.predict") });
    this.question = el("p", { class: "story-question" });
    this.onward = el("button", { type: "button", class: "go", onclick: () => this.#goOnward(), ...said("story.onward") });
    this.again = el("button", { type: "button", class: "chip", onclick: () => this.#takeBack(), ...said("story.again") });
    this.way = el("a", { class: "go button" });
    this.next = el("button", { type: "button", class: "go", onclick: () => services.goOn?.go(), ...(services.goOn && said(services.goOn.to)) });
    this.element = el(
      "div",
      { class: "story sheet", role: "group", tabindex: -1, ...named("story.name") },
      el("div", { class: "story-side" }, el("div", { class: "story-beats" }, ...this.steps.map(({ element }) => element)), this.own),
      this.words,
      this.answers,
      el("div", { class: "story-end" }, this.way, this.predict, this.change, this.question, this.onward, this.next, this.again),
    );
    this.ends = [
      drawn(() => this.#render()),
      whenever(() => ({ place: placeOf(this.act()), came: this.#came }), ({ place, came }) => this.#take(place, came)),
    ];
  }

  destroy() {
    for (const end of this.ends) end();
  }

  get #telling() {
    return tellingOf(placeOf(this.act()));
  }

  /** What counts of what the act has come to. */
  get #came() {
    if (!this.isAsked()) return null;
    const act = this.act();
    return act.counts ? act.counts(act.came(), this.#telling.came) : act.came();
  }

  #render() {
    // What it says may need more room.
    if (isPressed()) return;
    this.element.hidden = !isTold() || !this.isAsked();
    if (this.element.hidden) return;
    const act = this.act();
    const telling = this.#telling;
    const came = this.#came;
    const lack = act.lacks?.() ?? null;
    const beat = lack ? "predict" : telling.beat(came, act.hasBegun());
    if (act !== this.#made) this.#make(act);
    this.element.dataset.beat = beat;
    for (const step of this.steps) {
      if (step.beat === beat) step.element.setAttribute("aria-current", "step");
      else step.element.removeAttribute("aria-current");
      step.name.classList.toggle("unseen", step.beat !== beat);
    }
    setText(this.words, lack ? this.services.t(lack.says, act.values?.()) : this.#text(beat, came));
    this.way.hidden = !lack;
    if (lack) Object.assign(this.way, { href: lack.address, textContent: this.services.t(lack.to) });
    setText(this.output, telling.predicted === null ? "–" : this.#write(act, telling.predicted));
    // It is heard at every beat, and seen once there is something to see. A curve is seen as a curve.
    this.own.classList.toggle("unseen", telling.predicted === null || act.curve !== undefined);
    this.change.hidden = beat !== "run" || telling.predicted === null;
    this.#showAnswers(telling, beat, came);
    if (lack) this.answers.hidden = true;
    this.predict.hidden = beat !== "predict" || !act.curve || lack !== null;
    this.question.hidden = this.onward.hidden = beat !== "explain";
    setText(this.question, this.services.t(`${act.name}.onward`, act.values?.()));
    this.next.hidden = beat !== "onward" || !this.services.goOn;
    this.again.hidden = beat !== "onward";
  }

  /** @param {Act} act */
  #make(act) {
    this.#made = act;
    const { t } = this.services;
    this.#sketch = act.curve ? new act.curve.Sketch(act.curve.course, this.services) : null;
    const { predicted } = this.#telling;
    if (this.#sketch && Array.isArray(predicted)) this.#sketch.heights = [...predicted];
    const buttons = Object.entries(act.answers ?? {}).map(([answer, key]) =>
      el("button", { type: "button", onclick: () => this.#predict(answer), ...said(key) }, t(key)),
    );
    this.answers.replaceChildren(...(this.#sketch ? [this.#sketch.element] : buttons));
  }

  /** @param {Telling} telling @param {typeof beats[number]} beat @param {Answer | null} came */
  #showAnswers(telling, beat, came) {
    const sketch = this.#sketch;
    this.answers.hidden = beat === "onward" || (beat !== "predict" && !(sketch && (telling.predicted !== null || came !== null)));
    if (sketch) {
      if (Array.isArray(telling.predicted)) sketch.heights = telling.predicted;
      sketch.element.classList.toggle("empty", telling.predicted === null && beat !== "predict");
      sketch.render(Array.isArray(came) ? came : null, beat !== "predict");
    }
  }

  /** @param {typeof beats[number]} beat @param {Answer | null} came */
  #text(beat, came) {
    const { t } = this.services;
    const act = this.act();
    const values = act.values?.();
    if (beat === "predict") return t(`${act.name}.ask`, values);
    if (beat === "run" || came === null) return this.#hint(act) ?? t(`${act.name}.run`, values);
    if (beat === "onward") return t(`${placeOf(act).board}.story.bridge`);
    return `${this.#beside(act, came)} ${t(act.explain?.(came) ?? `${act.name}.explain`, values)}`;
  }

  /** By what has been done. It may not come: then the act's own words stand. @param {Act} act */
  #hint(act) {
    if (act.guide && act !== this.#guided) {
      this.#guided = act;
      act.guide().then((guide) => (this.#guide.value = { act, guide }), (error) => console.warn(error));
    }
    const here = this.#guide.value;
    return here?.act === act ? here.guide()?.[this.services.language] : undefined;
  }

  /** What came, beside what was predicted. @param {Act} act @param {Answer} came */
  #beside(act, came) {
    const { t } = this.services;
    const { predicted } = this.#telling;
    const words = { came: this.#write(act, came), predicted: predicted === null ? "" : this.#write(act, predicted) };
    if (predicted === null || !isAmongAnswers(act, came)) return t("story.came", words);
    if (act.curve) return t(agree(predicted, came) ? "story.sameCurve" : "story.otherCurve");
    return t(agree(predicted, came) ? "story.same" : "story.other", words);
  }

  /** @param {Act} act @param {Answer} answer */
  #write(act, answer) {
    return written(answer, wordingOf(act), this.services);
  }

  /** @param {Answer} answer */
  #predict(answer) {
    const act = this.act();
    const telling = this.#telling;
    telling.predict(answer);
    const made = { ...placeOf(act), ...wordingOf(act), values: act.values?.() ?? {}, predicted: answer, came: null, address: pageAddress().hash };
    if (!telling.isSeen) remember((predictions) => predictions.keep(made));
    this.#stay();
  }

  #takeBack() {
    const telling = this.#telling;
    telling.takeBack();
    const place = placeOf(this.act());
    if (!telling.isSeen) remember((predictions) => predictions.drop(place));
    this.#stay();
  }

  #goOnward() {
    const { name, onward } = this.act();
    this.#telling.isOnward = true;
    this.#stay();
    onward();
    // Where that is another setting of the same act, it is there to be tried out, and not asked about.
    if (this.act().name === name) this.#telling.isOnward = true;
  }

  /** What has the focus goes away: then the group has it, and the keys that run the board go on working. */
  #stay() {
    this.element.focus({ preventScroll: true });
  }

  /** @param {Place} place @param {Answer | null} came */
  #take(place, came) {
    const telling = tellingOf(place);
    const { predicted } = telling;
    if (this.act().counts) telling.came = came;
    // What was predicted in an earlier visit, and had come to nothing then, has its outcome now.
    const isAnswered = came !== null && isAmongAnswers(this.act(), came);
    const outcome = isAnswered ? JSON.stringify([place, predicted, came]) : "";
    // A run goes on, and comes to the same twenty times a second.
    if (outcome === this.#outcome) return;
    this.#outcome = outcome;
    if (!isAnswered) return;
    telling.isSeen = true;
    remember((predictions) => predictions.complete({ ...place, came }, predicted !== null));
  }
}

/** Whether it is one of what could be predicted: where it is not, no prediction was right or wrong. @param {Act} act @param {Answer} came */
function isAmongAnswers({ others = {} }, came) {
  return Array.isArray(came) || !(came in others);
}

/** @param {Act} act @returns {Wording} */
function wordingOf({ answers, others, curve }) {
  return { words: { ...answers, ...others }, course: curve?.course ?? null };
}

/** Of which board and which act, and of which setting. @param {Act} act */
function placeOf({ name, about }) {
  const [board, , act = ""] = name.split(".");
  return { board: /** @type {BoardName} */ (board), act, about: about?.() ?? "" };
}
