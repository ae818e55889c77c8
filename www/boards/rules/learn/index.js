/**
 * Let it learn: a network for the same two digits, scored on the same new data, and another one that has seen such data.
 */

import { ActionButtons } from "../../../shell/actions.js";
import { readout, switchField } from "../../../shell/controls.js";
import { el, said, setText } from "../../../shell/dom.js";
import { isLost, lackOf, loadedPart } from "../../../shell/lack.js";
import { drawn } from "../../../shell/signals.js";
import { Evidence } from "../evidence.js";
import { distortionOf, isOriginal, together } from "../settings.js";
import { PairField } from "../pair-field.js";
import { Sweep } from "../sweep.js";
import { trialFor } from "../trial.js";
import { learnAct } from "../story.js";
import { LEARNT } from "./learnt.js";
import { TrainingProgress } from "./progress.js";
import { ScoreTable } from "./score-table.js";

/** @import { RunActions } from "../../../shell/types" */
/** @import { RulesServices } from "../settings.js" */

export class Learn {
  /** @param {RulesServices} services */
  constructor(services) {
    const trial = trialFor(services);
    this.trial = trial;
    this.services = services;
    this.sweep = new Sweep(trial);
    this.pair = new PairField(trial);
    this.seen = switchField("rules.seen", (seen) => {
      trial.lesson.pause();
      trial.set({ seen });
    });
    // Which lesson it is depends on what the network sees.
    /** @type {RunActions} */
    this.actions = {
      run: {
        name: () => (trial.lesson.isOn ? "rules.pause" : trial.lesson.isDone ? "rules.trainOn" : "rules.train"),
        act: () => trial.lesson.toggle(),
        isOff: () => isLost(this.#lack) && !trial.lesson.isOn,
      },
      step: { name: () => "rules.trainStep", act: () => trial.lesson.stepOn(), isOff: () => isLost(this.#lack) },
      reset: { name: () => "rules.reset", act: () => trial.resetLesson() },
    };
    this.buttons = new ActionButtons(this.actions, services);
    this.stepsDone = readout("rules.step");
    this.epoch = readout("rules.epoch");
    this.state = el("p", { class: "lesson-state", role: "status" });
    this.bring = el("button", { type: "button", onclick: () => this.sweep.start(together), ...said("rules.bringNew") });
    this.missing = el("div", { class: "no-new-data" }, el("p", said("rules.noNewData")), this.bring);
    this.table = new ScoreTable(trial, services);
    this.progress = new TrainingProgress(trial, services);
    this.evidence = new Evidence(trial, services, { canPick: false });
    this.element = el(
      "div",
      { class: "rules-trial" },
      el(
        "section",
        { class: "rules-ask" },
        el("p", { class: "lead", ...said("rules.learnLead") }),
        this.pair.element,
        el("div", { class: "controls" }, ...this.buttons.elements),
        this.seen.element,
        el("div", { class: "lesson-counts" }, this.stepsDone.element, this.epoch.element),
        this.state,
        this.missing,
      ),
      el("section", { class: "sheet verdict-sheet" }, this.table.element, this.progress.element),
      this.evidence.element,
    );
    this.act = learnAct(trial, services);
    this.ends = [
      drawn(() => this.#render()),
      ...[this.pair, this.table, this.progress].map((part) => drawn(() => part.render())),
      drawn(() => this.evidence.render(trial.lesson.scores)),
    ];
  }

  #render() {
    const { trial, services } = this;
    const { format } = services;
    const { lesson, values } = trial;
    const { scores } = lesson;
    this.buttons.render();
    this.seen.set(values.seen);
    setText(this.stepsDone.output, format.integer(scores?.step ?? 0));
    setText(this.epoch.output, format.fixed(scores?.epoch ?? 0, 2));
    setText(this.state, this.#stateText());
    this.missing.hidden = !isOriginal(distortionOf(values));
  }

  /** What it needs to begin and does not have yet. */
  get #lack() {
    return lackOf(this.services.client);
  }

  destroy() {
    for (const end of this.ends) end();
    this.sweep.stop();
    this.progress.destroy();
    this.trial.lesson.pause();
  }

  /** New data is another matter to the network than what it has learnt. */
  get #isLost() {
    const { distorted } = this.trial.lesson.scores ?? {};
    return distorted !== undefined && distorted.right / distorted.images < LEARNT;
  }

  #stateText() {
    const { services } = this;
    const { t, format } = services;
    const { lesson, values } = this.trial;
    const lack = lesson.hasLearnt ? null : this.#lack;
    if (lack) return t(`state.waiting-for-${lack}`, { part: format.percent(loadedPart(services.client), 0) });
    if (lesson.isOn) return t("state.running");
    if (!lesson.hasLearnt) return t("state.idle");
    if (!lesson.isDone) return t("state.paused");
    const part = format.percent(lesson.accuracy, 1);
    if (lesson.accuracy < LEARNT) return t("rules.notLearnt", { part });
    if (values.seen) return t("rules.learntSeen", { part });
    return t(isOriginal(distortionOf(values)) ? "rules.learntPlain" : this.#isLost ? "rules.learntNarrow" : "rules.learntWide");
  }
}
