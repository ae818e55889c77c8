/**
 * Can it learn to read? A network learns handwritten digits, and reads those that are drawn beside it.
 */

import { el, oncePerFrame, said } from "../shell/dom.js";
import { keeping } from "../shell/kept.js";
import { Answer } from "./digits/answer.js";
import { DataCard } from "./digits/data-card.js";
import { fields } from "./digits/fields.js";
import { LossCard } from "./digits/loss-card.js";
import { ModelCard } from "./digits/model-card.js";
import { Pad } from "./digits/pad.js";
import { RunControl } from "./digits/run-control.js";
import { TrainControls } from "./digits/train-controls.js";
import { Views } from "./digits/views.js";
import "../styles/digits.css";

/** @import { Stroke } from "../protocol" */
/** @import { MountedBoard } from "../shell/types" */
/** @import { DigitsServices } from "./digits/fields.js" */

export { fields };

const runFor = keeping(RunControl);

/** What has been drawn; it is not lost with a look at another board. @type {Stroke[]} */
const strokes = [];

/**
 * @param {HTMLElement} root
 * @param {DigitsServices} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const { client, state } = services;
  const run = runFor(services);
  run.enter();
  const controls = new TrainControls(run, services);
  const cards = [new DataCard(services), new ModelCard(services), new LossCard(services)];
  const answer = new Answer(run, services);
  const pad = new Pad(services, strokes);
  const views = new Views(run, services);

  root.append(
    el("section", { class: "ask" }, el("h1", said("digits.question")), el("p", { class: "lead", ...said("digits.lead") }), controls.element),
    el("section", { class: "drawing" }, pad.element, answer.element),
    views.element,
    el("section", { class: "cards" }, ...cards.map((card) => card.element)),
  );

  const parts = [controls, ...cards, answer, pad, views];
  const render = oncePerFrame(() => {
    for (const part of parts) part.render();
  });
  const ends = [
    run.onChange(render),
    client.on("engine", render),
    client.on("data", render),
    client.on("prediction", ({ prediction }) => {
      answer.take(prediction);
      views.takePrediction(prediction);
      render();
    }),
    services.keys.bind({ run: () => run.toggle(), step: () => run.step(), reset: () => run.reset(), undo: () => pad.undo() }),
  ];
  return {
    update: () => {
      run.follow();
      pad.wantActivations = state.values.view === "inside";
      for (const part of parts) part.update();
      render();
    },
    destroy: () => {
      run.leave();
      render.cancel();
      for (const end of ends) end();
      views.destroy();
      pad.destroy();
    },
  };
}
