/**
 * What can one line decide? A perceptron by hand and by its learning rule, and the two tables that it cannot have.
 */

import { el, said } from "../../shell/dom.js";
import { keeping } from "../../shell/kept.js";
import { drawn, whenever } from "../../shell/signals.js";
import { Story } from "../../shell/story/story.js";
import { PerceptronControls } from "./controls.js";
import { PerceptronRun } from "./run.js";
import { settings, lessonOf } from "./settings.js";
import { Neuron } from "./neuron.js";
import { LearningSettings } from "./learning-settings.js";
import { PerceptronOutcome } from "./outcome.js";
import { Stage } from "./stage.js";
import { ladder } from "./story.js";
import { WeightSliders } from "./weight-sliders.js";
import "./perceptron.css";

/** @import { MountedBoard } from "../../shell/types" */
/** @import { PerceptronServices } from "./settings.js" */

export { settings };

const runFor = keeping(PerceptronRun);

/**
 * @param {HTMLElement} root
 * @param {PerceptronServices} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const run = runFor(services);
  const controls = new PerceptronControls(run, services);
  const stage = new Stage(run, services);
  const outcome = new PerceptronOutcome(run, services);
  const [sliders, settings] = [new WeightSliders(run, services), new LearningSettings(run, services)];
  const neuron = new Neuron(run, services);
  const story = new Story(services, ladder(run, services));
  root.append(
    el("section", { class: "ask" }, el("h1", said("perceptron.question")), story.element, el("p", { class: "lead", ...said("perceptron.lead") }), controls.element),
    stage.element,
    outcome.element,
    el("section", { class: "setup" }, sliders.element, settings.element, neuron.element),
  );
  run.enter({
    onHandRest: () => {
      if (run.answer) run.attempts.addLine(run.table, run.answer);
      services.announce(`${outcome.score.output.textContent}. ${outcome.wrongText()}`);
    },
    onVerdict: () => {
      if (run.progress?.verdict === "cycles") run.attempts.addCycle(run.table);
      if (run.progress?.verdict === "converged") run.attempts.addSolution(run.table);
      services.announce(outcome.verdictText());
    },
  });
  const ends = [
    whenever(() => lessonOf(services.state.values), (lesson) => run.follow(lesson)),
    ...[controls, stage, outcome, sliders, settings, neuron].map((part) => drawn(() => part.render())),
    services.keys.bind(controls.actions),
  ];
  return {
    destroy: () => {
      run.leave();
      story.destroy();
      for (const end of ends) end();
      stage.destroy();
    },
  };
}
