/**
 * A view of the network that is fetched when it is first looked at: most visitors look at some of them only.
 */

import { hereInPlace } from "../../shell/arrival.js";
import { translate } from "../../shell/dom.js";
import { tracked } from "../../shell/signals.js";

/** @import { Part } from "../../i18n" */
/** @import { DigitsServices } from "./settings.js" */
/** @import { RunControl } from "./run-control.js" */

/** @typedef {{ render(): void, destroy?(): void }} View */

/** What they say. @type {Part} */
const texts = { en: () => import("./late-views.en.js"), ko: () => import("./late-views.ko.js") };

export class LateView {
  /** @type {View | null} */
  content = null;
  #isAsked = false;
  #isLeft = false;

  /**
   * @param {HTMLElement} element that it is put into
   * @param {() => Promise<new (element: HTMLElement, run: RunControl, services: DigitsServices) => View>} load
   * @param {RunControl} run
   * @param {DigitsServices} services
   */
  constructor(element, load, run, services) {
    tracked(this, "content");
    this.element = element;
    this.load = load;
    this.run = run;
    this.services = services;
  }

  render() {
    if (this.content) this.content.render();
    else if (!this.#isAsked) void this.#fetch();
  }

  destroy() {
    this.#isLeft = true;
    this.content?.destroy?.();
  }

  async #fetch() {
    this.#isAsked = true;
    const { element, services } = this;
    const [Content] = await hereInPlace(() => Promise.all([this.load(), services.learn([texts])]), element, services.t);
    if (this.#isLeft) return;
    element.replaceChildren();
    this.content = new Content(element, this.run, services);
    translate(element, services.t);
  }
}
