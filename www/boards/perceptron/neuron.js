/**
 * A nerve cell and the perceptron over each other: what comes in along the dendrites, is weighed at the synapses, added
 * up in the body, and leaves along the axon, or does not. Its numbers are the board's.
 */

import { offerFigure } from "../../charts/take-along.js";
import { el, named, said, setText, svg } from "../../shell/dom.js";
import { tracked } from "../../shell/signals.js";
import { bracketed } from "../../shell/numbers.js";
import { signed } from "./formulas.js";
import { rows } from "./settings.js";

/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices } from "./settings.js" */

/** The row that is fed in while nobody has chosen one and no sample was shown: both inputs are 1. */
const FIRST_ROW = 3;
/** A synapse is drawn this wide where its weight is 0, and so much wider for each 1, up to the most. */
const SYNAPSE = { least: 1, each: 3, most: 11 };

const dendrites = ["M44 26C84 26 92 47 142 54", "M44 94C84 94 92 73 142 66"];
const twigs = "M70 28C74 16 82 12 88 6M70 92C74 104 82 108 88 114M166 32C164 20 172 14 170 4M168 88C164 100 174 106 172 116";
const body = "M142 54C146 36 160 30 172 32C188 34 194 48 202 57L202 63C194 72 188 86 172 88C160 90 146 84 142 66Z";
const axon = "M202 60H252";
const ends = "M252 60C262 60 262 42 272 36M252 60C262 60 262 78 272 84";

export class Neuron {
  /** The row that the visitor feeds in, until a later sample is shown. @type {{ row: number, samples: number } | null} */
  chosen = null;

  /**
   * @param {PerceptronRun} run
   * @param {PerceptronServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    tracked(this, "chosen");
    this.synapses = dendrites.map((d) => svg("path", { class: "synapse", d }));
    this.axon = svg("path", { class: "axon", d: axon });
    const cell = svg("g", { class: "cell" }, svg("path", { class: "twigs", d: twigs }), svg("path", { class: "twigs", d: ends }), svg("path", { class: "body", d: body }));
    this.picture = svg("svg", { viewBox: "0 0 300 120", "aria-hidden": "true" }, cell, ...this.synapses, this.axon);
    this.inputs = [0, 1].map((input) => el("button", { type: "button", class: `neuron-input of-${input + 1}`, onclick: () => this.#flip(input) }));
    this.weights = [1, 2].map((input) => el("span", { class: `neuron-number weight-${input}` }));
    this.sum = el("span", { class: "neuron-number neuron-sum" });
    this.bias = el("span", { class: "neuron-number neuron-bias" });
    this.output = el("span", { class: "neuron-number neuron-output" });
    this.words = el("p", { class: "neuron-equation" });
    const frame = el("div", { class: "neuron-frame" }, this.picture, ...this.inputs, ...this.weights, this.sum, this.bias, this.output);
    this.element = el(
      "figure",
      { class: "sheet neuron", ...named("perceptron.neuron") },
      frame,
      this.words,
      el("figcaption", { class: "small", ...said("perceptron.neuronExplained") }),
    );
    offerFigure(this.element, () => ({ title: services.t("perceptron.neuron"), figure: frame }), services);
  }

  render() {
    const { answer, weights } = this.run;
    const { format } = this.services;
    const row = this.#row;
    const [x1, x2] = rows[row] ?? rows[FIRST_ROW];
    const sum = answer?.sums[row];
    const output = answer?.outputs[row];
    for (const [index, [name, value]] of /** @type {const} */ ([["x₁", x1], ["x₂", x2]]).entries()) {
      const button = this.inputs[index];
      if (button) setText(button, `${name} = ${value}`);
      button?.setAttribute("aria-pressed", String(value === 1));
    }
    for (const [index, weight] of [weights.w1, weights.w2].entries()) {
      const label = this.weights[index];
      if (label) setText(label, signed(weight, format));
      const synapse = this.synapses[index];
      synapse?.setAttribute("stroke-width", String(Math.min(SYNAPSE.most, SYNAPSE.least + SYNAPSE.each * Math.abs(weight))));
      synapse?.classList.toggle("negative", weight < 0);
      synapse?.classList.toggle("on", (index === 0 ? x1 : x2) === 1);
    }
    this.axon.classList.toggle("on", output === 1);
    this.element.dataset.output = String(output ?? "none");
    setText(this.sum, sum === undefined ? "–" : signed(sum, format));
    setText(this.bias, `b = ${signed(weights.b, format)}`);
    setText(this.output, output === undefined ? "–" : String(output));
    const write = (/** @type {number} */ value) => signed(value, format);
    const terms = `${write(weights.w1)} · ${x1} + ${bracketed(weights.w2, write)} · ${x2} + ${bracketed(weights.b, write)}`;
    setText(this.words, sum === undefined ? "" : `${terms} = ${signed(sum, format)} ${sum >= 0 ? "≥" : "<"} 0 → ${output}`);
  }

  get #row() {
    const { progress } = this.run;
    if (this.chosen && this.chosen.samples === (progress?.samples ?? 0)) return this.chosen.row;
    return progress?.step?.row ?? FIRST_ROW;
  }

  /** The inputs are the digits of the row's number. @param {number} input 0 for x1, 1 for x2 */
  #flip(input) {
    this.chosen = { row: this.#row ^ (input === 0 ? 2 : 1), samples: this.run.progress?.samples ?? 0 };
  }
}
