/**
 * What can one line decide? A perceptron by hand and by its learning rule, and the two tables that it cannot have.
 */

import { el, said } from "../../shell/dom.js";
import { keeping } from "../../shell/kept.js";
import { drawn, whenever } from "../../shell/signals.js";
import { Actions } from "./actions.js";
import { Course } from "./course.js";
import { fields, lessonOf } from "./fields.js";
import { LearningSettings } from "./learning-settings.js";
import { Outcome } from "./outcome.js";
import { Stage } from "./stage.js";
import { WeightSliders } from "./weight-sliders.js";
import "./perceptron.css";

/** @import { MountedBoard } from "../../shell/types" */
/** @import { PerceptronServices } from "./fields.js" */

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
