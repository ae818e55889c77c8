/** The lecture's time: how long it has been going on, and by when the act that is projected is to be over. */

import { signal } from "@preact/signals-core";
import { segmented } from "../shell/controls.js";
import { el, named, said, setText } from "../shell/dom.js";
import { recall, remember } from "../shell/remembered.js";

/** @import { Speech } from "../shell/language.js" */
/** @import { Act } from "./acts.js" */

/** Of a lecture, in minutes. */
const LENGTHS = /** @type {const} */ (["50", "90"]);
const SECOND = 1000;

export class LectureClock {
  #length = signal(LENGTHS.find((minutes) => minutes === recall("lectureLength")) ?? LENGTHS[0]);
  #startedAt = signal(Date.now());
  #now = signal(Date.now());

  /** @param {Speech} speech */
  constructor(speech) {
    this.speech = speech;
    this.time = el("output", { class: "presenter-clock", "aria-live": "off", ...named("presenter.clock") });
    this.planned = el("p", { class: "small" });
    this.lengths = segmented("presenter.length", LENGTHS, (minutes) => `presenter.${minutes}`, (minutes) => {
      this.#length.value = minutes;
      remember("lectureLength", minutes);
    });
    const restart = el("button", { type: "button", onclick: () => void (this.#startedAt.value = Date.now()), ...said("presenter.restart") });
    this.element = el("div", { class: "presenter-time" }, this.time, this.planned, this.lengths.element, restart);
  }

  tick() {
    this.#now.value = Date.now();
  }

  renderTime() {
    const seconds = Math.max(0, Math.floor((this.#now.value - this.#startedAt.value) / SECOND));
    setText(this.time, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
  }

  /** @param {Act[]} acts @param {number} index of the one that is projected */
  renderPlan(acts, index) {
    const { t, format } = this.speech;
    const length = this.#length.value;
    const act = acts[index];
    const until = acts.slice(0, index + 1).reduce((sum, { minutes }) => sum + minutes[length], 0);
    this.lengths.set(length);
    setText(this.planned, act ? t("presenter.planned", { minutes: format.integer(act.minutes[length]), until: format.integer(until), length }) : "");
  }
}
