/**
 * An offer that is for who looks at its board: what another board shows is not about it. It is there again when one comes
 * back.
 */

/** @import { Notice, Notices } from "./types" */

export class BoardOffer {
  /** @type {(() => Omit<Notice, "id">) | null} */
  #notice = null;
  #isShown = false;

  /**
   * @param {string} id
   * @param {{ services: { notices: Notices } }} owner whose services come anew every time that its board is shown
   */
  constructor(id, owner) {
    this.id = id;
    this.owner = owner;
  }

  /** @param {(() => Omit<Notice, "id">) | null} notice null when there is nothing on offer any more */
  show(notice) {
    this.#notice = notice;
    this.#say();
  }

  /** Its board is shown. */
  enter() {
    this.#isShown = true;
    this.#say();
  }

  /** Its board is left. */
  leave() {
    this.owner.services.notices.dismiss(this.id);
    this.#isShown = false;
  }

  #say() {
    if (!this.#isShown) return;
    const { notices } = this.owner.services;
    if (this.#notice) notices.offer({ id: this.id, ...this.#notice() });
    else notices.dismiss(this.id);
  }
}
