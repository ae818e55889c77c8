/**
 * A digit on paper before the camera: found, cut out, read, and taken in as what its writer says it is.
 */

import { paintDigit } from "../../../charts/digit.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { drawn } from "../../../shell/signals.js";
import { CLASSES, INPUTS } from "../sizes.js";
import { Camera } from "./camera.js";
import { CameraSwitch } from "./camera-switch.js";

/** @import { RunControl } from "../run-control.js" */
/** @import { DigitsServices } from "../settings.js" */
/** @import { ClassCollection } from "./collection.js" */

/** The longer side of what is looked at: a digit that fills a fifth of it is still as large as MNIST's. */
const SIDE = 320;

export class PaperCamera {
  /** What is in view. @type {Uint8Array | null} */
  #pixels = null;

  /**
   * @param {ClassCollection} collection
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(collection, run, services) {
    this.collection = collection;
    this.run = run;
    this.services = services;
    this.video = el("video", { class: "class-camera", muted: true, playsinline: true, ...named("handwriting.cameraView") });
    this.seen = el("canvas", { class: "digit seen", role: "img", ...named("pad.seen") });
    this.words = el("p", { role: "status" });
    const keep = (/** @type {number} */ digit) => el("button", { type: "button", onclick: () => this.#keep(digit) }, String(digit));
    this.choice = el("div", { class: "class-ways", role: "group", ...named("handwriting.paperKeep") }, ...Array.from({ length: CLASSES }, (_, digit) => keep(digit)));
    this.content = el("div", { hidden: true }, el("p", { class: "small", ...said("handwriting.paperHint") }), this.video, this.seen, this.words, el("p", { class: "caption", ...said("handwriting.paperKeep") }), this.choice);
    this.camera = new Camera(this.video, async () => (video) => this.#look(video), (pixels) => this.#show(pixels));
    const { button, refusal } = new CameraSwitch(this.camera, this.content, "handwriting.paper", services);
    button.addEventListener("click", () => this.#show(null));
    this.element = el("div", { class: "class-paper" }, button, refusal, this.content);
    this.end = drawn(() => this.#render());
  }

  destroy() {
    this.camera.stop();
    this.end();
  }

  /** @param {Uint8Array | null} pixels */
  #show(pixels) {
    this.#pixels = pixels;
    paintDigit(this.seen, pixels ?? new Uint8Array(INPUTS));
    for (const button of this.choice.querySelectorAll("button")) button.disabled = pixels === null;
    this.collection.readPaper(pixels, this.run);
  }

  /** @param {HTMLVideoElement} video @returns {Promise<(Uint8Array | null)[]>} what is in view, or that nothing is */
  async #look(video) {
    const scale = SIDE / Math.max(video.videoWidth, video.videoHeight);
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    if (!context || !(width > 0 && height > 0)) return [];
    context.drawImage(video, 0, 0, width, height);
    const found = await this.services.ask("handwritingFound", { photograph: { rgba: context.getImageData(0, 0, width, height).data, width, height } });
    return found === undefined ? [] : [found];
  }

  /** @param {number} digit */
  #keep(digit) {
    if (this.#pixels) this.collection.takePaper(this.#pixels, digit, this.services.t("handwriting.paperName"));
  }

  #render() {
    const { t, format } = this.services;
    const { paper } = this.collection;
    setText(this.words, paper ? t("handwriting.paperRead", { digit: this.run.nameOf(paper.digit), sure: format.percent(paper.confidence, 0) }) : t("handwriting.paperNone"));
  }
}

const context = new OffscreenCanvas(SIDE, SIDE).getContext("2d", { willReadFrequently: true });
