/**
 * Images with what was answered for them: those answered wrongly stand out. Where they can be picked, arrows go from one
 * to the next, and the grid takes one stop of the Tab key.
 */

import { paintDigit } from "../../charts/digit.js";
import { offerFigure } from "../../charts/take-along.js";
import { arrowOf } from "../../shell/arrows.js";
import { el, setChosen, setText } from "../../shell/dom.js";

/** @import { DigitPair, RulesScore } from "./protocol" */
/** @import { RulesServices } from "./settings.js" */

const PIXELS = 28 * 28;

export class Tiles {
  /** @type {number[]} */
  #indices = [];

  /**
   * @param {RulesServices} services
   * @param {((index: number) => void) | null} onPick
   */
  constructor(services, onPick) {
    this.services = services;
    this.onPick = onPick;
    this.element = el("div", { class: "tiles", role: "group" });
    offerFigure(this.element, () => ({ title: this.element.ariaLabel ?? "" }), services);
    // Then what is in it has the focus.
    if (onPick) this.element.removeAttribute("tabindex");
    this.element.addEventListener("keydown", (event) => this.#move(event));
  }

  /**
   * @param {RulesScore} score
   * @param {DigitPair} pair
   * @param {number | null} picked
   */
  show({ shown, images, right }, pair, picked) {
    const { t, format } = this.services;
    const count = shown.indices.length;
    this.#indices = [...shown.indices];
    while (this.element.childElementCount > count) this.element.lastElementChild?.remove();
    while (this.element.childElementCount < count) this.element.append(this.#createTile(this.element.childElementCount));
    const wrong = images - right;
    this.element.setAttribute("aria-label", t("rules.tiles", { shown: format.integer(count), images: format.integer(images), wrong: format.integer(wrong) }));
    const current = Math.max(0, picked === null ? 0 : this.#indices.indexOf(picked));
    for (const [place, tile] of [...this.element.children].entries()) {
      const digit = String(pair[shown.classes[place] ?? 0]);
      const answer = shown.answers[place] ?? 2;
      const state = answer === shown.classes[place] ? "right" : answer === 2 ? "undecided" : "wrong";
      const name = t(`rules.tile.${state}`, { digit, answer: String(pair[answer] ?? "") });
      tile.setAttribute("aria-label", name);
      tile.setAttribute("title", name);
      tile.className = `tile ${state} ${answer === 1 ? "one" : "zero"}`;
      if (this.onPick) {
        setChosen(tile, this.#indices[place] === picked);
        tile.setAttribute("tabindex", place === current ? "0" : "-1");
      }
      const canvas = tile.querySelector("canvas");
      if (canvas) paintDigit(canvas, shown.pixels.subarray(place * PIXELS, (place + 1) * PIXELS));
      const badge = tile.querySelector("span");
      if (badge) setText(badge, state === "right" ? "" : state === "undecided" ? "?" : String(pair[answer]));
    }
  }

  /** @param {number} place */
  #createTile(place) {
    const parts = [el("canvas", { class: "digit" }), el("span", { "aria-hidden": "true" })];
    const { onPick } = this;
    if (!onPick) return el("div", { role: "img" }, ...parts);
    const pick = () => {
      const index = this.#indices[place];
      if (index !== undefined) onPick(index);
    };
    return el("button", { type: "button", "data-shows": "picture", onclick: pick }, ...parts);
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const tiles = [...this.element.children].filter((tile) => tile instanceof HTMLButtonElement);
    const place = tiles.findIndex((tile) => tile === event.target);
    const columns = getComputedStyle(this.element).gridTemplateColumns.split(" ").length;
    const arrow = arrowOf(event);
    if (place < 0 || !arrow) return;
    event.preventDefault();
    const next = tiles[place + arrow[0] - arrow[1] * columns];
    if (!next) return;
    for (const tile of tiles) tile.setAttribute("tabindex", tile === next ? "0" : "-1");
    next.focus();
  }
}
