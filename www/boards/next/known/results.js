/**
 * What each way comes to in numbers, and its kernels: taken over and frozen, taken over, or its own.
 */

import { paintDigits } from "../../../charts/digit.js";
import { strokeSample } from "../../../charts/stroke-sample.js";
import { signsLegend } from "../../../charts/legends.js";
import { offerFigure } from "../../../charts/take-along.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { latest, rangeOf } from "../../../shell/spread.js";
import { styles } from "./chart.js";
import { paintKernels } from "./kernels.js";
import { ways } from "./plan.js";
import { leadOf, SET } from "./summary.js";

/** @import { KnownRuns } from "./runs.js" */
/** @import { KnownServices } from "./settings.js" */
/** @import { Spread } from "../../../shell/spread.js" */

/** So many examples of a kind have room in a row. */
const COLUMNS = 10;
const PIXELS = 28 * 28;
/** A lead below this would be 0.0 points. */
const HARDLY_SHOWN = 0.0005;

export class KnownResults {
  /**
   * @param {KnownRuns} runs
   * @param {KnownServices} services
   */
  constructor(runs, services) {
    this.runs = runs;
    this.services = services;
    this.before = new Row(null, services);
    this.rows = ways.map((way) => new Row(way, services));
    this.with = el("h2", { class: "caption" });
    this.verdict = el("p", { class: "known-verdict", role: "status" });
    this.pictures = el("canvas", { class: "digit", role: "img" });
    this.part = el("figcaption", { class: "caption" });
    this.examples = el("figure", { class: "known-pictures" }, this.part, this.pictures);
    this.element = el(
      "section",
      { class: "known-results" },
      el("ul", { class: "sheet known-ways" }, this.before.element),
      this.with,
      el("ol", { class: "sheet known-ways" }, ...this.rows.map(({ element }) => element)),
    );
    offerFigure(this.element, () => ({ title: services.t("next.known"), legend: signsLegend(services.t) }), services);
    offerFigure(this.examples, () => ({ title: this.part.textContent, figure: this.pictures }), services);
  }

  render() {
    const { t, format } = this.services;
    const { runs } = this;
    const examples = runs.current;
    const shown = runs.with(examples);
    const { before, look } = runs;
    const values = { examples: format.integer(examples), seed: format.integer(look?.seed ?? NaN) };
    // The numbers are of all seeds, the kernels of one.
    setText(this.with, t(look ? "known.withKernels" : `known.with.${runs.subject}`, values));
    this.before.render(before, before ? (look?.pretrained ?? null) : null);
    if (look) setText(this.before.state, t("known.before.ofSeed", values));
    for (const [way, row] of this.rows.entries()) {
      const known = latest(shown, way, SET);
      row.render(known?.accuracy ?? null, known ? (look?.networks[way] ?? null) : null);
    }
    setText(this.verdict, this.#verdict(examples));
    this.#renderExamples(look && look.networks.length > 0 ? look : null);
  }

  /** @param {KnownRuns["look"]} look null before it learns */
  #renderExamples(look) {
    this.examples.hidden = !look;
    if (!look) return;
    const { examples: all, kinds, seed } = look;
    const each = all.length / PIXELS / kinds;
    const columns = Math.min(COLUMNS, each);
    const { t, format } = this.services;
    const values = { shown: format.integer(columns), all: format.integer(each), seed: format.integer(seed) };
    const told = t(columns < each ? "known.picturesPart" : "known.pictures", values);
    setText(this.part, told);
    this.pictures.setAttribute("aria-label", told);
    const pictures = new Uint8Array(kinds * columns * PIXELS);
    for (let kind = 0; kind < kinds; kind += 1) pictures.set(all.subarray(kind * each * PIXELS, (kind * each + columns) * PIXELS), kind * columns * PIXELS);
    paintDigits(this.pictures, pictures, columns);
    this.pictures.style.setProperty("--columns", String(columns));
  }

  /** @param {number} examples */
  #verdict(examples) {
    const { t, format } = this.services;
    const lead = this.runs.areOverWith(examples) ? leadOf(this.runs.with(examples), ways.indexOf("transferred"), ways.indexOf("scratch")) : null;
    if (!lead) return "";
    const { ahead, wins, losses, runs } = lead;
    const isAhead = ahead.mean > 0;
    // Of few drawings all may be read rightly in both ways.
    const isEven = Math.abs(ahead.mean) < HARDLY_SHOWN;
    const values = { points: format.fixed(Math.abs(100 * ahead.mean), 1), wins: format.integer(isAhead ? wins : losses), runs: format.integer(runs) };
    const seeds = runs > 1 ? "seeds" : "seed";
    return isEven ? t("known.even") : t(isAhead ? `known.ahead.${seeds}` : `known.behind.${seeds}`, values);
  }
}

/** A network: what it is called, what it comes to, and its kernels. */
class Row {
  /**
   * @param {typeof ways[number] | null} way null for the one that is taken over
   * @param {KnownServices} services
   */
  constructor(way, services) {
    this.services = services;
    this.key = /** @type {const} */ (`known.${way ?? "before"}`);
    const style = styles[way ? ways.indexOf(way) : -1];
    this.output = el("output", { "aria-live": "off", ...named(this.key) });
    this.range = el("span", { class: "caption" });
    this.state = el("span", { class: "caption" });
    this.kernels = el("canvas", { class: "known-kernels", role: "img" });
    this.element = el(
      "li",
      {},
      ...(style ? [strokeSample(style)] : []),
      el("div", { class: "known-name" }, el("span", { class: "way-name", "aria-hidden": "true", ...said(this.key) }), this.state),
      el("div", { class: "known-number" }, this.output, this.range),
      this.kernels,
    );
  }

  /** @param {Spread | null} accuracy @param {Float32Array | null} kernels */
  render(accuracy, kernels) {
    const { t, format } = this.services;
    setText(this.output, accuracy ? format.percent(accuracy.mean, 1) : "–");
    setText(this.range, (accuracy && rangeOf(accuracy, this.services)) ?? "");
    const state = t(`${this.key}.kernels`);
    setText(this.state, state);
    this.kernels.setAttribute("aria-label", t("known.kernelsOf", { name: t(this.key), state }));
    paintKernels(this.kernels, kernels);
  }
}
