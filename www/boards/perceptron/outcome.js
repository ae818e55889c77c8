/**
 * How many rows are right, in large; where learning stands, and the line as an equation.
 */

import { readout } from "../../shell/controls.js";
import { el, named, setText } from "../../shell/dom.js";
import { rows, weightNames } from "./settings.js";
import { equation, point, signed } from "./formulas.js";
import { TruthTable } from "./truth-table.js";

/** @import { PerceptronStep, PerceptronWeights } from "./protocol" */
/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices } from "./settings.js" */

export class PerceptronOutcome {
  /** The equation that is shown. */
  #shown = "";

  /**
   * @param {PerceptronRun} run
   * @param {PerceptronServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.score = readout("perceptron.score", { className: "big", caption: "perceptron.scoreCaption" });
    this.updates = readout("perceptron.updates");
    this.samples = readout("perceptron.samples", { className: "secondary" });
    this.verdict = el("p", { class: "perceptron-verdict", role: "status", "aria-live": "off", ...named("perceptron.verdict") });
    this.table = new TruthTable(run, services);
    this.equation = el("output", { class: "equation", "aria-live": "off", ...named("perceptron.equation") });
    this.border = el("p", { class: "small border-words" });
    this.step = el("p", { class: "step-words" });
    this.rule = el("p", { class: "step-rule" });
    const counts = el("div", { class: "counts" }, this.updates.element, this.samples.element);
    this.element = el(
      "section",
      { class: "perceptron-outcome" },
      el("div", { class: "sheet score-sheet" }, el("div", { class: "score-head" }, this.score.element, counts), this.verdict),
      el("div", { class: "sheet table-sheet" }, this.table.element, this.equation, this.border),
      el("div", { class: "sheet step-sheet" }, this.step, this.rule),
    );
  }

  render() {
    const { format } = this.services;
    const { answer, progress, table, weights } = this.run;
    setText(this.score.output, answer ? `${format.integer(answer.score)} / ${table.length}` : "–");
    this.score.element.classList.toggle("all", answer?.score === table.length);
    setText(this.updates.output, format.integer(progress?.updates ?? 0));
    setText(this.samples.output, format.integer(progress?.samples ?? 0));
    setText(this.verdict, this.verdictText());
    this.verdict.dataset.verdict = progress?.verdict ?? "none";
    this.table.render();
    this.#showEquation(weights);
    setText(this.border, this.#borderText());
    this.#showStep(progress?.step ?? null);
  }

  /** What is certain of learning; before it has begun, which rows are wrong. */
  verdictText() {
    const { t, format } = this.services;
    const { progress, isOn } = this.run;
    if (!progress) return this.wrongText();
    const updates = format.integer(progress.updates);
    if (progress.verdict === "converged") return t(progress.updates === 1 ? "perceptron.converged.one" : "perceptron.converged", { updates });
    if (progress.cycle) {
      const { first, again } = progress.cycle;
      return t("perceptron.cycles", { first: format.integer(first), again: format.integer(again) });
    }
    return t(isOn ? "perceptron.learning" : "perceptron.open");
  }

  /** Which points are on the wrong side, and which are on none but count as 1. */
  wrongText() {
    const { t, format } = this.services;
    const { answer, table } = this.run;
    if (!answer) return t("perceptron.loading");
    const wrong = rows.map((_, row) => row).filter((row) => answer.outputs[row] !== Number(table[row]));
    if (wrong.length === 0) return t("perceptron.solved");
    const onLine = wrong.filter((row) => this.#isOnLine(row));
    const beyond = wrong.filter((row) => !this.#isOnLine(row));
    const words = [];
    if (beyond.length > 0) words.push(t(beyond.length === 1 ? "perceptron.wrongSide.one" : "perceptron.wrongSide", { points: format.list(beyond.map(point)) }));
    if (onLine.length > 0) words.push(t(onLine.length === 1 ? "perceptron.wrongOnLine.one" : "perceptron.wrongOnLine", { points: format.list(onLine.map(point)) }));
    return words.join(" ");
  }

  /** Weights are whole thousandths, and the sums exact. @param {number} row */
  #isOnLine(row) {
    return this.run.answer?.sums[row] === 0;
  }

  /** What becomes of a point whose sum is neither side's: it is the one place that the picture does not answer. */
  #borderText() {
    const { t, format } = this.services;
    const onLine = rows.map((_, row) => row).filter((row) => this.#isOnLine(row));
    return onLine.length > 0 ? t("perceptron.onLine", { points: format.list(onLine.map(point)) }) : t("perceptron.fires");
  }

  /** @param {PerceptronWeights} weights */
  #showEquation(weights) {
    const { format } = this.services;
    const text = weightNames.map((name) => signed(weights[name], format)).join();
    if (text === this.#shown) return;
    this.#shown = text;
    this.equation.replaceChildren(equation(weights, format));
  }

  /** @param {PerceptronStep | null} step */
  #showStep(step) {
    const { t, format } = this.services;
    this.rule.classList.toggle("unchanged", step?.error === 0);
    if (!step) {
      setText(this.step, t("perceptron.noStep"));
      setText(this.rule, t("perceptron.rule"));
      return;
    }
    const target = Number(this.run.table[step.row]);
    const values = { point: point(step.row), target: String(target), output: String(target - step.error), error: step.error < 0 ? `−${-step.error}` : String(step.error) };
    setText(this.step, t("perceptron.sample", values));
    const list = (/** @type {PerceptronWeights} */ weights) => `(${weightNames.map((name) => signed(weights[name], format)).join(", ")})`;
    setText(this.rule, step.error === 0 ? t("perceptron.unchanged") : t("perceptron.changed", { before: list(step.before), after: list(step.after) }));
  }
}
