/**
 * How rules or a network do: on the training images and on new data, in numbers and image by image.
 */

import { readout } from "../../shell/controls.js";
import { el, said, setText } from "../../shell/dom.js";
import { NewDataControls } from "./new-data-controls.js";
import { Tiles } from "./tiles.js";

/** @import { RulesScore, RulesScores } from "./protocol" */
/** @import { RulesServices } from "./settings.js" */
/** @import { Trial } from "./trial.js" */

/** @typedef {{ number: ReturnType<typeof readout>, detail: HTMLElement, tiles: Tiles, head: HTMLElement, element: HTMLElement }} Panel */

export class Evidence {
  /**
   * @param {Trial} trial
   * @param {RulesServices} services
   * @param {{ canPick: boolean }} options
   */
  constructor(trial, services, { canPick }) {
    this.trial = trial;
    this.services = services;
    this.canPick = canPick;
    const toggle = () => trial.set({ show: trial.values.show === "wrong" ? "all" : "wrong" });
    this.wrong = el("button", { type: "button", class: "chip secondary", onclick: toggle, ...said("rules.wrongOnly") });
    this.training = this.#panel("training");
    this.new = this.#panel("new");
    this.training.head.append(this.wrong);
    this.controls = new NewDataControls(trial);
    this.new.element.append(this.controls.element);
    this.element = el("section", { class: "evidence" }, this.training.element, this.new.element);
  }

  /** @param {RulesScores | null} scores */
  render(scores) {
    const { t, format } = this.services;
    const { values } = this.trial;
    this.wrong.setAttribute("aria-pressed", String(values.show === "wrong"));
    this.controls.render(this.services);
    this.element.classList.toggle("waiting", scores === null);
    this.#showScore(this.training, scores?.training ?? null, "training");
    this.#showScore(this.new, scores?.distorted ?? null, "new");
    if (!scores) {
      setText(this.training.detail, this.#waitingText());
      return setText(this.new.detail, "");
    }
    setText(this.training.detail, this.#countText(scores.training));
    const { right, images } = scores.original;
    setText(this.new.detail, t("rules.beside", { original: format.percent(right / images, 1), undecided: this.#undecidedText(scores.distorted) }));
  }

  /** @param {"training" | "new"} set @returns {Panel} */
  #panel(set) {
    const number = readout(set === "training" ? "rules.accuracyTraining" : "rules.accuracyNew", { className: "accuracy" });
    const detail = el("p", { class: "small" });
    const pick = (/** @type {number} */ image) => this.trial.set({ set, image });
    const tiles = new Tiles(this.services, this.canPick ? pick : null);
    const head = el("div", { class: "evidence-head" }, number.element, detail);
    return { number, detail, tiles, head, element: el("div", { class: `sheet evidence-${set}` }, head, tiles.element) };
  }

  /**
   * @param {Panel} panel
   * @param {RulesScore | null} score
   * @param {"training" | "new"} set
   */
  #showScore({ number, tiles }, score, set) {
    const { pair, set: pickedSet, image } = this.trial.values;
    setText(number.output, score ? this.services.format.percent(score.right / score.images, 1) : "–");
    tiles.element.hidden = !score;
    if (score) tiles.show(score, pair, this.canPick && set === pickedSet ? image : null);
  }

  /** @param {RulesScore} score */
  #countText(score) {
    const { t, format } = this.services;
    const values = { right: format.integer(score.right), images: format.integer(score.images), undecided: this.#undecidedText(score) };
    return t("rules.rightOf", values);
  }

  /** @param {RulesScore} score */
  #undecidedText({ undecided }) {
    const { t, format } = this.services;
    return undecided > 0 ? t("rules.undecided", { count: format.integer(undecided) }) : "";
  }

  #waitingText() {
    const { t, format, client } = this.services;
    const data = client.latest("data")?.data;
    if (data?.complete) return t("rules.noImages");
    return t("rules.waiting", { part: format.percent(data?.totalBytes ? data.loadedBytes / data.totalBytes : 0, 0) });
  }
}
