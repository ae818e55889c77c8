/**
 * Shows the board (or other page) that the address names, in the state that it names.
 */

import { boardInAddress, boardAddress, replaceBoardInAddress } from "./address.js";
import { readFields, writeFields } from "./fields.js";

/** @import { Board, Fields, MountedBoard, PageEntry, Services, StateOf } from "./types" */
/** @import { Speech } from "./language.js" */

/** What the shell gives every board, whatever its state.
 *  @typedef {Omit<Services<unknown>, "state">} SharedServices */

export class Router {
  /** @type {{ entry: PageEntry, board: Board<Fields>, state: { values: StateOf<Fields> }, mounted: MountedBoard } | null} */
  #shown = null;
  /** Where each board was when it was left: one comes back to it as it was. @type {Map<string, string>} */
  #addresses = new Map();
  /** Counts the visits, so that a board whose code comes late does not take the place of a later one. */
  #visit = 0;

  /**
   * @param {HTMLElement} root
   * @param {PageEntry[]} lecture the pages in their order; the first is shown where the address names none
   * @param {PageEntry[]} others
   * @param {SharedServices} services
   * @param {Speech} speech
   * @param {{ onShow: (id: string) => void, onAddress: (id: string, address: string) => void }} listener told which board
   * is shown, and where it is to be found as it is now
   */
  constructor(root, lecture, others, services, speech, listener) {
    this.root = root;
    this.lecture = lecture;
    this.others = others;
    this.services = services;
    this.speech = speech;
    this.listener = listener;
    addEventListener("hashchange", () => void this.follow());
  }

  /** Goes where the address points. */
  async follow() {
    const { id, parameters } = boardInAddress();
    const entry = [...this.lecture, ...this.others].find((page) => page.id === id) ?? this.lecture[0];
    if (!entry) return;
    if (id && entry.id !== id) this.services.notices.note("address.noBoard", { board: id });
    const visit = (this.#visit += 1);
    const [board] = await Promise.all([entry.load(), this.speech.learn(entry.texts)]);
    if (visit !== this.#visit) return;
    const { values, refused } = readFields(board.fields, parameters);
    if (refused.length > 0) this.services.notices.note("address.refused", { values: refused.join(", ") });
    if (this.#shown?.entry === entry) this.#shown.state.values = values;
    else this.#mount(entry, board, values);
    this.#tellAddress(entry, writeFields(board.fields, values));
    this.update();
    // From here on the page answers to what is pressed; the tests measure when that is.
    performance.mark("interactive");
  }

  /** The neighbour in the deck's order. @param {1 | -1} direction */
  turn(direction) {
    const index = this.lecture.findIndex((entry) => entry === this.#shown?.entry);
    const next = this.lecture[index + direction];
    if (next) location.hash = this.#addresses.get(next.id) ?? boardAddress(next.id);
  }

  /** The board follows the address, the language and the look. */
  update() {
    if (!this.#shown) return;
    document.title = `${this.speech.t(this.#shown.entry.title)} · Chalknet`;
    this.#shown.mounted.update();
  }

  /**
   * @param {PageEntry} entry
   * @param {Board<Fields>} board
   * @param {StateOf<Fields>} values
   */
  #mount(entry, board, values) {
    this.#shown?.mounted.destroy();
    const state = {
      values,
      /** @param {Partial<StateOf<Fields>>} changes */
      set: (changes) => {
        state.values = { ...state.values, ...changes };
        this.#tellAddress(entry, writeFields(board.fields, state.values));
        this.update();
      },
    };
    this.root.replaceChildren();
    this.root.dataset.board = entry.id;
    // Not spread: the services' number format changes with the language.
    const services = Object.create(this.services, { state: { value: state } });
    const mounted = board.mount(this.root, services);
    this.speech.translate(this.root);
    // Who turns the page by key hears where it leads; who has just come hears the document's title.
    if (this.#shown) this.services.announce(this.speech.t(entry.title));
    this.#shown = { entry, board, state, mounted };
    this.listener.onShow(entry.id);
  }

  /**
   * @param {PageEntry} entry
   * @param {URLSearchParams} parameters
   */
  #tellAddress({ id }, parameters) {
    replaceBoardInAddress(id, parameters);
    const address = boardAddress(id, parameters);
    this.#addresses.set(id, address);
    this.listener.onAddress(id, address);
  }
}
