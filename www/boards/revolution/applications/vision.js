/**
 * VisionApplication: a small network that learns to read digits.
 */

import { colour } from "../../../charts/colours.js";
import { paintDigit } from "../../../charts/digit.js";
import { el, setText } from "../../../shell/dom.js";
import { visionLesson } from "./settings.js";
import { LessonRun } from "./lesson-run.js";

/** @import { VisionLesson, VisionProgress } from "./protocol" */
/** @import { ApplicationsServices } from "./settings.js" */
/** @import { Listeners } from "./index.js" */

const PIXELS = 28 * 28;
/** Six times through 2,000 images in batches of 32. */
const END = 6 * 63;

export class VisionApplication {
  id = /** @type {const} */ ("vision");
  changed = /** @type {const} */ ("data");
  /** @type {HTMLElement[]} */
  settings = [];

  /** @type {{ figure: HTMLElement, canvas: HTMLCanvasElement, answer: HTMLElement }[]} */
  #images = [];
  /** What the canvases show: other images, or in other colours. */
  #painted = "";

  /**
   * @param {ApplicationsServices} services
   * @param {Listeners} listeners
   */
  constructor(services, listeners) {
    this.services = services;
    /** @type {LessonRun<VisionLesson, VisionProgress>} */
    this.run = new LessonRun({
      id: this.id,
      lesson: () => visionLesson(services.state.values),
      ask: (question) => services.ask("applicationsVision", question),
      end: END,
      perSecond: 90,
      atOnce: 3,
      goesOn: false,
      ...listeners,
    });
    this.waiting = el("p", { class: "application-waiting" });
    this.grid = el("div", { class: "vision-grid" });
    this.picture = el("div", { class: "vision-picture" }, this.waiting, this.grid);
  }

  headline() {
    return this.services.format.percent(this.run.progress?.accuracy ?? 0, 1);
  }

  /** @param {number} loss */
  format(loss) {
    return this.services.format.fixed(loss, 3);
  }

  render() {
    const { t } = this.services;
    const { progress } = this.run;
    setText(this.waiting, progress ? "" : t("fields.vision.waiting"));
    if (!progress) return;
    const { labels, predicted, confidence, pixels } = progress;
    while (this.#images.length < labels.length) this.#add();
    // Painting them anew with every batch would hold up the page.
    const look = `${colour(this.picture, "ink")} ${labels}`;
    for (const [index, { figure, canvas, answer }] of this.#images.entries()) {
      const label = String(labels[index]);
      const read = String(predicted[index]);
      const sure = this.services.format.percent(confidence[index] ?? 0, 0);
      figure.classList.toggle("wrong", read !== label);
      figure.style.setProperty("--sure", (confidence[index] ?? 0).toFixed(2));
      setText(answer, read);
      canvas.setAttribute("aria-label", t(read === label ? "fields.vision.right" : "fields.vision.wrong", { label, read, sure }));
      if (look !== this.#painted) paintDigit(canvas, pixels.subarray(index * PIXELS, (index + 1) * PIXELS));
    }
    this.#painted = look;
  }

  destroy() {
    this.run.destroy();
  }

  #add() {
    const canvas = el("canvas", { class: "digit", role: "img" });
    const answer = el("span", { class: "vision-answer" });
    const caption = el("figcaption", { "aria-hidden": "true" }, answer, el("span", { class: "vision-bar" }));
    const figure = el("figure", { class: "vision-image" }, canvas, caption);
    this.#images.push({ figure, canvas, answer });
    this.grid.append(figure);
  }
}
