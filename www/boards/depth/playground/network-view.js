/**
 * The network: every unit with a map of where in the plane it is on, every weight as an edge that tells its size by its
 * thickness and its sign by colour and dash. A press on a unit or an edge opens the numbers.
 */

import { computed } from "@preact/signals-core";
import { offerFigure } from "../../../charts/take-along.js";
import { arrowOf } from "../../../shell/arrows.js";
import { el, named, setText, svg } from "../../../shell/dom.js";
import { icon } from "../../../shell/icons.js";
import { layersOf, limits } from "./settings.js";
import { enlarged } from "./map.js";
import { paintMap, paletteOf } from "./paint.js";
import { WeightEditor } from "./weight-editor.js";

/** @import { Icon } from "../../../shell/icons.js" */
/** @import { PlaygroundServices } from "./settings.js" */
/** @import { FigureTold } from "../../../charts/takeaway" */
/** @import { PlaygroundRun } from "./run.js" */

/** What a layer that is added has. */
const NEW_LAYER_UNITS = 2;
/** In pixels: of a weight of 0, for each unit of weight, and at most. */
const EDGE_WIDTH = { least: 0.5, per: 1.3, most: 7 };

/** @typedef {{ layer: number, unit: number, button: HTMLButtonElement, canvas: HTMLCanvasElement }} UnitButton */
/** @typedef {{ layer: number, unit: number, input: number, line: SVGPathElement }} Edge */

export class NetworkView {
  /** @type {UnitButton[]} */
  #units = [];
  /** @type {Edge[]} */
  #edges = [];
  #palette = computed(() => paletteOf(this.element, this.services.state.values.trueStep));
  /** Of which network, and in which language the picture is. */
  #built = "";
  /** The edge under the mouse. @type {{ layer: number, unit: number, input: number } | null} */
  #hovered = null;

  /**
   * @param {PlaygroundRun} run
   * @param {PlaygroundServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    this.editor = new WeightEditor(run, services, {
      input: (layer, input) => this.#inputName(layer, input),
      unit: (layer, unit) => this.#unitName(layer, unit),
    });
    this.remove = this.#button("remove", () => this.#setHidden(this.#hidden.slice(0, -1)));
    this.add = this.#button("add", () => this.#setHidden([...this.#hidden, NEW_LAYER_UNITS]));
    this.remove.setAttribute("data-t-label", "playground.removeLayer");
    this.add.setAttribute("data-t-label", "playground.addLayer");
    this.count = el("span", { class: "layer-count" });
    this.reading = el("output", { class: "weight-reading", "aria-live": "off", hidden: true });
    this.picture = el("div", { class: "net-picture", role: "group", ...named("playground.network") });
    this.element = el(
      "div",
      { class: "net" },
      el("div", { class: "net-head" }, this.remove, this.count, this.add),
      this.picture,
      this.editor.element,
    );
    this.picture.addEventListener("keydown", (event) => this.#move(event));
    offerFigure(this.picture, () => this.#told(), services);
  }

  /** @returns {FigureTold} */
  #told() {
    const { t } = this.services;
    const legend = [{ name: t("chart.positiveWeight"), mark: /** @type {const} */ ("line"), colour: /** @type {const} */ ("one") }, { name: t("chart.negativeWeight"), mark: /** @type {const} */ ("dashed"), colour: /** @type {const} */ ("zero") }];
    return { title: t("playground.network"), legend, without: ".column-steps, .weight-reading" };
  }

  get #hidden() {
    return this.services.state.values.hidden;
  }

  render() {
    const { t, language, state } = this.services;
    const { hidden, features } = state.values;
    setText(this.count, t(hidden.length === 1 ? "playground.oneLayer" : "playground.layers", { layers: String(hidden.length) }));
    this.remove.disabled = hidden.length === 0;
    this.add.disabled = hidden.length >= limits.units.most;
    const built = `${language} ${features} ${hidden}`;
    if (built !== this.#built) {
      this.#built = built;
      this.#build();
    }
    this.#paint();
  }

  #paint() {
    const { frame } = this.run;
    const palette = this.#palette.value;
    if (!frame || frame.parameters.length !== this.#hidden.length + 1) return;
    const { unitSide, answerSide, answer, units } = frame.maps;
    for (const { layer, unit, canvas } of this.#units) {
      const map = units[layer]?.subarray(unit * unitSide ** 2, (unit + 1) * unitSide ** 2);
      if (map) paintMap(canvas, map, unitSide, palette);
      else paintMap(canvas, enlarged(answer, answerSide, 1), answerSide, palette);
    }
    for (const { layer, unit, input, line } of this.#edges) {
      const parameters = frame.parameters[layer];
      const weight = parameters?.weights[input * parameters.biases.length + unit] ?? 0;
      const width = Math.min(EDGE_WIDTH.most, EDGE_WIDTH.least + EDGE_WIDTH.per * Math.abs(weight));
      line.setAttribute("stroke-width", width.toFixed(1));
      line.setAttribute("class", weight > 0 ? "edge positive" : "edge negative");
      line.setAttribute("stroke-dasharray", weight > 0 ? "none" : `${(5 + 2 * width).toFixed(0)} ${(3 + width).toFixed(0)}`);
    }
    if (this.#hovered) setText(this.reading, this.#reading(this.#hovered));
    this.editor.render();
  }

  /** @param {Icon} sign @param {() => void} onclick */
  #button(sign, onclick) {
    return el("button", { type: "button", class: "icon-button round", onclick }, icon(sign));
  }

  /** @param {number[]} hidden */
  #setHidden(hidden) {
    this.services.state.set({ hidden });
  }

  #build() {
    const layers = layersOf(this.services.state.values);
    this.#units = [];
    this.#edges = [];
    const edges = svg("svg", { class: "edges", viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": "true" });
    const columns = layers.map((size, column) => this.#column(size, column, layers.length));
    for (const [layer, size] of layers.slice(1).entries()) {
      const inputs = layers[layer] ?? 0;
      for (let unit = 0; unit < size; unit += 1) {
        for (let input = 0; input < inputs; input += 1) edges.append(...this.#edge({ layer, unit, input }, layers));
      }
    }
    this.picture.style.setProperty("--columns", String(layers.length));
    this.picture.style.setProperty("--rows", String(Math.max(4, ...layers)));
    this.#hover(null);
    this.picture.replaceChildren(edges, ...columns, this.reading);
    for (const [index, { button }] of this.#units.entries()) button.tabIndex = index === 0 ? 0 : -1;
  }

  /**
   * @param {number} size
   * @param {number} column
   * @param {number} columns
   */
  #column(size, column, columns) {
    const cells = Array.from({ length: size }, (_, unit) => (column === 0 ? this.#input(unit) : this.#unit(column - 1, unit)));
    const isHidden = column > 0 && column < columns - 1;
    const steps = isHidden ? [this.#sizeButton(column - 1, 1), this.#sizeButton(column - 1, -1)] : [];
    const title = this.services.t(column === 0 ? "playground.inputs" : isHidden ? "playground.hiddenLayer" : "playground.output", { number: String(column) });
    const element = el("div", { class: "net-column", role: "group", "aria-label": title }, el("div", { class: "column-steps" }, ...steps), el("div", { class: "column-units" }, ...cells));
    return element;
  }

  /** @param {number} layer @param {1 | -1} change */
  #sizeButton(layer, change) {
    const size = this.#hidden[layer] ?? 0;
    const button = this.#button(change > 0 ? "add" : "remove", () => {
      this.#setHidden(this.#hidden.with(layer, size + change));
      this.#focusSize(layer, change);
    });
    const key = change > 0 ? "playground.addUnit" : "playground.removeUnit";
    button.setAttribute("aria-label", this.services.t(key, { number: String(layer + 1) }));
    button.disabled = size + change < limits.units.min || size + change > limits.units.max;
    return button;
  }

  /** The column was made anew: the next press of the same key does the same. @param {number} layer @param {1 | -1} change */
  #focusSize(layer, change) {
    const buttons = this.picture.querySelectorAll(".net-column")[layer + 1]?.querySelectorAll(".column-steps button");
    const button = buttons?.[change > 0 ? 0 : 1];
    if (button instanceof HTMLButtonElement) button.focus();
  }

  /** @param {number} index */
  #input(index) {
    return el("span", { class: "neuron input" }, el("span", { class: "input-name" }, this.#inputName(0, index)));
  }

  /** @param {number} layer @param {number} unit */
  #unit(layer, unit) {
    const canvas = el("canvas", { "aria-hidden": "true" });
    const name = this.#unitName(layer, unit);
    const button = el("button", { type: "button", class: "neuron", "data-shows": "picture", "aria-haspopup": "dialog", "aria-label": name, title: name }, canvas);
    button.addEventListener("click", () => this.editor.open(layer, unit, button));
    this.#units.push({ layer, unit, button, canvas });
    return button;
  }

  /**
   * An edge as it is seen, and a wider one that can be hit.
   * @param {{ layer: number, unit: number, input: number }} place
   * @param {number[]} layers
   */
  #edge({ layer, unit, input }, layers) {
    const from = placeOf(layers, layer, input);
    const to = placeOf(layers, layer + 1, unit);
    const middle = (from.x + to.x) / 2;
    const d = `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
    const line = svg("path", { d, class: "edge" });
    const target = svg("path", { d, class: "edge-target" });
    this.#edges.push({ layer, unit, input, line });
    target.addEventListener("pointerenter", () => this.#hover({ layer, unit, input }, { x: middle, y: (from.y + to.y) / 2 }));
    target.addEventListener("pointerleave", () => this.#hover(null));
    target.addEventListener("click", () => {
      const button = this.#units.find((other) => other.layer === layer && other.unit === unit)?.button;
      if (button) this.editor.open(layer, unit, button, input);
    });
    return [line, target];
  }

  /**
   * Tells the weight of the edge under the mouse above its middle, over the picture: nothing makes room for it.
   * @param {{ layer: number, unit: number, input: number } | null} edge
   * @param {{ x: number, y: number }} [middle] in parts of a hundred
   */
  #hover(edge, middle = { x: 0, y: 0 }) {
    this.#hovered = edge;
    this.reading.hidden = !edge;
    if (!edge) return;
    this.reading.style.setProperty("--x", `${middle.x}%`);
    this.reading.style.setProperty("--y", String(middle.y / 100));
    setText(this.reading, this.#reading(edge));
  }

  /** @param {{ layer: number, unit: number, input: number }} edge */
  #reading({ layer, unit, input }) {
    const { t, format } = this.services;
    const parameters = this.run.frame?.parameters[layer];
    const weight = parameters?.weights[input * parameters.biases.length + unit] ?? 0;
    return t("playground.reading", { from: this.#inputName(layer, input), to: this.#shortName(layer, unit), weight: format.fixed(weight, 3) });
  }

  /** What comes into a layer at a place. @param {number} layer @param {number} input */
  #inputName(layer, input) {
    if (layer > 0) return this.#shortName(layer - 1, input);
    const feature = this.services.state.values.features[input] ?? "x1";
    return feature.replaceAll("^2", "²").replaceAll("x1", "x₁").replaceAll("x2", "x₂");
  }

  /** @param {number} layer @param {number} unit */
  #shortName(layer, unit) {
    const { t } = this.services;
    return layer < this.#hidden.length ? t("playground.unitShort", { layer: String(layer + 1), unit: String(unit + 1) }) : t("playground.output");
  }

  /** @param {number} layer @param {number} unit */
  #unitName(layer, unit) {
    const { t } = this.services;
    return layer < this.#hidden.length ? t("playground.unit", { layer: String(layer + 1), unit: String(unit + 1) }) : t("playground.output");
  }

  /** Arrows go from unit to unit. @param {KeyboardEvent} event */
  #move(event) {
    const from = this.#units.find(({ button }) => button === event.target);
    const arrow = arrowOf(event);
    if (!from || !arrow) return;
    event.preventDefault();
    const [right, up] = arrow;
    const inLayer = this.#units.filter(({ layer }) => layer === from.layer + right);
    const next = inLayer[Math.min(inLayer.length - 1, Math.max(0, from.unit - up))];
    if (!next) return;
    for (const { button } of this.#units) button.tabIndex = button === next.button ? 0 : -1;
    next.button.focus();
  }
}

/**
 * Where a unit stands, in parts of a hundred.
 * @param {number[]} layers
 * @param {number} column
 * @param {number} unit
 */
function placeOf(layers, column, unit) {
  const rows = Math.max(4, ...layers);
  const size = layers[column] ?? 1;
  return { x: (100 * (column + 0.5)) / layers.length, y: 50 + (100 * (unit - (size - 1) / 2)) / rows };
}
