/**
 * The loss, how it is made smaller, and where that stops by itself.
 */

import { createCard } from "../../../shell/card.js";
import { numberField, selectField } from "../../../shell/controls.js";
import { el, said, setText } from "../../../shell/dom.js";
import { LateDialog } from "../../../shell/late-dialog.js";
import { learningRateField } from "../../../shell/learning-rate.js";
import { limits, options, outputOf, usualLearningRate } from "./settings.js";
import { formulaOf } from "./formulas.js";

/** @import { PlaygroundServices } from "./settings.js" */

const SLIDER_POWERS = { min: -4, max: 1 };

export class PlaygroundLossCard {
  /** @param {PlaygroundServices} services */
  constructor(services) {
    this.services = services;
    this.byHand = new LateDialog({
      id: "by-hand",
      load: async () => {
        const { ByHand } = await import("../by-hand/index.js");
        return () => new ByHand(services);
      },
      notices: services.notices,
    });
    const { state } = services;
    this.loss = selectField("loss.function", options.loss, (name) => `loss.${name}`, (loss) => state.set({ loss }));
    this.optimizer = selectField("loss.optimizer", options.optimizer, (name) => `optimizer.${name}`, (optimizer) => {
      state.set({ optimizer, learningRate: usualLearningRate[optimizer] });
    });
    this.learningRate = learningRateField({
      powers: SLIDER_POWERS,
      max: limits.learningRate.max,
      services,
      onChange: (learningRate) => state.set({ learningRate }),
    });
    const penalty = { ...limits.penalty, whole: false, optional: true, common: [0, 0.001, 0.01, 0.1], reader: decimals(services) };
    this.l1 = numberField({ label: "playground.l1", ...penalty, onChange: (l1) => state.set({ l1 }) });
    this.l2 = numberField({ label: "playground.l2", ...penalty, onChange: (l2) => state.set({ l2 }) });
    this.batchSize = numberField({ label: "playground.batchSize", ...limits.batchSize, common: [1, 10, 30, 100], reader: services, onChange: (batchSize) => state.set({ batchSize }) });
    this.untilEpoch = numberField({ label: "playground.untilEpoch", ...limits.untilEpoch, optional: true, common: [100, 1000, 10_000], reader: services, onChange: (untilEpoch) => state.set({ untilEpoch }) });
    this.untilLoss = numberField({ label: "playground.untilLoss", ...limits.untilLoss, whole: false, optional: true, common: [0.1, 0.01], reader: decimals(services), onChange: (untilLoss) => state.set({ untilLoss }) });
    this.formula = el("div", { class: "formula" });
    this.formulaText = el("p", { class: "small" });
    this.card = createCard({
      id: "playground-loss",
      title: "loss.title",
      extra: this.learningRate.element,
      settings: [
        el("div", { class: "fields" }, this.loss.element),
        this.formula,
        this.formulaText,
        el("button", { type: "button", onclick: () => void this.byHand.open(this.element), ...said("byHand.open") }),
        el("div", { class: "fields" }, this.optimizer.element, this.batchSize.element, this.l1.element, this.l2.element),
        el("p", { class: "small", ...said("playground.penaltyExplained") }),
        el("div", { class: "fields" }, this.untilLoss.element, this.untilEpoch.element),
      ],
    });
    this.element = this.card.element;
  }

  destroy() {
    this.byHand.destroy();
  }

  render() {
    const { t, format, state } = this.services;
    const { data, loss, optimizer, learningRate, l1, l2, batchSize, untilEpoch, untilLoss } = state.values;
    this.loss.set(loss);
    this.optimizer.set(optimizer);
    this.learningRate.set(learningRate);
    this.l1.set(l1);
    this.l2.set(l2);
    this.batchSize.set(batchSize);
    this.untilEpoch.set(untilEpoch);
    this.untilLoss.set(untilLoss);
    setText(this.card.summary, t(`loss.${loss}`));
    const output = t(`playground.output.${outputOf(data, loss)}`);
    setText(this.card.detail, t("playground.lossDetail", { optimizer: t(`optimizer.${optimizer}`), batch: format.integer(batchSize), output }));
    setText(this.formulaText, t(`playground.${loss}.formula`));
    this.formula.replaceChildren(formulaOf(loss));
  }
}

/**
 * A reader for whom the common values are not whole.
 * @param {PlaygroundServices} services
 */
function decimals(services) {
  return {
    t: services.t,
    get format() {
      return { ...services.format, integer: services.format.exact };
    },
  };
}
