/**
 * Keeping the drawings as a file, and taking such a file up.
 */

import { el, said, setText } from "../../shell/dom.js";
import { saveFile } from "../../shell/saving.js";
import { fileLimits, readCollection, writeCollection } from "./drawings-file.js";
import { namesOf } from "./settings.js";

/** @import { TeachServices } from "./settings.js" */
/** @import { TeachLesson } from "./lesson.js" */

/** @typedef {"teach.file.foreign" | "teach.file.newer" | "teach.file.damaged"} Problem */

export class FileTools {
  /** Why the last file was refused, to be said in the language that is spoken. @type {Problem | null} */
  #problem = null;

  /**
   * @param {TeachLesson} lesson
   * @param {TeachServices} services
   */
  constructor(lesson, services) {
    this.lesson = lesson;
    this.services = services;
    this.save = el("button", { type: "button", class: "secondary", onclick: () => this.#save(), ...said("teach.save") });
    this.file = el("input", { type: "file", class: "unseen", accept: ".json,application/json", tabindex: -1, "aria-hidden": "true" });
    this.file.addEventListener("change", () => void this.#load());
    this.load = el("button", { type: "button", class: "secondary", onclick: () => this.file.click(), ...said("teach.load") });
    this.refusal = el("p", { class: "field-error", role: "status" });
    this.elements = [this.save, this.load, this.file, this.refusal];
  }

  render() {
    this.save.disabled = this.lesson.drawings.length === 0;
    setText(this.refusal, this.#problem ? this.services.t(this.#problem) : "");
  }

  #save() {
    saveFile("chalknet-drawings.json", "application/json", writeCollection({ kinds: namesOf(this.services), drawings: this.lesson.taught }));
  }

  async #load() {
    const file = this.file.files?.[0];
    if (!file) return;
    const read = file.size > fileLimits.bytes ? { problem: /** @type {const} */ ("teach.file.foreign") } : readCollection(await file.text());
    // The same file can be taken again.
    this.file.value = "";
    this.#problem = "problem" in read ? read.problem : null;
    this.render();
    if ("problem" in read) return;
    this.lesson.replace(read.drawings, "teach.loaded", read.kinds);
    this.services.announce(this.services.t("teach.loaded"));
  }
}
