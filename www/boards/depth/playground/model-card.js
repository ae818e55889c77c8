/**
 * The network: what it is told, how its units bend, and the step that they are a soft form of.
 */

import { createCard } from "../../../shell/card.js";
import { selectField } from "../../../shell/controls.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { layersOf, options } from "./settings.js";
import { drawStep } from "./step-picture.js";

/** @import { Feature } from "./protocol" */
/** @import { PlaygroundServices } from "./settings.js" */

export class PlaygroundModelCard {
  /**
   * @param {PlaygroundServices} services
   * @param {HTMLElement} asCode shows the network as code
   */
  constructor(services, asCode) {
    this.services = services;
    const { state } = services;
    this.activation = selectField("model.activation", options.activation, (name) => `activation.${name}`, (activation) => state.set({ activation }));
    this.features = options.features.map((feature) => this.#feature(feature));
    this.picture = el("div", {});
    this.card = createCard({
      id: "playground-model",
      title: "playground.modelTitle",
      settings: [
        el("div", { class: "fields" }, this.activation.element),
        el("h3", said("playground.stepTitle")),
        el("div", { class: "step-beside" }, this.picture, el("p", { class: "small", ...said("playground.stepExplained") })),
        el("h3", said("playground.features")),
        el("div", { class: "features", role: "group", ...named("playground.features") }, ...this.features.map(({ element }) => element)),
        asCode,
      ],
    });
    this.element = this.card.element;
  }

  render() {
    const { t, format, state } = this.services;
    const { activation, features } = state.values;
    const layers = layersOf(state.values);
    const parameters = layers.slice(1).reduce((sum, units, index) => sum + ((layers[index] ?? 0) + 1) * units, 0);
    this.activation.set(activation);
    for (const { feature, button } of this.features) button.setAttribute("aria-pressed", String(features.includes(feature)));
    setText(this.card.summary, layers.join(" → "));
    setText(this.card.detail, t("playground.modelDetail", { parameters: format.integer(parameters), activation: t(`activation.${activation}`) }));
    this.picture.replaceChildren(drawStep(activation));
  }

  /** @param {Feature} feature */
  #feature(feature) {
    const shown = feature.replaceAll("^2", "²").replaceAll("x1", "x₁").replaceAll("x2", "x₂").replace("sin(", "sin(π ");
    const button = el("button", { type: "button", class: "chip", onclick: () => this.#toggle(feature) }, shown);
    return { feature, button, element: button };
  }

  /** At least one stays. @param {Feature} feature */
  #toggle(feature) {
    const { state } = this.services;
    const chosen = options.features.filter((other) => (other === feature) !== state.values.features.includes(other));
    if (chosen.length > 0) state.set({ features: chosen });
  }
}
