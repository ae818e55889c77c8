/**
 * What can one line decide? A perceptron by hand and by its learning rule, and the two tables that it cannot have.
 */

import { el, oncePerFrame, said } from "../shell/dom.js";
import { keeping } from "../shell/kept.js";
import { Actions } from "./perceptron/actions.js";
import { Attempts } from "./perceptron/attempts.js";
import { Course } from "./perceptron/course.js";
import { fields } from "./perceptron/fields.js";
import { LearningSettings } from "./perceptron/learning-settings.js";
import { Outcome } from "./perceptron/outcome.js";
import { Stage } from "./perceptron/stage.js";
import { WeightSliders } from "./perceptron/weight-sliders.js";
import "../styles/perceptron.css";

/** @import { MountedBoard } from "../shell/types" */
/** @import { PerceptronServices } from "./perceptron/fields.js" */

export { fields };

/** What has been tried so far; it is not lost with a look at another board. */
const attempts = new Attempts();

const courseFor = keeping(Course);

/**
 * @param {HTMLElement} root
 * @param {PerceptronServices} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const course = courseFor(services);
  course.enter({
    onChange: () => render(),
    onHandRest: () => {
      if (course.answer) attempts.addLine(course.table, course.answer);
      services.announce(`${outcome.score.output.textContent}. ${outcome.wrongText()}`);
      render();
    },
    onVerdict: () => {
      if (course.progress?.verdict === "cycles") attempts.addCycle(course.table);
      services.announce(outcome.verdictText());
    },
  });
  const actions = new Actions(course, services);
  const stage = new Stage(course, attempts, services);
  const outcome = new Outcome(course, services);
  const parts = [actions, stage, outcome, new WeightSliders(course, services), new LearningSettings(course, services)];
  const [, , , sliders, settings] = parts;
  const render = oncePerFrame(() => {
    for (const part of parts) part.render();
  });
  root.append(
    el("section", { class: "ask" }, el("h1", said("perceptron.question")), el("p", { class: "lead", ...said("perceptron.lead") }), actions.element),
    stage.element,
    outcome.element,
    el("section", { class: "setup" }, ...[sliders, settings].map((part) => part?.element ?? "")),
  );
  const unbind = services.keys.bind({ run: () => course.toggle(), step: () => course.step(), reset: () => course.reset() });
  return {
    update: () => {
      course.follow();
      render();
    },
    destroy: () => {
      course.leave();
      render.cancel();
      unbind();
      stage.destroy();
    },
  };
}
