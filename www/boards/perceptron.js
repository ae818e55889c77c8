/**
 * What can one line decide? A perceptron by hand and by its learning rule, and the two tables that it cannot have.
 */

import { el, said } from "../shell/dom.js";
import { keeping } from "../shell/kept.js";
import { drawn, whenever } from "../shell/signals.js";
import { Actions } from "./perceptron/actions.js";
import { Course } from "./perceptron/course.js";
import { fields, lessonOf } from "./perceptron/fields.js";
import { LearningSettings } from "./perceptron/learning-settings.js";
import { Outcome } from "./perceptron/outcome.js";
import { Stage } from "./perceptron/stage.js";
import { WeightSliders } from "./perceptron/weight-sliders.js";
import "../styles/perceptron.css";

/** @import { MountedBoard } from "../shell/types" */
/** @import { PerceptronServices } from "./perceptron/fields.js" */

export { fields };

const courseFor = keeping(Course);

/**
 * @param {HTMLElement} root
 * @param {PerceptronServices} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const course = courseFor(services);
  const actions = new Actions(course, services);
  const stage = new Stage(course, services);
  const outcome = new Outcome(course, services);
  const [sliders, settings] = [new WeightSliders(course, services), new LearningSettings(course, services)];
  root.append(
    el("section", { class: "ask" }, el("h1", said("perceptron.question")), el("p", { class: "lead", ...said("perceptron.lead") }), actions.element),
    stage.element,
    outcome.element,
    el("section", { class: "setup" }, sliders.element, settings.element),
  );
  course.enter({
    onHandRest: () => {
      if (course.answer) course.attempts.addLine(course.table, course.answer);
      services.announce(`${outcome.score.output.textContent}. ${outcome.wrongText()}`);
    },
    onVerdict: () => {
      if (course.progress?.verdict === "cycles") course.attempts.addCycle(course.table);
      services.announce(outcome.verdictText());
    },
  });
  const ends = [
    whenever(() => lessonOf(services.state.values), (lesson) => course.follow(lesson)),
    ...[actions, stage, outcome, sliders, settings].map((part) => drawn(() => part.render())),
    services.keys.bind({ run: () => course.toggle(), step: () => course.step(), reset: () => course.reset() }),
  ];
  return {
    destroy: () => {
      course.leave();
      for (const end of ends) end();
      stage.destroy();
    },
  };
}
