/**
 * Points as text: those that there are can be taken away, what is pasted is read, and the lines that are no point are
 * named.
 */

import { signal } from "@preact/signals-core";
import { el, named, said, tipped } from "../../../shell/dom.js";
import { icon } from "../../../shell/icons.js";
import { Newest } from "../../../shell/newest.js";
import { MOST_POINTS, pointsIn, pointsToShow } from "./own-points.js";
import { savePoints } from "./points-file.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { ParsedPoints } from "./protocol" */
/** @import { PlaygroundRun } from "./run.js" */
/** @import { PlaygroundServices } from "./settings.js" */

/** More bad lines than these are only counted. */
const MOST_NAMED = 20;

export class CsvPanel {
  /** What was read last, to be said in the language that is spoken. @type {Signal<ParsedPoints | null>} */
  #parsed = signal(null);

  /**
   * @param {PlaygroundRun} run
   * @param {PlaygroundServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.parsing = new Newest(
      (/** @type {string} */ text) => services.ask("playgroundParsePoints", { text }),
      (parsed) => {
        const { points } = pointsToShow(parsed);
        this.#parsed.value = parsed;
        if (points.length > 0) services.state.set({ data: "own", own: points });
      },
    );
    this.text = el("textarea", { rows: 8, spellcheck: "false", placeholder: "0.5, -0.2, 1\n-0.3, 0.8, 0", ...named("playground.csv.text") });
    this.result = el("div", { class: "csv-result", role: "status" });
    this.panel = el("div", { id: "csv-panel", class: "panel settings csv-panel", popover: "auto", role: "dialog", ...named("playground.csv.title") });
    const close = el("button", { type: "button", class: "icon-button", onclick: () => this.panel.hidePopover(), ...tipped("notice.close") }, icon("close"));
    this.panel.append(
      el("div", { class: "panel-head" }, el("h2", said("playground.csv.title")), close),
      el("p", { class: "small", ...said("playground.csv.explained") }),
      this.text,
      el(
        "div",
        { class: "csv-buttons" },
        el("button", { type: "button", onclick: () => this.parsing.ask(this.text.value), ...said("playground.csv.take") }),
        el("button", { type: "button", onclick: () => run.info && savePoints(run.info), ...said("playground.csv.save") }),
      ),
      this.result,
    );
    this.panel.addEventListener("toggle", (event) => {
      if (event instanceof ToggleEvent && event.newState === "open") this.#show();
    });
    // Own points are put in beside the plane, those that are made in their settings.
    const opener = () => el("button", { type: "button", class: "quiet", popovertarget: "csv-panel", ...said("playground.csv.open") });
    this.buttons = { own: opener(), made: opener() };
  }

  render() {
    const parsed = this.#parsed.value;
    const words = parsed ? this.#words(parsed) : [];
    // Put there anew, the same words would be read out anew.
    const shown = el("div", {}, ...words);
    if (shown.innerHTML !== this.result.innerHTML) this.result.replaceChildren(...words);
  }

  /** The points that there are, as they could be kept elsewhere. */
  #show() {
    this.#parsed.value = null;
    this.text.value = this.#points.map((columns) => columns.join(", ")).join("\n");
  }

  /** Those that train, then those that test. */
  get #points() {
    const { data, own } = this.services.state.values;
    if (data === "own") return own.map(({ x1, x2, label }) => [x1, x2, label]);
    const { info } = this.run;
    return info ? [info.training, info.test].flatMap(pointsIn) : [];
  }

  /** @param {ParsedPoints} parsed */
  #words(parsed) {
    const { t, format } = this.services;
    const { points, isScaled, left } = pointsToShow(parsed);
    const words = [
      t("playground.csv.taken", { points: format.integer(points.length) }),
      ...(isScaled ? [t("playground.csv.scaled")] : []),
      ...(left > 0 ? [t("playground.csv.tooMany", { points: format.integer(left), most: format.integer(MOST_POINTS) })] : []),
    ];
    return [el("p", {}, words.join(" ")), ...this.#problems(parsed)];
  }

  /** @param {ParsedPoints} parsed */
  #problems({ problems }) {
    const { t, format } = this.services;
    if (problems.length === 0) return [];
    const named = problems.slice(0, MOST_NAMED).map(({ line, text, reason }) => el("li", {}, t(`playground.csv.${reason}`, { line: format.integer(line), text })));
    const rest = problems.length - named.length;
    const more = rest > 0 ? [el("li", {}, t("playground.csv.more", { lines: format.integer(rest) }))] : [];
    return [el("p", { class: "csv-problems" }, t("playground.csv.problems")), el("ul", {}, ...named, ...more)];
  }
}
