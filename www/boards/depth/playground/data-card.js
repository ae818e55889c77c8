/**
 * The points: how many, how much they are scattered, and how many are held out.
 */

import { createCard } from "../../../shell/card.js";
import { numberField } from "../../../shell/controls.js";
import { el, said, setText } from "../../../shell/dom.js";
import { limits } from "./settings.js";

/** @import { PlaygroundServices } from "./settings.js" */
/** @import { PlaygroundRun } from "./run.js" */

export class PlaygroundDataCard {
  /**
   * @param {PlaygroundRun} run
   * @param {PlaygroundServices} services
   * @param {HTMLElement} asText shows the points as text
   */
  constructor(run, services, asText) {
    this.run = run;
    this.asText = asText;
    this.services = services;
    const { state } = services;
    this.fields = {
      points: numberField({ label: "playground.points", ...limits.points, common: [50, 100, 250, 500, 1000], reader: services, onChange: (points) => state.set({ points }) }),
      noise: numberField({ label: "playground.noise", ...limits.noise, common: [0, 5, 10, 20, 50], reader: services, onChange: (noise) => state.set({ noise }) }),
      trainPart: numberField({ label: "playground.trainPart", ...limits.trainPart, common: [30, 50, 70, 100], reader: services, onChange: (trainPart) => state.set({ trainPart }) }),
      seed: numberField({ label: "playground.seed", ...limits.seed, reader: services, onChange: (seed) => state.set({ seed }) }),
    };
    this.card = createCard({
      id: "playground-data",
      title: "playground.dataTitle",
      settings: [
        el("p", { class: "small", ...said("playground.dataExplained") }),
        el("div", { class: "fields" }, ...Object.values(this.fields).map(({ element }) => element)),
        asText,
      ],
    });
    this.element = this.card.element;
  }

  render() {
    const { t, format, state } = this.services;
    const { data, points, noise, trainPart, seed } = state.values;
    this.fields.points.set(points);
    this.fields.noise.set(noise);
    this.fields.trainPart.set(trainPart);
    this.fields.seed.set(seed);
    this.fields.points.element.hidden = data === "own";
    this.fields.noise.element.hidden = data === "own";
    this.asText.hidden = data === "own";
    const { training, test } = this.run.info ?? {};
    const count = (/** @type {number | undefined} */ rows) => format.integer(rows ?? 0);
    setText(this.card.summary, t("playground.dataSummary", { training: count(training?.targets.length), test: count(test?.targets.length) }));
    const values = { noise: t("playground.percent", { value: format.integer(noise) }), seed: String(seed) };
    setText(this.card.detail, t(data === "own" ? "playground.dataDetailOwn" : "playground.dataDetail", values));
  }
}
