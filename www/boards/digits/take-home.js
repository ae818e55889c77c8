/**
 * The network to take home: it and its training as code, in the two libraries of the course, which follows every setting;
 * as a notebook; and as a file.
 */

import { CodeCard } from "../../code/card.js";
import { imageNetwork } from "../../code/images.js";
import { hereInPlace } from "../../shell/arrival.js";
import { el, said } from "../../shell/dom.js";
import { saveFile } from "../../shell/saving.js";
import { NetworkFiles } from "./network-files.js";
import { CLASSES, configOf, INPUTS } from "./settings.js";

/** @import { RunControl } from "./run-control.js" */
/** @import { DigitsServices } from "./settings.js" */

/** Where training never stops by itself: as many as this network needs to read 98 %. */
const USUAL_EPOCHS = 5;

export class TakeHome {
  /**
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(run, services) {
    this.files = new NetworkFiles(run, services);
    this.services = services;
    this.absence = el("div");
    this.card = new CodeCard(services, (code) => services.state.set({ code }));
    this.card.head.append(el("button", { type: "button", onclick: () => void this.#save(), ...said("code.notebook") }), ...this.files.elements);
    this.elements = [...this.card.elements, this.absence];
  }

  render() {
    this.card.show(this.#network, this.services.state.values.code);
  }

  get #network() {
    const { values } = this.services.state;
    return imageNetwork(configOf(values), { inputs: INPUTS, classes: CLASSES, epochs: values.untilEpoch || USUAL_EPOCHS });
  }

  /** The first exercise, with the network as it is set and what is drawn now. */
  async #save() {
    const { language, client } = this.services;
    const words = { en: () => import("../../code/words/en.js"), ko: () => import("../../code/words/ko.js") };
    const [{ notebook }, { words: told }] = await this.#late(() => Promise.all([import("../../code/notebook.js"), words[language]()]));
    const drawing = client.latest("prediction")?.prediction.answer?.pixels ?? null;
    saveFile("chalknet.ipynb", "application/x-ipynb+json", notebook(this.#network, this.services.state.values.code, told, drawing));
  }

  /**
   * Code that only those fetch who want it; if it does not come, that is said here.
   * @template T
   * @param {() => Promise<T>} load
   */
  async #late(load) {
    const code = await hereInPlace(load, this.absence, this.services.t);
    this.absence.replaceChildren();
    return code;
  }
}
