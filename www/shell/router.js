/**
 * Shows the board (or other page) that the address names, in the state that it names.
 */

import { effect, signal, untracked } from "@preact/signals-core";
import { tracked } from "./signals.js";
import { arrive, boardInAddress, boardAddress, goTo, inShort, writeBoardInAddress } from "./address.js";
import { asking } from "./asking.js";
import { reload, sayInPlace, whenHere } from "./arrival.js";
import { el, said } from "./dom.js";
import { readSettings, writeSettings } from "./settings.js";
import { drawNow } from "./frames.js";
import { createState } from "./state.js";
import { Trail } from "./trail.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { Absence } from "./arrival.js" */
/** @import { Board, Settings, MountedBoard, PageEntry, Services, StateOf } from "./types" */
/** @import { Speech } from "./language.js" */

/** What the shell gives every board, whatever its state.
 *  @typedef {Omit<Services<unknown>, "state" | "ask" | "explain" | "goOn">} SharedServices */

/** A board in view, from when it is made until it is left. `number`: for the trail.
 *  @typedef {{ entry: PageEntry, board: Board<Settings>, state: ReturnType<typeof createState<Settings>>, number: number, mounted: MountedBoard | null, isLeft: boolean }} Visit */

export class Router {
  /** Null while there is none in view. @type {Visit | null} */
  #visit = null;
  /** Where each board was when it was left: one comes back to it as it was. @type {Map<string, string>} */
  #addresses = new Map();
  #trail = new Trail();
  /** The page that is shown, or said to be missing in its place. @type {Signal<PageEntry | undefined>} */
  #shown = signal(undefined);
  /** Counts the turns, so that a board whose code comes late does not take the place of a later one. */
  #turn = 0;

  /**
   * @param {HTMLElement} root
   * @param {PageEntry[]} lecture the pages in their order; the first is shown where the address names none
   * @param {PageEntry} end where the last one leads on
   * @param {PageEntry[]} others
   * @param {SharedServices} services
   * @param {Speech} speech
   * @param {{ onShow: (id: string) => void, onAddress: (id: string, address: string) => void }} listener told which board
   * is shown, and where it is to be found as it is now
   */
  constructor(root, lecture, end, others, services, speech, listener) {
    this.root = root;
    this.lecture = lecture;
    this.end = end;
    this.others = [end, ...others];
    this.services = services;
    this.speech = speech;
    this.listener = listener;
    // A change of the hash alone is told by `hashchange`, and not that the page was told another language in between.
    addEventListener("popstate", () => void this.follow());
    effect(() => {
      if (this.#shown.value) document.title = `${speech.t(`${this.#shown.value.id}.title`)} · Chalknet`;
    });
  }

  /** The page that the address names now: the browser tells of a change later, when one before may still be in view. */
  get #addressed() {
    const { id } = boardInAddress();
    return [...this.lecture, ...this.others].find((entry) => entry.id === id) ?? this.lecture[0];
  }

  /** Goes where the address points. @param {string[]} [others] of its values that have been refused already */
  async follow(others = []) {
    const { hash } = location;
    const { id, parameters } = boardInAddress();
    const entry = this.#addressed;
    if (!entry) return;
    const unknown = id === entry.id ? "" : id;
    this.#tellRefused(others, unknown);
    const turn = (this.#turn += 1);
    const fetch = () => Promise.all([entry.load(), this.speech.learn(entry.texts)]);
    const [board] = await whenHere(fetch, (absence) => turn === this.#turn && this.#showAbsence(entry, absence));
    // It may have gone on meanwhile, and not have told yet.
    if (turn !== this.#turn || hash !== location.hash) return;
    const { values: addressed, refused } = readSettings(board.settings, parameters);
    if (refused.length > 0) this.#tellRefused([...others, ...refused], unknown);
    const { values, number } = this.#trail.arrive({ id: entry.id, settings: board.settings, values: addressed }, arrive());
    if (this.#visit?.entry === entry) {
      this.#visit.number = number;
      this.#visit.state.take(values);
    } else this.#show(entry, board, values, number);
    if (this.#visit) this.#write(this.#visit);
    // From here on the page answers to what is pressed; the tests measure when that is.
    performance.mark("interactive");
  }

  /** All at once: a second note would take the place of the first. @param {string[]} values @param {string} board */
  #tellRefused(values, board) {
    const { notices } = this.services;
    if (values.length > 0) notices.note("address.refused", { values: inShort(board ? [board, ...values] : values) });
    else if (board) notices.note("address.noBoard", { board: inShort([board]) });
  }

  /** The neighbour in the deck's order. @param {1 | -1} direction */
  turn(direction) {
    const index = this.lecture.findIndex((entry) => entry === this.#addressed);
    const next = this.lecture[index + direction];
    if (next) goTo(this.#addresses.get(next.id) ?? boardAddress(next.id));
  }

  /**
   * @param {PageEntry} entry
   * @param {Board<Settings>} board
   * @param {StateOf<Settings>} values
   * @param {number} number
   */
  #show(entry, board, values, number) {
    this.#clear();
    this.#shown.value = entry;
    /** @type {Visit} */
    const visit = { entry, board, state: createState(board.settings, values, () => this.#write(visit)), number, mounted: null, isLeft: false };
    tracked(visit, "isLeft");
    this.#visit = visit;
    this.root.dataset.board = entry.id;
    try {
      visit.mounted = board.mount(this.root, this.#servicesOf(visit));
    } catch (error) {
      reportError(error);
      return this.#showAbsence(entry, { reason: "broken", action: reload });
    }
    this.speech.translate(this.root);
    // Nobody sees it empty.
    drawNow();
    // Who turns the page by key hears where it leads; who has just come hears the document's title.
    if (this.#turn > 1) this.services.announce(this.speech.t(`${entry.id}.title`));
    this.listener.onShow(entry.id);
  }

  /**
   * In the place of a board that is not here.
   * @param {PageEntry} entry
   * @param {Absence} absence
   */
  #showAbsence(entry, absence) {
    this.#clear();
    this.#shown.value = entry;
    sayInPlace((element) => {
      element.prepend(el("h1", said(`${entry.id}.title`)));
      this.root.append(element);
    }, this.speech.t)(absence);
    this.speech.translate(this.root);
    this.listener.onShow(entry.id);
  }

  /** Leaves what is in view. */
  #clear() {
    const visit = this.#visit;
    visit?.mounted?.destroy();
    if (visit) visit.isLeft = true;
    this.#visit = null;
    delete this.root.dataset.board;
    const hadFocus = this.root.contains(document.activeElement);
    this.root.replaceChildren();
    if (hadFocus) this.root.focus({ preventScroll: true });
  }

  /**
   * What a board may use. Answers that it has asked for may come when it is left: then it writes nothing any more.
   * @param {Visit} visit
   * @returns {Services<StateOf<Settings>>}
   */
  #servicesOf(visit) {
    const { notices } = this.services;
    const ifInView = (/** @type {() => void} */ say) => !visit.isLeft && say();
    /** @type {SharedServices["notices"]} */
    const ownNotices = {
      problem: (notice) => ifInView(() => notices.problem(notice)),
      offer: (notice) => ifInView(() => notices.offer(notice)),
      note: (text, values, isSo = () => true) => ifInView(() => notices.note(text, values, () => !visit.isLeft && isSo())),
      dismiss: (id) => notices.dismiss(id),
    };
    const announce = (/** @type {string} */ text) => ifInView(() => this.services.announce(text));
    // Not spread: the services' number format changes with the language.
    const { ask, explain } = asking(this.services.client, ownNotices);
    const own = { state: visit.state, notices: ownNotices, announce, ask, explain, goOn: this.#onwardFrom(visit.entry) };
    return Object.assign(Object.create(this.services), own);
  }

  /** @param {PageEntry} entry @returns {Services<unknown>["goOn"]} */
  #onwardFrom(entry) {
    if (!this.lecture.includes(entry)) return null;
    if (entry !== this.lecture.at(-1)) return { to: "keys.next", go: () => this.turn(1) };
    return { to: `${this.end.id}.title`, go: () => goTo(boardAddress(this.end.id)) };
  }

  /**
   * Remembers where the board is to be found as it is now, and writes it to the address if it is in view.
   * @param {Visit} visit
   */
  #write({ entry, board, state, number, isLeft }) {
    // It has been opened anew, and is elsewhere now.
    if (isLeft && this.#visit?.entry === entry) return;
    const values = untracked(() => ({ ...state.values }));
    const address = boardAddress(entry.id, writeSettings(board.settings, values));
    this.#addresses.set(entry.id, address);
    this.listener.onAddress(entry.id, address);
    const step = this.#trail.remember({ id: entry.id, settings: board.settings, values }, number);
    if (!isLeft) writeBoardInAddress(address, step);
  }
}
