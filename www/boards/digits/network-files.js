/**
 * The network to take along as a file, and one from a file in its place: trained on this page, or elsewhere.
 */

import { hereOrNotice } from "../../shell/arrival.js";
import { inShort } from "../../shell/address.js";
import { el, named, said } from "../../shell/dom.js";
import { fileChooser } from "../../shell/opening.js";
import { saveFile } from "../../shell/saving.js";
import { DigitsHistory } from "./history.js";
import { CLASSES, configOf, INPUTS, limits } from "./settings.js";

/** @import { RunControl } from "./run-control.js" */
/** @import { DigitsServices } from "./settings.js" */

/** By the end of the file's name, what the format is called. */
const formats = { safetensors: "safetensors", onnx: "ONNX" };
const NOTICE = "network-file";

export class NetworkFiles {
  /**
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(run, services) {
    this.run = run;
    this.services = services;
    const { input, choose } = fileChooser(".safetensors", (file) => void this.open(file));
    this.format = el("select", named("file.format"), ...Object.entries(formats).map(([value, name]) => el("option", { value }, name)));
    this.elements = [
      el("span", { class: "save-network" }, el("button", { type: "button", onclick: () => void this.#save(), ...said("file.save") }), this.format),
      el("button", { type: "button", onclick: choose, ...said("file.open") }),
      input,
    ];
  }

  async #save() {
    const { writes } = await this.#late();
    const format = /** @type {keyof typeof formats} */ (this.format.value);
    await this.#trying(() => void this.#save(), async () => {
      const { config, checkpoint } = await this.run.checkpoint();
      saveFile(`chalknet.${format}`, "application/octet-stream", await writes(config, checkpoint, format));
    });
  }

  /** @param {File} file */
  async open(file) {
    const { reads } = await this.#late();
    await this.#trying(() => void this.open(file), async () => this.#take(file.name, await reads(file)));
  }

  /**
   * @param {string} name of the file
   * @param {Awaited<ReturnType<typeof import("./network-file.js").reads>>} read
   */
  #take(name, read) {
    const { notices, state } = this.services;
    const values = { name: inShort([name]), inputs: `${INPUTS}`, classes: `${CLASSES}`, layers: `${limits.units.most}`, units: `${limits.units.max}` };
    if ("misfit" in read) return notices.problem({ id: NOTICE, text: `file.${read.misfit}`, values, ...this.#wayOut(read.misfit) });
    const config = configOf({ ...state.values, ...read.config });
    const checkpoint = { bytes: read.checkpoint, step: 0, seconds: 0 };
    this.run.goOnFrom({ config, checkpoint, history: new DigitsHistory(), metrics: null, evaluation: null, gone: null, hasLearntElsewhere: true, pictures: null });
    notices.note("file.opened", values, () => this.run.hasLearntElsewhere);
  }

  /** Where it goes, or how it becomes what can be opened. @param {string} misfit */
  #wayOut(misfit) {
    if (misfit === "pictures") return { action: { label: /** @type {const} */ ("data.collect"), run: () => this.services.state.set({ collect: "class" }) } };
    if (misfit === "onnx" || misfit === "foreign") return { action: { label: /** @type {const} */ ("file.lines"), run: () => void this.#saveLines() } };
    return {};
  }

  /** In the library that is looked at. */
  async #saveLines() {
    const { toSafetensors } = await hereOrNotice(() => import("../../code/to-safetensors.js"), this.services.notices, NOTICE);
    saveFile("to_safetensors.py", "text/x-python", toSafetensors[this.services.state.values.code]);
  }

  /**
   * What does not come of it is said, and can be tried again.
   * @param {() => void} again
   * @param {() => Promise<void>} work
   */
  async #trying(again, work) {
    try {
      await work();
    } catch (error) {
      console.warn(error);
      this.services.notices.problem({ id: NOTICE, text: "file.absent", action: { label: "notice.retry", run: again } });
    }
  }

  /** What only those fetch who have a file. */
  #late() {
    return hereOrNotice(() => import("./network-file.js"), this.services.notices, NOTICE);
  }
}
