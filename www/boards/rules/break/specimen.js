/**
 * One image, large, with what the chosen rule's measure looks at drawn on it.
 */

import { paintDigit } from "../../../charts/digit.js";
import { offerFigure } from "../../../charts/take-along.js";
import { el, setText, svg } from "../../../shell/dom.js";
import { measures } from "../settings.js";
import { setMark } from "../marks.js";

/** @import { RulesMeasure, RulesMeasured } from "../protocol" */
/** @import { RulesServices } from "../settings.js" */
/** @import { Trial } from "../trial.js" */

const SIDE = 28;

export class Specimen {
  /** What is drawn, so that it is not drawn again. @type {RulesMeasured | null} */
  #drawn = null;

  /**
   * @param {Trial} trial
   * @param {RulesServices} services
   */
  constructor(trial, services) {
    this.trial = trial;
    this.services = services;
    this.canvas = el("canvas", { class: "digit" });
    this.overlay = svg("svg", { viewBox: `0 0 ${SIDE} ${SIDE}`, "aria-hidden": "true" });
    this.picture = el("div", { class: "specimen-picture" }, this.canvas, this.overlay);
    offerFigure(this.picture, () => ({ title: this.picture.ariaLabel ?? "" }), services);
    this.name = el("h2");
    this.value = el("output", { class: "specimen-value" });
    this.arrow = el("span", {}, " → ");
    this.vote = el("span", { class: "specimen-vote" });
    this.definition = el("p", { class: "small" });
    this.element = el("div", { class: "specimen" }, this.picture, el("div", { class: "specimen-words" }, this.name, el("p", { class: "specimen-reading" }, this.value, this.arrow, this.vote), this.definition));
  }

  /** @param {RulesMeasured | null} measured */
  render(measured) {
    const { t } = this.services;
    const { rule } = this.trial.rule;
    const { pair } = this.trial.values;
    setText(this.name, t(`rules.${rule.measure}.name`));
    setText(this.definition, t(`rules.${rule.measure}.defined`));
    const value = measured ? valueText(rule.measure, measured.reading.value, this.services) : "–";
    setText(this.value, value);
    if (!measured) return;
    // Before there is something to name, there is no picture.
    this.picture.setAttribute("role", "img");
    this.picture.setAttribute("aria-label", t("rules.specimen", { digit: String(pair[measured.class]), measure: t(`rules.${rule.measure}.name`), value }));
    const hasVote = this.trial.values.rules.length > 0;
    this.vote.hidden = this.arrow.hidden = !hasVote;
    const { comparison, threshold } = rule;
    const holds = comparison === ">" ? measured.reading.value > threshold : measured.reading.value < threshold;
    setMark(this.vote, holds ? rule.class : 1 - rule.class, pair);
    if (measured === this.#drawn) return;
    this.#drawn = measured;
    paintDigit(this.canvas, measured.pixels);
    this.#drawReading(measured.reading, rule.measure);
  }

  /** @param {RulesMeasured["reading"]} reading @param {RulesMeasure} measure */
  #drawReading({ rect, cells }, measure) {
    const squares = [...cells].map((cell) => `M${cell % SIDE} ${Math.floor(cell / SIDE)}h1v1h-1Z`).join("");
    const [x = 0, y = 0, width = 0, height = 0] = rect ?? [];
    const frame = measure === "symmetry" ? svg("path", { class: "frame", d: `M${SIDE / 2} 0V${SIDE}` }) : svg("rect", { class: "frame", x, y, width, height });
    this.overlay.replaceChildren(svg("path", { class: "cells", d: squares }), ...(rect ? [frame] : []));
  }
}

/**
 * A measure's value with its unit.
 * @param {RulesMeasure} measure
 * @param {number} value
 * @param {Pick<RulesServices, "t" | "format">} reader
 */
export function valueText(measure, value, { t, format }) {
  return t(`rules.unit.${measures[measure].unit}`, { value: format.short(value) });
}
