/**
 * What is learnt, from how many examples and with which seeds, and what is the same in the three ways.
 */

import { createCard } from "../../../shell/card.js";
import { segmented } from "../../../shell/controls.js";
import { el, said, setText } from "../../../shell/dom.js";
import { SeedControls } from "../../../shell/seed-controls.js";
import { EXAMPLES, PRETRAINING_STEPS, STEPS, subjects } from "./plan.js";
import { choices, examplesIn } from "./settings.js";
import { neededFor } from "./taught.js";

/** @import { Key } from "../../../i18n" */
/** @import { KnownRuns } from "./runs.js" */
/** @import { KnownServices } from "./settings.js" */

export class KnownControls {
  /**
   * @param {KnownRuns} runs
   * @param {KnownServices} services
   */
  constructor(runs, services) {
    this.runs = runs;
    this.services = services;
    const { state } = services;
    this.seeds = new SeedControls(runs, {
      services,
      get run() {
        return /** @type {const} */ (`known.run.${runs.subject}`);
      },
      idle: "known.idle",
      doing: () => this.#doing(),
    });
    this.subject = segmented("known.subject", subjects, (subject) => `known.subject.${subject}`, (knownSubject) => state.set({ knownSubject }));
    this.examples = segmented("known.examples.digits", choices.digits, (choice) => `known.examples.${choice}`, (knownExamples) => state.set({ knownExamples }));
    this.drawings = segmented("known.examples.drawn", choices.drawn, (choice) => `known.examples.${choice}`, (knownDrawings) => state.set({ knownDrawings }));
    this.parts = {
      digits: [el("p", { class: "lead", ...said("known.lead.digits") }), chosen("known.examples.digits", this.examples.element)],
      drawn: [el("p", { class: "lead", ...said("known.lead.drawn") }), chosen("known.examples.drawn", this.drawings.element)],
    };
    this.taught = el("span", { role: "status" });
    this.toTeach = el("a", { href: "#/teach", ...said("known.toTeach") });
    this.note = el("p", { class: "known-taught" }, this.taught, " ", this.toTeach);
    this.tenSeeds = el("p", { class: "small", ...said("known.tenSeeds") });
    this.card = createCard({
      id: "known",
      title: "known.same",
      settings: [el("p", { class: "small", ...said("known.sameExplained") }), this.tenSeeds, el("p", { class: "small", ...said("known.drawnExplained") }), ...this.seeds.settings],
    });
    const [leads, examples] = [0, 1].map((part) => subjects.flatMap((subject) => this.parts[subject][part] ?? []));
    this.element = el(
      "section",
      { class: "known-ask" },
      ...(leads ?? []),
      chosen("known.subject", this.subject.element, "known-subject"),
      ...(examples ?? []),
      this.note,
      this.seeds.element,
      this.card.element,
    );
  }

  render() {
    const { t, format, state } = this.services;
    const { runs } = this;
    this.subject.set(runs.subject);
    this.examples.set(state.values.knownExamples);
    this.drawings.set(state.values.knownDrawings);
    for (const subject of subjects) for (const part of this.parts[subject]) part.hidden = subject !== runs.subject;
    this.#renderTaught();
    this.seeds.render();
    this.seeds.element.hidden = !runs.canRun;
    // It answers what is predicted of each number of examples.
    this.tenSeeds.hidden = runs.subject !== "digits" || !EXAMPLES.digits.every((examples) => runs.areOverWith(examples));
    setText(this.card.summary, t("known.sameSummary", { steps: format.integer(STEPS) }));
    setText(this.card.detail, t("known.sameDetail", { seeds: format.integer(state.values.knownSeeds) }));
  }

  /** What there is to learn from, or what is lacking. */
  #renderTaught() {
    const { t, format, state } = this.services;
    const { runs } = this;
    const { taught, subject } = runs;
    this.note.hidden = subject === "digits" || taught.collection === undefined;
    const wanted = examplesIn(state.values);
    // Who has taught nothing is told what all takes that is chosen.
    const lacking = taught.collection ? wanted.find((examples) => !taught.allows(examples)) : wanted.at(-1);
    this.toTeach.hidden = lacking === undefined;
    const values = { kinds: taught.words(this.services), examples: format.integer(lacking ?? 0), needed: format.integer(neededFor(lacking ?? 0)) };
    setText(this.taught, t(lacking === undefined ? "known.taught" : taught.collection ? "known.lacking" : "known.nothing", values));
  }

  /** What it does while it runs. */
  #doing() {
    const { t, format } = this.services;
    const { shown, current } = this.runs;
    const seed = shown.find(({ isOver }) => !isOver)?.seed;
    if (seed === undefined) return null;
    const step = this.runs.pretrainingSteps(seed);
    const values = { seed: format.integer(seed), examples: format.integer(current), step: format.integer(step), steps: format.integer(PRETRAINING_STEPS) };
    return t(step < PRETRAINING_STEPS ? "known.pretraining" : "known.running", values);
  }
}

/** @param {Key} label @param {HTMLElement} choices @param {string} [name] by which styles find it */
function chosen(label, choices, name = "") {
  return el("div", { class: `known-choice ${name}` }, el("span", { class: "caption", "aria-hidden": "true", ...said(label) }), choices);
}
