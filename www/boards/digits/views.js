/**
 * The picture in the middle: how far it has come, in large, and six ways of looking at the network.
 */

import { readout, tabList } from "../../shell/controls.js";
import { el, setText } from "../../shell/dom.js";
import { largeNumber } from "../../shell/numbers.js";
import { CodeView } from "./code-view.js";
import { CurvesView } from "./curves-view.js";
import { LateView } from "./late-view.js";

/** @import { DigitsServices } from "./settings.js" */
/** @import { RunControl } from "./run-control.js" */

/** The newest training loss is the mean of so many points of its curve. */
const LOSS_POINTS = 10;

export class Views {
  /**
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.accuracy = readout("readout.accuracy", { className: "big" });
    this.loss = readout("readout.loss");
    this.seconds = readout("readout.seconds");
    this.epoch = readout("readout.epoch");
    this.step = readout("readout.step", { className: "readout-step" });
    this.speed = readout("readout.speed", { caption: "readout.speedShort" });
    this.curves = new CurvesView(run, services);
    /** @param {string} name @param {LateView["load"]} load @param {{ tabindex?: number }} [attributes] */
    const late = (name, load, attributes = {}) => new LateView(el("div", { class: `view ${name}`, ...attributes }), load, run, services);
    this.views = {
      curves: this.curves,
      confusion: late("confusion", () => import("./confusion-view.js").then(({ ConfusionView }) => ConfusionView)),
      mistakes: late("mistakes", () => import("./mistakes-view.js").then(({ MistakesView }) => MistakesView), { tabindex: 0 }),
      weights: late("weights", () => import("./weights-view.js").then(({ WeightsView }) => WeightsView)),
      inside: late("inside", () => import("./inside-view.js").then(({ InsideView }) => InsideView), { tabindex: 0 }),
      code: new CodeView(run, services),
    };
    const tabs = Object.entries(this.views).map(([id, view]) => {
      const known = /** @type {keyof typeof this.views} */ (id);
      return { id: known, title: /** @type {const} */ (`view.${known}`), panel: view.element };
    });
    this.tabs = tabList("view.title", tabs, (view) => services.state.set({ view }));
    const small = [this.loss, this.seconds, this.epoch, this.step, this.speed].map(({ element }) => element);
    this.element = el(
      "section",
      { class: "sheet views" },
      el("div", { class: "readouts" }, this.accuracy.element, el("div", { class: "small-readouts" }, ...small)),
      el("div", { class: "panels" }, ...tabs.map(({ panel }) => panel)),
      this.tabs.element,
    );
  }

  render() {
    this.tabs.set(this.services.state.values.view);
    const { format, t } = this.services;
    const { history, metrics, evaluation } = this.run;
    const none = "–";
    const loss = history.training.column("loss").slice(-LOSS_POINTS);
    this.accuracy.element.classList.toggle("none", !evaluation);
    setText(this.accuracy.output, evaluation ? format.percent(evaluation.accuracy, 1) : none);
    setText(this.loss.output, loss.length > 0 ? largeNumber(mean(loss), format) : none);
    setText(this.seconds.output, t("readout.secondsValue", { seconds: format.fixed(history.now.seconds, 1) }));
    setText(this.epoch.output, format.fixed(history.now.epoch, 2));
    setText(this.step.output, format.integer(history.now.step));
    setText(this.speed.output, metrics?.imagesPerSecond ? format.integer(metrics.imagesPerSecond) : none);
  }

  destroy() {
    this.curves.destroy();
    this.views.inside.destroy();
  }

  /** What is looked at. */
  get shown() {
    return this.views[this.services.state.values.view];
  }
}

/** @param {number[]} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
