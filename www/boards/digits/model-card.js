/**
 * The model: how many layers of how many units, and what each unit does.
 */

import { drawLayers } from "../../charts/layers.js";
import { offerFigure } from "../../charts/take-along.js";
import { numberField, selectField } from "../../shell/controls.js";
import { el, said, setText } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { createCard } from "../../shell/card.js";
import { countParameters, layersOf, limits, options } from "./settings.js";

/** @import { DigitsServices } from "./settings.js" */

/** What a layer that is added has. */
const NEW_LAYER_UNITS = 128;

export class DigitsModelCard {
  #shownLayers = "";

  /** @param {DigitsServices} services */
  constructor(services) {
    this.services = services;
    const { state } = services;
    this.activation = selectField("model.activation", options.activation, (name) => `activation.${name}`, (activation) => state.set({ activation }));
    this.initializer = selectField("model.initializer", options.initializer, (name) => `initializer.${name}`, (initializer) => state.set({ initializer }));
    this.picture = el("div", { class: "layers-picture" });
    offerFigure(this.picture, () => ({ title: services.t("model.title") }), services);
    this.parameters = el("p", { class: "small" });
    this.layers = el("div", { class: "hidden-layers" });
    /** @type {{ element: HTMLElement, set: (units: number) => void }[]} */
    this.rows = [];
    this.add = el("button", { type: "button", onclick: () => this.#add(), ...said("model.add") });
    this.card = createCard({
      id: "model",
      title: "model.title",
      settings: [
        el("p", { class: "small", ...said("model.explained") }),
        this.picture,
        this.parameters,
        this.layers,
        this.add,
        el("div", { class: "fields" }, this.activation.element, this.initializer.element),
      ],
    });
    this.element = this.card.element;
  }

  render() {
    const { t, format, state } = this.services;
    const { hidden, activation, initializer } = state.values;
    const layers = layersOf(state.values);
    this.activation.set(activation);
    this.initializer.set(initializer);
    const parameters = format.integer(countParameters(layers));
    setText(this.card.summary, layers.join(" → "));
    setText(this.card.detail, t("model.detail", { parameters, activation: t(`activation.${activation}`) }));
    setText(this.parameters, t("model.parameters", { parameters }));
    this.picture.replaceChildren(drawLayers(layers, format.integer));
    this.add.disabled = hidden.length >= limits.units.most;
    this.#showLayers(hidden);
  }

  /** Made anew only where there are more or fewer, so that the focus stays where a number was typed. @param {number[]} hidden */
  #showLayers(hidden) {
    const shown = `${this.services.language} ${hidden.length}`;
    if (shown !== this.#shownLayers) {
      this.#shownLayers = shown;
      this.rows = hidden.map((_, index) => this.#layerRow(index));
      this.layers.replaceChildren(...this.rows.map(({ element }) => element));
    }
    for (const [index, units] of hidden.entries()) this.rows[index]?.set(units);
  }

  /** @param {number} index */
  #layerRow(index) {
    const { t, state } = this.services;
    const name = t("model.layer", { number: String(index + 1) });
    const change = (/** @type {number[]} */ ...replacement) => state.set({ hidden: state.values.hidden.toSpliced(index, 1, ...replacement) });
    const field = numberField({ label: "model.units", ...limits.units, reader: this.services, onChange: (value) => change(value) });
    field.element.querySelector("input")?.setAttribute("aria-label", t("model.unitsOf", { layer: name }));
    field.element.querySelector("label")?.replaceChildren(name);
    field.element.querySelector("label")?.removeAttribute("data-t");
    const remove = el("button", { type: "button", class: "icon-button", "aria-label": t("model.remove", { layer: name }), onclick: () => change() }, icon("remove"));
    return { element: el("div", { class: "layer-row" }, field.element, remove), set: field.set };
  }

  #add() {
    const { state } = this.services;
    state.set({ hidden: [...state.values.hidden, NEW_LAYER_UNITS] });
  }
}
