/**
 * ReinforcementApplication learning: an agent in a grid world that learns its way from rewards alone.
 */

import { segmented } from "../../../shell/controls.js";
import { el, named, setText, svg } from "../../../shell/dom.js";
import { rove } from "../../../shell/roving.js";
import { LessonRun } from "./lesson-run.js";
import { reinforcementLesson } from "./settings.js";
import { cellsOf, edited, worldSize } from "./world.js";

/** @import { Key } from "../../../i18n" */
/** @import { ReinforcementLesson, ReinforcementProgress } from "./protocol" */
/** @import { ApplicationsServices } from "./settings.js" */
/** @import { Listeners } from "./index.js" */
/** @import { Tool } from "./world.js" */

const END = 240;
const tools = /** @type {const} */ (["wall", "goal", "pit", "start"]);

/** @type {Record<string, Key>} */
const kinds = { o: "fields.cell.floor", w: "fields.cell.wall", p: "fields.cell.pit", g: "fields.cell.goal", s: "fields.cell.start" };
/** In the order of the actions. @type {Key[]} */
const directions = ["fields.direction.up", "fields.direction.right", "fields.direction.down", "fields.direction.left"];

export class ReinforcementApplication {
  id = /** @type {const} */ ("reinforcement");
  /** It has neither of them. */
  changed = null;

  /** @type {Tool} */
  #tool = "wall";

  /**
   * @param {ApplicationsServices} services
   * @param {Listeners} listeners
   */
  constructor(services, listeners) {
    this.services = services;
    /** @type {LessonRun<ReinforcementLesson, ReinforcementProgress>} */
    this.run = new LessonRun({
      id: this.id,
      lesson: () => reinforcementLesson(services.state.values),
      ask: (question) => services.ask("applicationsReinforcement", question),
      end: END,
      perSecond: 40,
      atOnce: 1,
      goesOn: false,
      ...listeners,
    });
    const { rows, columns } = worldSize;
    this.cells = Array.from({ length: rows * columns }, (_, place) => {
      const arrow = svg("svg", { class: "arrow", viewBox: "-10 -10 20 20", "aria-hidden": "true" }, svg("path", { d: "M0 6 V-6 M-5 -1 L0 -6 L5 -1" }));
      const sign = el("span", { class: "cell-sign" });
      return { button: el("button", { type: "button", class: "cell", "data-shows": "picture", onclick: () => this.#press(place) }, arrow, sign), sign };
    });
    const buttons = this.cells.map(({ button }) => button);
    this.path = svg("polyline", { class: "last-path" });
    this.route = svg("polyline", { class: "route" });
    const lines = svg("svg", { class: "world-lines", viewBox: `0 0 ${columns} ${rows}`, "aria-hidden": "true" }, this.path, this.route);
    this.grid = el("div", { class: "world", role: "group", ...named("fields.reinforcement.world") }, ...buttons, lines);
    rove(this.grid, buttons, columns);
    this.tool = segmented("fields.reinforcement.tool", tools, (tool) => `fields.cell.${tool}`, (tool) => (this.#tool = tool));
    this.tool.set(this.#tool);
    this.caption = el("p", { class: "small world-caption", role: "status" });
    this.picture = el("div", { class: "reinforcement-picture" }, this.grid, el("div", { class: "world-foot" }, this.tool.element, this.caption));
    this.settings = [];
  }

  headline() {
    const { progress } = this.run;
    if (progress?.shortest === null) return this.services.t("fields.reinforcement.noWay");
    if (!progress || progress.route.length === 0) return this.services.t("fields.reinforcement.noRoute");
    return this.format(progress.route.length - 1);
  }

  /** @param {number} steps */
  format(steps) {
    const { t, format } = this.services;
    return t(steps === 1 ? "fields.reinforcement.route.one" : "fields.reinforcement.route", { steps: format.integer(steps) });
  }

  render() {
    const { progress } = this.run;
    for (const [place, letter] of cellsOf(this.services.state.values.fieldsWorld).entries()) this.#showCell(place, letter);
    setText(this.caption, this.#captionText());
    line(this.path, progress?.lastPath ?? []);
    line(this.route, progress?.route ?? []);
  }

  destroy() {
    this.run.destroy();
  }

  /** @param {number} place @param {string} letter */
  #showCell(place, letter) {
    const { t, format } = this.services;
    const { progress } = this.run;
    const cell = this.cells[place];
    const kind = kinds[letter];
    if (!cell || !kind) return;
    const { button, sign } = cell;
    const value = Math.max(...(progress?.values.subarray(4 * place, 4 * place + 4) ?? [0]));
    const direction = directions[progress?.policy[place] ?? -1];
    const isPassable = letter === "o" || letter === "s";
    button.dataset.cell = letter;
    button.style.setProperty("--value", Math.abs(value).toFixed(3));
    button.classList.toggle("bad", value < 0);
    button.style.setProperty("--turn", `${90 * (progress?.policy[place] ?? 0)}deg`);
    button.classList.toggle("has-arrow", isPassable && direction !== undefined);
    setText(sign, { g: "★", p: "✗", s: "S" }[letter] ?? "");
    const at = { row: format.integer(Math.floor(place / worldSize.columns) + 1), column: format.integer((place % worldSize.columns) + 1), kind: t(kind) };
    const learnt = isPassable && direction ? t("fields.reinforcement.learnt", { value: format.fixed(value, 2), direction: t(direction) }) : "";
    button.setAttribute("aria-label", `${t("fields.reinforcement.cell", at)}${learnt}`);
  }

  #captionText() {
    const { t, format } = this.services;
    const { progress } = this.run;
    if (!progress) return "";
    if (progress.shortest === null) return t("fields.reinforcement.unreachable");
    return t("fields.reinforcement.shortest", { steps: format.integer(progress.shortest), walked: format.integer(progress.steps) });
  }

  /** @param {number} place */
  #press(place) {
    const { state, notices } = this.services;
    const world = edited(state.values.fieldsWorld, place, this.#tool);
    if (world) state.set({ fieldsWorld: world });
    else notices.note("fields.reinforcement.keep");
  }
}

/** Through the middles of cells. @param {SVGPolylineElement} polyline @param {Iterable<number>} places */
function line(polyline, places) {
  const { columns } = worldSize;
  const points = Array.from(places, (place) => `${(place % columns) + 0.5},${Math.floor(place / columns) + 0.5}`);
  polyline.setAttribute("points", points.join(" "));
}
