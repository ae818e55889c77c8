/**
 * Keeping the drawings as a file, and taking such a file up.
 */

import { el, said, setText } from "../../shell/dom.js";
import { fileChooser, whenDropped } from "../../shell/opening.js";
import { saveFile } from "../../shell/saving.js";
import { fileLimits, readCollection, writeCollection } from "../../shell/drawings-file.js";
import { namesOf } from "./settings.js";

/** @import { Problem } from "../../shell/drawings-file.js" */
/** @import { TeachServices } from "./settings.js" */
/** @import { TeachLesson } from "./lesson.js" */

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
    const { input, choose } = fileChooser(".json,application/json", (file) => void this.#load(file));
    this.load = el("button", { type: "button", class: "secondary", onclick: choose, ...said("teach.load") });
    this.refusal = el("p", { class: "field-error", role: "status" });
    this.end = whenDropped(([file]) => void (file && this.#load(file)));
    this.elements = [this.save, this.load, input, this.refusal];
  }

  render() {
    this.save.disabled = this.lesson.drawings.length === 0;
    setText(this.refusal, this.#problem ? this.services.t(`teach.file.${this.#problem}`) : "");
  }

  #save() {
    saveFile("chalknet-drawings.json", "application/json", writeCollection({ kinds: namesOf(this.services), drawings: this.lesson.taught }));
  }

  /** @param {File} file */
  async #load(file) {
    const read = file.size > fileLimits.bytes ? { problem: /** @type {const} */ ("foreign") } : readCollection(await file.text().catch(() => ""));
    this.#problem = "problem" in read ? read.problem : null;
    this.render();
    if ("problem" in read) return;
    this.lesson.replace(read.drawings, "teach.loaded", read.kinds);
    this.services.announce(this.services.t("teach.loaded"));
  }
}
