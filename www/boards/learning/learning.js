/**
 * How does it find W? A target g drawn by hand, a model f on its way to it, and the divergence between the two, which
 * every step makes smaller.
 */

import { effect } from "@preact/signals-core";
import { el, said } from "../../shell/dom.js";
import { keeping } from "../../shell/kept.js";
import { drawn, whenever } from "../../shell/signals.js";
import { Story } from "../../shell/story/story.js";
import { LearningControls } from "./controls.js";
import { CurveView } from "./curve-view.js";
import { LearningDataCard } from "./data-card.js";
import { settings } from "./settings.js";
import { Fit } from "./fit.js";
import { Formula } from "./formula.js";
import { HistoryView } from "./history-view.js";
import { LearningLossCard } from "./loss-card.js";
import { LearningModelCard } from "./model-card.js";
import { descent } from "./story.js";
import { StripView } from "./strip-view.js";
import { SurfaceView } from "./surface-view.js";
import "./learning.css";

/** @import { MountedBoard } from "../../shell/types" */
/** @import { LearningServices } from "./settings.js" */

export { settings };

const fitFor = keeping(Fit);

/**
 * @param {HTMLElement} root
 * @param {LearningServices} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const fit = fitFor(services);
  const controls = new LearningControls(fit, services);
  const [curves, strip] = [new CurveView(fit, services), new StripView(fit, services)];
  const data = new LearningDataCard(services, curves.pen);
  const model = new LearningModelCard(fit, services);
  const loss = new LearningLossCard(fit, services);
  const formula = new Formula(fit, services);
  const [surface, history] = [new SurfaceView(fit, services), new HistoryView(fit, services)];
  const story = new Story(services, descent(fit, services));
  root.append(
    el("section", { class: "ask" }, el("h1", said("learning.question")), story.element, el("p", { class: "lead", ...said("learning.lead") }), controls.element),
    el("section", { class: "learning-setup" }, data.element, model.element),
    el("section", { class: "learning-stage" }, formula.element, el("div", { class: "sheet stage-sheet" }, curves.element, strip.element)),
    el("section", { class: "learning-outcome" }, loss.element, el("div", { class: "sheet way-sheet" }, surface.element, history.element)),
  );
  fit.enter(() => services.announce(loss.spoken));
  const ends = [
    whenever(() => ({ ...services.state.values }), (values) => fit.follow(values)),
    effect(() => {
      root.dataset.symbol = services.state.values.symbol;
      surface.element.hidden = !fit.isLine;
      history.element.hidden = fit.isLine;
    }),
    ...[controls, data, model, loss, formula, curves, strip].map((part) => drawn(() => part.render())),
    drawn(() => (fit.isLine ? surface : history).render()),
    services.keys.bind({ ...controls.actions, undo: curves.undoing }),
  ];
  return {
    destroy: () => {
      fit.leave();
      story.destroy();
      for (const end of ends) end();
      delete root.dataset.symbol;
      for (const view of [curves, strip, surface, history]) view.destroy();
    },
  };
}
