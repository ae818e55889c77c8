/**
 * What the network says of the drawing, and the picture that it was given.
 */

import { BarChart } from "../../charts/bars.js";
import { paintDigit } from "../../charts/digit.js";
import { offerFigure } from "../../charts/take-along.js";
import { inShort } from "../../shell/address.js";
import { el, named, said, setText } from "../../shell/dom.js";
import { Settled } from "../../shell/settled.js";
import { CLASSES } from "./settings.js";

/** @import { DigitsServices } from "./settings.js" */
/** @import { RunControl } from "./run-control.js" */

const digits = Array.from({ length: CLASSES }, (_, digit) => String(digit));

export class DigitAnswer {
  bars = new BarChart(digits);
  /** @type {string | null} */
  #kinds = null;

  /**
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.settled = new Settled((text) => services.announce(text));
    this.digit = el("output", { class: "answer-digit", "aria-live": "off", ...named("readout.prediction") });
    this.words = el("p", { class: "answer-words" });
    this.seen = el("canvas", { class: "digit seen", role: "img", ...named("pad.seen") });
    this.sheet = el("div", { class: "sheet bars-sheet" });
    const seen = el("figure", { class: "seen-figure" }, this.seen, el("figcaption", { class: "caption", ...said("pad.seen") }));
    this.element = el(
      "div",
      { class: "answer" },
      el("div", { class: "answer-head" }, this.digit, this.words, seen),
      this.sheet,
    );
    offerFigure(this.sheet, () => ({ title: services.t("chart.answer"), figure: this.bars.element }), services);
    paintDigit(this.seen, new Uint8Array(28 * 28));
  }

  /** @param {string[]} kinds empty where they are digits */
  #name(kinds) {
    if (String(kinds) === this.#kinds) return;
    this.#kinds = String(kinds);
    this.bars = new BarChart(kinds.length > 0 ? kinds : digits);
    this.sheet.replaceChildren(this.bars.element);
    this.sheet.classList.toggle("named", kinds.length > 0);
  }

  get #invitation() {
    const { t } = this.services;
    const kinds = this.run.pictures?.kinds ?? [];
    return kinds.length > 0 ? t("answer.noneOwn", { kinds: inShort(kinds) }) : t("answer.none");
  }

  render() {
    this.#name(this.run.pictures?.kinds ?? []);
    const { client, t, format, state } = this.services;
    const answer = client.latest("prediction")?.prediction.answer ?? null;
    const outputs = answer?.probabilities ?? null;
    // Weights that are no numbers any more give answers that are none.
    const probabilities = outputs?.every(Number.isFinite) ? outputs : null;
    this.bars.show(probabilities, (part) => format.percent(part, 1));
    this.element.classList.toggle("empty", !probabilities);
    if (!answer || !probabilities) {
      setText(this.digit, "?");
      setText(this.words, answer ? t("answer.broken") : this.#invitation);
      paintDigit(this.seen, answer?.pixels ?? new Uint8Array(28 * 28));
      return;
    }
    const best = Math.max(...probabilities);
    const digit = this.run.nameOf(probabilities.indexOf(best));
    setText(this.digit, digit);
    const sure = format.percent(best, 1);
    // With the squared error the outputs are no probabilities.
    const key = this.run.isFresh ? "answer.guess" : state.values.loss === "cross-entropy" ? "answer.sure" : "answer.output";
    setText(this.words, t(key, { sure }));
    paintDigit(this.seen, answer.pixels);
    this.settled.tell(t("answer.told", { digit, sure: format.percent(best, 0) }), digit);
  }
}
