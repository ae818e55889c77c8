/**
 * Rules are enough: a program that is in view as a whole, and is right every time.
 */

import { ActionButtons } from "../../../shell/actions.js";
import { readout } from "../../../shell/controls.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { drawn, tracked } from "../../../shell/signals.js";
import { isTold } from "../../../shell/story/telling.js";
import { enoughAct } from "../story.js";
import { program } from "./program.js";
import source from "./program.js?raw";

/** @import { RunActions } from "../../../shell/types" */
/** @import { RulesServices } from "../settings.js" */

const tables = [2, 3, 4, 5, 6, 7, 8, 9];
const factors = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const TOTAL = tables.length * factors.length;

/** Between two tables: time to read one aloud is not needed, time to see that it came is. */
const PAUSE_MS = 350;

export class Enough {
  #running = program();
  /** What the program has said so far. @type {{ a: number, b: number, product: number }[]} */
  results = [];
  timer = 0;

  /** @param {RulesServices} services */
  constructor(services) {
    this.services = services;
    tracked(this, "results", "timer");
    /** @type {RunActions} */
    this.actions = {
      run: { name: () => (this.timer ? "rules.pause" : "rules.run"), act: () => this.toggle() },
      step: { name: () => "rules.oneTable", act: () => this.step() },
      reset: { name: () => "rules.reset", act: () => this.reset() },
    };
    this.buttons = new ActionButtons(this.actions, services);
    this.score = readout("rules.tableScore", { className: "big", caption: "rules.tableCaption" });
    this.verdict = el("p", { class: "rules-verdict", role: "status" });
    this.cells = tables.map((a) => factors.map((b) => el("td", { "aria-label": `${a} × ${b}` })));
    this.next = el("button", { type: "button", class: "main", onclick: () => services.state.set({ section: "break" }), ...said("rules.nextBreak") });
    this.code = el("code");
    const rows = tables.map((a, row) => el("tr", {}, el("th", { scope: "row" }, `${a} ×`), ...(this.cells[row] ?? [])));
    const head = el("tr", {}, el("td"), ...factors.map((b) => el("th", { scope: "col" }, String(b))));
    this.element = el(
      "div",
      { class: "rules-enough" },
      el(
        "section",
        { class: "rules-ask" },
        el("p", { class: "lead", ...said("rules.enoughLead") }),
        el("div", { class: "controls" }, ...this.buttons.elements),
        this.score.element,
        this.verdict,
        this.next,
      ),
      el("section", { class: "sheet program" }, el("h2", said("rules.program")), el("pre", { tabindex: 0, ...named("rules.program") }, this.code)),
      el("section", { class: "sheet products" }, el("table", { ...named("rules.products") }, el("thead", {}, head), el("tbody", {}, ...rows))),
    );
    this.act = enoughAct(this, services);
    this.end = drawn(() => this.#render());
  }

  #render() {
    const { t, format } = this.services;
    // What a comment says is for whoever reads it.
    setText(this.code, source.trim().replace(/^\/\/ .*/, `// ${t("rules.programSays")}`));
    this.buttons.render();
    for (const { a, b, product } of this.results) {
      const cell = this.cells[a - 2]?.[b - 1];
      if (cell) setText(cell, String(product));
    }
    if (this.results.length === 0) for (const cell of this.cells.flat()) setText(cell, "");
    const last = this.results.at(-1)?.a;
    for (const [index, cells] of this.cells.entries()) cells[0]?.parentElement?.classList.toggle("newest", tables[index] === last);
    setText(this.score.output, `${format.integer(this.#right)} / ${format.integer(TOTAL)}`);
    this.score.element.classList.toggle("all", this.isAllRight);
    setText(this.verdict, this.isDone ? t(this.isAllRight ? "rules.tableAll" : "rules.tableWrong") : t("rules.tableChecked"));
    // The story leads on by itself. Where it is left out, one thing is next, and it is not the same run again.
    this.next.hidden = !this.isDone || isTold();
    this.buttons.elements[0]?.classList.toggle("main", this.next.hidden);
  }

  get isDone() {
    return this.results.length === TOTAL;
  }

  get isAllRight() {
    return this.#right === TOTAL;
  }

  get #right() {
    return this.results.filter(isRight).length;
  }

  toggle() {
    if (this.timer) return this.#stop();
    if (this.results.length === TOTAL) this.reset();
    this.timer = setInterval(() => this.#table(), PAUSE_MS);
    this.#table();
  }

  /** One table. */
  step() {
    this.#stop();
    this.#table();
  }

  reset() {
    this.#running = program();
    this.results = [];
    this.#stop();
  }

  destroy() {
    this.end();
    clearInterval(this.timer);
  }

  #table() {
    for (let line = 0; line < factors.length; line += 1) {
      const { value } = this.#running.next();
      if (!value) break;
      const [a = 0, b = 0, product = 0] = value;
      this.results = [...this.results, { a, b, product }];
    }
    if (this.results.length === TOTAL) this.#stop();
  }

  #stop() {
    clearInterval(this.timer);
    this.timer = 0;
  }
}

/** Checked by another way than the program's: b times a, added up. @param {{ a: number, b: number, product: number }} result */
function isRight({ a, b, product }) {
  return product === Array.from({ length: b }, () => a).reduce((sum, one) => sum + one, 0);
}
