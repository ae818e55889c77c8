/**
 * The three networks: what each decides at every place of the plane, and how many points it has right.
 */

import { Canvas } from "../../../charts/canvas.js";
import { colour, strokeWidth } from "../../../charts/colours.js";
import { strokeSample } from "../../../charts/stroke-sample.js";
import { offerFigure } from "../../../charts/take-along.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { Newest } from "../../../shell/newest.js";
import { tracked, whenever } from "../../../shell/signals.js";
import { latest, rangeOf } from "../../../shell/spread.js";
import { edgeOf, enlarged } from "../playground/map.js";
import { paintMap, paletteOf } from "../playground/paint.js";
import { disc, drawSet } from "../playground/points-picture.js";
import { lines } from "./lines.js";
import { PARAMETERS, SHAPES, planOf } from "./plan.js";

/** @import { WideMaps } from "./protocol" */
/** @import { WideRuns } from "./runs.js" */
/** @import { WideServices } from "./settings.js" */

/** A cell of the picture for so many of the map, so that its edge is smooth. */
const FINER = 3;

export class NetworksView {
  /** As they were told last, and of which seed. @type {(WideMaps & { seed: number }) | null} */
  shown = null;

  /**
   * @param {WideRuns} runs
   * @param {WideServices} services
   */
  constructor(runs, services) {
    this.runs = runs;
    this.services = services;
    tracked(this, "shown");
    this.newest = new Newest((/** @type {number} */ seed) => services.ask("wideMaps", { plan: planOf(seed) }), (maps, seed) => (this.shown = { ...maps, seed }));
    this.figures = lines.map(({ network, name, style }) => {
      const map = el("canvas", { class: "wide-map" });
      const marks = el("canvas", { class: "wide-marks" });
      const output = el("output", { "aria-live": "off", ...named(name) });
      const range = el("span", { class: "caption" });
      const shape = el("span", { class: "caption" });
      const ofSeed = el("span", { class: "wide-seed", "aria-hidden": "true" });
      const picture = el("div", { class: "wide-picture", role: "img" }, map, marks, ofSeed);
      offerFigure(picture, () => ({ title: services.t(name), x: { name: "x₁" }, y: { name: "x₂" } }), services);
      const element = el(
        "figure",
        { class: "sheet wide-network" },
        el("figcaption", {}, strokeSample(style), el("span", { class: "line-name", ...said(name) }), output, shape, range),
        picture,
      );
      return { network, map, picture, ofSeed, output, range, shape, element, marks: new Canvas(marks, (context, { width }) => this.#drawMarks(network, context, width)) };
    });
    this.element = el("section", { class: "wide-networks" }, ...this.figures.map(({ element }) => element));
    // Another seed, or networks that have come further.
    this.end = whenever(() => ({ seed: runs.newestSeed, shown: runs.shown }), ({ seed }) => this.newest.ask(seed));
  }

  destroy() {
    this.end();
    for (const { marks } of this.figures) marks.destroy();
  }

  render() {
    const { t, format } = this.services;
    const palette = paletteOf(this.element, false);
    for (const { network, map, picture, ofSeed, output, range, shape } of this.figures) {
      const units = (SHAPES[network] ?? []).map((count) => format.integer(count)).join(" · ");
      setText(shape, t("wide.shape", { units, parameters: format.integer(PARAMETERS[network] ?? 0) }));
      const accuracy = latest(this.runs.shown, network, "test")?.accuracy;
      setText(output, accuracy ? format.percent(accuracy.mean, 1) : "–");
      setText(range, (accuracy && rangeOf(accuracy, this.services)) ?? "");
      // The number is of all seeds, the picture of one.
      const seed = format.integer(this.shown?.seed ?? this.runs.newestSeed);
      setText(ofSeed, t("wide.ofSeed", { seed }));
      picture.setAttribute("aria-label", t("wide.picture", { units, seed }));
      const answers = this.shown?.answers[network];
      if (this.shown && answers) paintMap(map, enlarged(answers, this.shown.side, FINER), this.shown.side * FINER, palette);
    }
  }

  /**
   * The line where the network decides otherwise, and the points that it learns from.
   * @param {number} network
   * @param {CanvasRenderingContext2D} context
   * @param {number} width
   */
  #drawMarks(network, context, width) {
    const answers = this.shown?.answers[network];
    if (!this.shown || !answers) return;
    const { side, training } = this.shown;
    context.strokeStyle = colour(this.element, "ink");
    context.lineWidth = strokeWidth(this.element) * 0.7;
    context.lineCap = "round";
    context.beginPath();
    for (const [x1, y1, x2, y2] of edgeOf(answers, side)) {
      context.moveTo((x1 * width) / side, (y1 * width) / side);
      context.lineTo((x2 * width) / side, (y2 * width) / side);
    }
    context.stroke();
    drawSet(context, this.element, training, { side: width, radius: width / 130 + 0.6, hair: 0.7, outline: disc });
  }
}
