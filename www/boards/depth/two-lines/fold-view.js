/**
 * The large picture: the plane of the inputs with the answer everywhere on it, folded by the hidden layer into the
 * space of h1 and h2, as far as the slider says.
 */

import { signal } from "@preact/signals-core";
import { clip, cornersOf, flipped } from "../../../charts/half-plane.js";
import { offerPlane } from "../../../charts/offer-plane.js";
import { Plane } from "../../../charts/plane.js";
import { el, named, setText } from "../../../shell/dom.js";
import { eased } from "../../../shell/motion.js";
import { view } from "./settings.js";
import { labelSides } from "./label-sides.js";
import { axisNames, written } from "./names.js";
import { foldOf, piecesOf, truthTable } from "./network.js";

/** @import { Key } from "../../../i18n" */
/** @import { Action } from "../../../shell/types" */
/** @import { Lines } from "./lines.js" */
/** @import { Signal } from "@preact/signals-core" */
/** @import { TwoLinesServices } from "./settings.js" */
/** @import { Network } from "./network.js" */

const WHOLE = 100;
/** From one end to the other. */
const DURATION_MS = 2200;
/** What one press of the key for a single step folds. */
const STEP = 10;

const still = matchMedia("(prefers-reduced-motion: reduce)");

export class FoldView {
  #frame = 0;
  /** While it moves by itself, in hundredths. @type {Signal<number | null>} */
  #moving = signal(null);

  /**
   * @param {Lines} lines
   * @param {TwoLinesServices} services
   */
  constructor(lines, services) {
    this.lines = lines;
    this.services = services;
    this.plane = new Plane({
      view,
      lines: 3,
      focusable: false,
      onMove: (index, unit) => lines.moveLine(index, unit),
    });
    this.before = axisNames("x", { numbers: true });
    this.after = axisNames("h", { numbers: true });
    this.plane.element.append(this.before, this.after);
    /** @type {Action} */
    this.folding = { name: () => this.#act, act: () => this.toggle() };
    this.button = el("button", { type: "button", class: "main", onclick: this.folding.act });
    this.slider = el("input", { type: "range", min: 0, max: WHOLE, step: 1, ...named("twoLines.fold") });
    this.slider.addEventListener("input", () => this.#to(Number(this.slider.value)));
    const end = (/** @type {string} */ text) => el("span", { class: "fold-end", "aria-hidden": "true" }, text);
    const [from, to] = [end(`(${written("x1")}, ${written("x2")})`), end(`(${written("h1")}, ${written("h2")})`)];
    this.element = el(
      "section",
      { class: "fold-stage", ...named("twoLines.foldPicture") },
      el("div", { class: "sheet" }, this.plane.element, el("div", { class: "fold-controls" }, this.button, from, this.slider, to)),
    );
    offerPlane(this.plane, this.element, () => this.#told(), services);
  }

  /** @param {Network} network */
  render(network) {
    const { t } = this.services;
    const moving = this.#moving.value;
    const fold = moving ?? this.lines.values.fold;
    setText(this.button, t(this.folding.name()));
    this.slider.value = String(fold);
    this.slider.setAttribute("aria-valuetext", t("twoLines.folded", { part: this.services.format.percent(fold / WHOLE, 0) }));
    this.plane.show(() => this.#draw(network, fold / WHOLE));
  }

  /** @returns {Key} */
  get #act() {
    if (this.#moving.value !== null) return "twoLines.pause";
    return this.#target(this.lines.values.fold) === 0 ? "twoLines.unfold" : "twoLines.fold";
  }

  /** Whose axes those are that are nearer. */
  #told() {
    const letter = (this.#moving.value ?? this.lines.values.fold) < WHOLE / 2 ? "x" : "h";
    return { title: this.services.t("twoLines.foldPicture"), x: written(`${letter}1`), y: written(`${letter}2`) };
  }

  /** Folds, or unfolds, before the eyes. */
  toggle() {
    if (this.#moving.value !== null) return this.#to(Math.round(this.#moving.value));
    const from = this.lines.values.fold;
    const to = this.#target(from);
    if (still.matches) return this.#to(to);
    const began = performance.now();
    const duration = (DURATION_MS * Math.abs(to - from)) / WHOLE;
    const frame = () => {
      const part = (performance.now() - began) / duration;
      if (part >= 1) return this.#to(to);
      this.#moving.value = from + (to - from) * eased(part);
      this.#frame = requestAnimationFrame(frame);
    };
    frame();
  }

  step() {
    const { fold } = this.lines.values;
    this.#to(fold >= WHOLE ? 0 : Math.min(WHOLE, fold + STEP));
  }

  /** Wherever it is, it stays there. */
  stop() {
    cancelAnimationFrame(this.#frame);
    this.#moving.value = null;
  }

  destroy() {
    this.stop();
    this.plane.destroy();
  }

  /** @param {number} fold */
  #to(fold) {
    this.stop();
    this.lines.change({ fold });
  }

  /** Where a press of the button leads. @param {number} fold */
  #target(fold) {
    return fold >= WHOLE ? 0 : WHOLE;
  }

  /** @param {Network} network @param {number} part folded */
  #draw(network, part) {
    const { plane } = this;
    const whole = cornersOf(view);
    const folded = foldOf(network, view);
    const pieces = piecesOf(network, view).map(({ polygon, hidden, output }) => ({
      polygon: polygon.map((point) => folded(point, hidden, part)),
      kind: `${kindOf(output)} patch`,
    }));
    // The hidden space's own two sides come into view as the pieces leave room.
    plane.showPieces([
      { polygon: clip(whole, network[2]), kind: "one", opacity: part * part },
      { polygon: clip(whole, flipped(network[2])), kind: "zero", opacity: part * part },
      ...pieces,
    ]);
    const [early, late] = [Math.max(0, 1 - 3 * part), Math.max(0, 3 * part - 2)];
    for (const [index, line] of plane.lines.entries()) {
      const unit = network[index];
      if (unit) line.show(unit, { part: index === 2 ? late : early });
    }
    this.before.style.opacity = String(early);
    this.after.style.opacity = String(late);
    // Between the two planes there are no axes to be read against.
    plane.grid.style.opacity = String(Math.max(early, late));
    const names = labelSides(network, view);
    plane.showPoints(
      truthTable(network).map(({ input, hidden, output, target }, index) => ({
        ...folded(input, hidden, part),
        kind: kindOf(target),
        // An input keeps its name wherever it comes to; a bare pair beside the axes of h would be read as a place there.
        label: `x = (${input.x}, ${input.y})`,
        labelSide: names[index],
        wrong: output !== target,
      })),
    );
  }
}

/** @param {number} value @returns {"one" | "zero"} */
function kindOf(value) {
  return value === 1 ? "one" : "zero";
}
