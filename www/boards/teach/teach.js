/**
 * Can it learn from being told right and wrong? A visitor draws, the machine guesses, is told, and learns from that.
 */

import { el, said } from "../../shell/dom.js";
import { Pad } from "../../shell/pad.js";
import { drawn, whenever } from "../../shell/signals.js";
import { Story } from "../../shell/story/story.js";
import { Answer } from "./answer.js";
import { namesOf, settings } from "./settings.js";
import { FileTools } from "./file-tools.js";
import { KindsView } from "./kinds-view.js";
import { lessonFor } from "./lesson.js";
import { ScoreView } from "./score-view.js";
import { StepsView } from "./steps-view.js";
import { teaching } from "./story.js";
import "./teach.css";

/** @import { Action, MountedBoard } from "../../shell/types" */
/** @import { TeachServices } from "./settings.js" */

export { settings };

/**
 * @param {HTMLElement} root
 * @param {TeachServices} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const { state, format } = services;
  const lesson = lessonFor(services);
  /** @param {number} kind */
  const teach = (kind) => {
    if (!lesson.teach(kind)) return;
    pad.replace([]);
    const { outcomes } = lesson;
    const right = format.integer(outcomes.filter(Boolean).length);
    services.announce(services.t("teach.taughtNow", { kind: namesOf(services)[kind] ?? "", right, guesses: format.integer(outcomes.length) }));
  };
  const pad = new Pad({
    strokes: lesson.strokes,
    name: "teach.canvas",
    hint: "teach.hint",
    onChange: () => lesson.look(),
    // What was taught last comes back to the pad.
    undoEarlier: () => {
      const last = lesson.pop();
      if (last) pad.replace(last.strokes.map((stroke) => [...stroke]));
    },
  });
  const answer = new Answer(lesson, services, teach);
  const kinds = new KindsView(lesson, services);
  const score = new ScoreView(lesson, services);
  const steps = new StepsView(lesson);
  const files = new FileTools(lesson, services);
  /** @type {Action} */
  const reset = { name: () => "teach.reset", act: () => lesson.replace([], "teach.dropped") };
  const resetButton = el("button", { type: "button", onclick: reset.act, ...said(reset.name()) });

  const story = new Story(services, teaching(lesson, services));
  root.append(
    el("section", { class: "ask" }, el("h1", said("teach.question")), story.element, el("p", { class: "lead", ...said("teach.lead") })),
    el("section", { class: "drawing" }, pad.element, answer.element),
    el("section", { class: "told" }, kinds.element, el("div", { class: "lesson-tools" }, kinds.add, resetButton, ...files.elements), score.element),
    el("section", { class: "explained" }, steps.element, el("p", { class: "contrast", ...said("teach.contrast") })),
  );
  lesson.takeBack.enter();
  lesson.lastVisit.enter();
  const ends = [
    whenever(() => [state.values.kinds.length, state.values.seed], () => lesson.relearn()),
    ...[answer, kinds, pad, score, steps, files].map((part) => drawn(() => part.render())),
    services.keys.bind({ run: answer.main, reset, undo: pad.undoing }),
  ];
  return {
    destroy: () => {
      for (const end of ends) end();
      lesson.takeBack.leave();
      lesson.lastVisit.leave();
      story.destroy();
      answer.destroy();
      score.destroy();
      pad.destroy();
      files.end();
    },
  };
}
