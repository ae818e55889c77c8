/**
 * The network to take home: it and its training as code, in the two libraries of the course, which follows every setting;
 * as a notebook; and as a file.
 */

import { CodeCard } from "../../code/card.js";
import { imageNetwork, OWN_FILE } from "../../code/images.js";
import { hereInPlace } from "../../shell/arrival.js";
import { el, said } from "../../shell/dom.js";
import { saveFile } from "../../shell/saving.js";
import { NetworkFiles } from "./network-files.js";
import { CLASSES, configOf, INPUTS } from "./settings.js";

/** @import { Labelled } from "../../protocol" */
/** @import { RunControl } from "./run-control.js" */
/** @import { DigitsServices } from "./settings.js" */

/** Where training never stops by itself: as many as this network needs to read 98 %. */
const USUAL_EPOCHS = 5;
const SIDE = Math.sqrt(INPUTS);

export class TakeHome {
  /**
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(run, services) {
    this.files = new NetworkFiles(run, services);
    this.run = run;
    this.services = services;
    this.absence = el("div");
    this.card = new CodeCard(services, (code) => services.state.set({ code }));
    this.pictures = el("button", { type: "button", onclick: () => void this.#savePictures(), ...said("code.pictures") });
    this.card.head.append(el("button", { type: "button", onclick: () => void this.#save(), ...said("code.notebook") }), this.pictures, ...this.files.elements);
    this.elements = [...this.card.elements, this.absence];
  }

  render() {
    this.pictures.hidden = !this.run.pictures;
    this.card.show(this.#network, this.services.state.values.code);
  }

  get #network() {
    const { values } = this.services.state;
    const { pictures } = this.run;
    const own = pictures && { all: pictures.training.labels.length, kinds: pictures.kinds };
    return imageNetwork(configOf(values), { inputs: INPUTS, classes: CLASSES, epochs: values.untilEpoch || USUAL_EPOCHS, own });
  }

  /** The first exercise, with the network as it is set and what is drawn now. */
  async #save() {
    const { language, client } = this.services;
    const words = { en: () => import("../../code/words/en.js"), ko: () => import("../../code/words/ko.js") };
    const [{ notebook }, { words: told }] = await this.#late(() => Promise.all([import("../../code/notebook.js"), words[language]()]));
    const drawing = client.latest("prediction")?.prediction.answer?.pixels ?? null;
    saveFile("chalknet.ipynb", "application/x-ipynb+json", notebook(this.#network, this.services.state.values.code, told, drawing));
  }

  /** The visitor's own, as the board learns from them and tests on them: the code opens the file. */
  async #savePictures() {
    const { pictures } = this.run;
    if (!pictures) return;
    const { npz } = await this.#late(() => import("../../code/npz.js"));
    const arrays = (/** @type {"train" | "test"} */ part, /** @type {Labelled} */ { pixels, labels }) => [
      { name: `x_${part}`, type: /** @type {const} */ ("|u1"), shape: [labels.length, SIDE, SIDE], values: pixels },
      // PyTorch takes labels as numbers of 64 bits.
      { name: `y_${part}`, type: /** @type {const} */ ("<i8"), shape: [labels.length], values: BigInt64Array.from(labels, BigInt) },
    ];
    saveFile(OWN_FILE, "application/zip", await npz([...arrays("train", pictures.training), ...arrays("test", pictures.test)]));
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
