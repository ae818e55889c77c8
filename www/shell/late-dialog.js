/**
 * A dialog whose code comes when it is first asked for.
 */

import { hereOrNotice } from "./arrival.js";

/** @import { Notices } from "./types" */

/** What is made of the code. @typedef {{ element: HTMLDialogElement, destroy(): void }} Made */

export class LateDialog {
  /** @type {Made | null} */
  #made = null;

  /**
   * @param {object} options
   * @param {string} options.id of the notice that says so where the code does not come
   * @param {() => Promise<() => Made>} options.load
   * @param {Notices} options.notices
   */
  constructor(options) {
    this.options = options;
  }

  /** @param {HTMLElement} place that it is a part of; where that has been left meanwhile, nothing opens */
  async open(place) {
    const { id, load, notices } = this.options;
    const make = await hereOrNotice(load, notices, id);
    if (!place.isConnected) return;
    if (!this.#made) {
      this.#made = make();
      place.append(this.#made.element);
    }
    // It may have been asked for twice while the code came.
    if (!this.#made.element.open) this.#made.element.showModal();
  }

  destroy() {
    this.#made?.destroy();
  }
}
