/**
 * The view of the network as code. What is in it is fetched when it is first looked at, or when a file is dropped.
 */

import { code } from "../../i18n/index.js";
import { hereInPlace } from "../../shell/arrival.js";
import { el, translate } from "../../shell/dom.js";
import { tracked } from "../../shell/signals.js";

/** @import { Part } from "../../i18n" */
/** @import { RunControl } from "./run-control.js" */
/** @import { DigitsServices } from "./settings.js" */
/** @import { TakeHome } from "./take-home.js" */

/** @type {Part} */
const own = { en: () => import("./take-home.en.js"), ko: () => import("./take-home.ko.js") };

export class CodeView {
  /** @type {TakeHome | null} */
  content = null;
  /** @type {Promise<TakeHome> | null} */
  #coming = null;

  /**
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(run, services) {
    tracked(this, "content");
    this.run = run;
    this.services = services;
    this.element = el("div", { class: "view code" });
  }

  render() {
    if (this.content) this.content.render();
    else void this.#fetch();
  }

  /** Opens a network. @param {File} file */
  async open(file) {
    const { files } = await this.#fetch();
    await files.open(file);
  }

  #fetch() {
    return (this.#coming ??= this.#make());
  }

  async #make() {
    const { t, learn } = this.services;
    const [{ TakeHome }] = await hereInPlace(() => Promise.all([import("./take-home.js"), learn([code, own])]), this.element, t);
    const content = new TakeHome(this.run, this.services);
    this.element.replaceChildren(...content.elements);
    translate(this.element, t);
    return (this.content = content);
  }
}
