/**
 * What every layer makes of the drawing.
 */

import { paintValues } from "../../charts/cells.js";
import { colourParts } from "../../charts/colours.js";
import { paintDigit } from "../../charts/digit.js";
import { signsLegend } from "../../charts/legends.js";
import { offerFigure } from "../../charts/take-along.js";
import { inShort } from "../../shell/address.js";
import { el, said, setText } from "../../shell/dom.js";
import { opener } from "./follow/opener.js";
import { CLASSES } from "./settings.js";

/** @import { RunControl } from "./run-control.js" */
/** @import { DigitsServices } from "./settings.js" */

const COLUMNS = 64;

export class InsideView {
  /**
   * @param {HTMLElement} element that it is put into
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(element, run, services) {
    this.run = run;
    this.services = services;
    this.rows = el("div", { class: "inside-rows" });
    this.hint = el("p", { class: "hint", ...said("inside.hint") });
    const digits = Array.from({ length: CLASSES }, (_, digit) => el("span", {}, String(digit)));
    this.scale = el("div", { class: "inside-scale", "aria-hidden": "true" }, ...digits);
    this.opener = opener(run, services);
    element.append(this.rows, this.scale, this.hint, this.opener.element);
    offerFigure(element, () => ({ title: services.t("view.inside"), legend: signsLegend(services.t), figure: this.rows }), services);
  }

  render() {
    const answer = this.services.client.latest("prediction")?.prediction.answer ?? null;
    const activations = answer?.activations ?? [];
    this.hint.hidden = activations.length > 0;
    // Kinds of one's own are named above: most names are wider than their places.
    this.scale.hidden = activations.length === 0 || this.#kinds.length > 0;
    if (!answer || activations.length === 0) return this.rows.replaceChildren();
    const wanted = activations.length + 1;
    while (this.rows.children.length > wanted) this.rows.lastElementChild?.remove();
    while (this.rows.children.length < wanted) this.rows.append(layerRow());
    this.#paintInput(answer.pixels);
    for (const [index, values] of activations.entries()) this.#paintLayer(index, values, activations.length);
  }

  get #kinds() {
    return this.run.pictures?.kinds ?? [];
  }

  destroy() {
    this.opener.destroy();
  }

  /** @param {Uint8Array} pixels */
  #paintInput(pixels) {
    const { canvas, caption } = partsOf(this.rows.children[0]);
    canvas?.classList.add("digit");
    if (canvas) paintDigit(canvas, pixels);
    if (caption) setText(caption, this.services.t("inside.input"));
  }

  /**
   * @param {number} index
   * @param {Float32Array} values
   * @param {number} layers
   */
  #paintLayer(index, values, layers) {
    const { t, format } = this.services;
    const { canvas, caption } = partsOf(this.rows.children[index + 1]);
    if (!canvas || !caption) return;
    const last = index === layers - 1;
    const active = values.reduce((count, value) => count + (Math.abs(value) > 1e-6 ? 1 : 0), 0);
    const output = () => (this.#kinds.length > 0 ? t("inside.outputOwn", { kinds: inShort(this.#kinds) }) : t("inside.output"));
    const name = last ? output() : t("inside.layer", { number: String(index + 1), active: format.integer(active), units: format.integer(values.length) });
    setText(caption, name);
    // How sure the answer is has to be seen: a half is half full, also where nothing else is more.
    const look = { ...(last ? { columns: CLASSES, full: 1 } : { columns: COLUMNS }), positive: colourParts(canvas, "one"), negative: colourParts(canvas, "zero") };
    paintValues(canvas, values, look);
    canvas.setAttribute("aria-label", name);
  }
}

function layerRow() {
  return el("figure", { class: "inside-row" }, el("figcaption", { class: "caption" }), el("canvas", { role: "img" }));
}

/** @param {Element | undefined} row */
function partsOf(row) {
  return { canvas: row?.querySelector("canvas"), caption: row?.querySelector("figcaption") };
}
