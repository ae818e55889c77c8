/**
 * Handing the page on: its address, to copy and as a QR code for the room, with all of the board's controls or with some.
 */

import { blanked } from "../i18n/index.js";
import { addressForOthers, boardAddress, pageSettings } from "./address.js";
import { hereInPlace } from "./arrival.js";
import { copyText } from "./copying.js";
import { el, named, said, setText } from "./dom.js";
import { frameCode } from "./frame-code.js";
import { visibleControls } from "./kept-controls.js";
import { titledDialog } from "./titled-dialog.js";

/** @import { Key } from "../i18n" */
/** @import { Speech } from "./language.js" */
/** @import { Notices } from "./types" */

export class ShareDialog {
  /**
   * @param {HTMLElement} board
   * @param {Speech} speech
   * @param {Notices} notices
   */
  constructor(board, speech, notices) {
    this.board = board;
    this.speech = speech;
    this.notices = notices;
    this.address = el("textarea", { readonly: true, rows: 3, ...named("share.address") });
    this.code = el("div", { class: "qr-frame", role: "img", ...named("share.code") });
    this.tooLong = el("p", { class: "small", hidden: true, ...said("share.tooLong") });
    this.absence = el("div");
    this.reach = el("p", { class: "small", ...said(reachOf(location)) });
    this.list = el("div", { class: "kept-list" });
    this.choice = el("details", {}, el("summary", said("share.controls")), el("p", { class: "small", ...said("share.controlsExplained") }), this.list);
    this.frame = el("textarea", { readonly: true, rows: 3, ...named("share.frame") });
    this.framing = el(
      "details",
      { hidden: location.protocol === "file:" },
      el("summary", said("share.frameTitle")),
      el("p", { class: "small", ...said("share.frameExplained") }),
      el("div", { class: "share-address" }, this.frame),
      el("button", { type: "button", onclick: () => void this.#copy(this.frame, "share.frameCopied"), ...said("share.copyFrame") }),
    );
    const { dialog, head } = titledDialog("share", "share.title");
    this.element = dialog;
    this.element.append(
      this.code,
      el(
        "div",
        { class: "share-side" },
        head,
        el("div", { class: "share-address" }, this.address),
        el("button", { type: "button", onclick: () => void this.#copy(this.address, "share.copied"), ...said("share.copy") }),
        this.reach,
        this.absence,
        this.tooLong,
        el("a", { class: "share-worksheet", href: boardAddress("worksheet"), onclick: () => dialog.close(), ...said("worksheet.title") }),
        this.choice,
        this.framing,
      ),
    );
    this.list.addEventListener("change", () => void this.#show());
  }

  open() {
    const controls = new Map(visibleControls(this.board).map(({ key, element }) => [key, element.dataset.putAway === undefined]));
    const boxes = [...controls].map(([key, isKept]) => {
      const box = el("input", { type: "checkbox", value: key, checked: isKept });
      return el("label", { class: "check" }, box, el("span", said(/** @type {Key} */ (key))));
    });
    this.list.replaceChildren(...boxes);
    this.choice.hidden = boxes.length === 0;
    this.speech.translate(this.element);
    // A name with places to fill stands for many.
    for (const name of this.list.querySelectorAll("span")) setText(name, blanked(name.textContent ?? "", "…"));
    void this.#show();
    this.element.showModal();
  }

  async #show() {
    const address = this.#address();
    this.address.value = address;
    this.frame.value = frameCode(new URL(address), document.title);
    // Only who shares needs the library.
    const { qrPicture } = await hereInPlace(() => import("./qr.js"), this.absence, this.speech.t);
    this.absence.replaceChildren();
    if (address !== this.address.value) return;
    const picture = qrPicture(address);
    this.tooLong.hidden = picture !== null;
    this.code.replaceChildren(...(picture ? [picture] : []));
  }

  /** Of the page as it is, with the controls that are to stay. */
  #address() {
    const boxes = [...this.list.querySelectorAll("input")];
    const kept = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    const url = addressForOthers();
    if (kept.length === boxes.length) url.searchParams.delete("keep");
    else url.searchParams.set("keep", pageSettings.keep.write({ board: this.board.dataset.board ?? "", keys: kept }));
    return url.href;
  }

  /** @param {HTMLTextAreaElement} field @param {Key} copied */
  #copy(field, copied) {
    return copyText(field.value, () => field.select(), this.notices, { copied, refused: "share.refused" });
  }
}

/** How far the address reaches. @param {Location} location @returns {Key} */
function reachOf({ protocol, hostname }) {
  if (protocol === "file:") return "share.file";
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname) ? "share.thisMachine" : "share.everyone";
}
