/**
 * The page on a phone: one draws 0 to 9, once or more, and hands that on as a QR code, a link or a file. Nothing of it
 * leaves the device otherwise, and nothing is kept when the page is closed.
 */

import { addressForOthers } from "../../../shell/address.js";
import { askBeforeClosing } from "../../../shell/closing.js";
import { copyText } from "../../../shell/copying.js";
import { el, named, said, setText } from "../../../shell/dom.js";
import { keeping } from "../../../shell/kept.js";
import { whenDropped } from "../../../shell/opening.js";
import { Pad } from "../../../shell/pad.js";
import { qrPicture } from "../../../shell/qr.js";
import { saveFile } from "../../../shell/saving.js";
import { drawn, tracked } from "../../../shell/signals.js";
import { CLASSES } from "../sizes.js";
import { keptName, sheetLimits } from "./codec.js";
import { linkTo } from "./links.js";
import "./handwriting.css";

/** @import { Action } from "../../../shell/types" */
/** @import { Stroke } from "../../../protocol" */
/** @import { DigitsServices } from "../settings.js" */
/** @import { Written } from "./codec.js" */

/** What has been written so far; it is not lost with a look at another board. */
const writingFor = keeping(
  class {
    /** @type {Written[]} */
    drawings = [];
    /** What is on the pad. @type {Stroke[]} */
    strokes = [];
    name = "";
    isInked = false;
    /** The link that was copied or saved last. */
    taken = "";
    /** All ten are there, and no further round has been begun. */
    isDone = false;

    /** @param {DigitsServices} services */
    constructor(services) {
      this.services = services;
      tracked(this, "drawings", "name", "isInked", "isDone");
    }
  },
);

export class WritingPage {
  /** @param {DigitsServices} services */
  constructor(services) {
    this.services = services;
    this.writing = writingFor(services);
    this.digit = el("h1", { class: "writing-digit" });
    this.place = el("p", { class: "caption", role: "status" });
    const { strokes } = this.writing;
    this.pad = new Pad({ strokes, name: "pad.canvas", hint: "pad.hint", onChange: () => (this.writing.isInked = strokes.length > 0), undoEarlier: () => this.#back() });
    /** @type {Action} */
    const next = { name: () => "handwriting.next", act: () => this.#next() };
    this.next = el("button", { type: "button", class: "main", onclick: next.act, ...said(next.name()) });
    // Which of the two is there the first frame says: nobody sees both.
    this.drawing = el("div", { class: "writing-drawing", hidden: true }, el("div", { class: "writing-head" }, this.digit, this.place), this.pad.element, this.next);
    this.name = el("input", { type: "text", maxlength: sheetLimits.name, autocomplete: "off" });
    this.name.addEventListener("input", () => (this.writing.name = keptName(this.name.value)));
    this.name.value = this.writing.name;
    this.code = el("div", { class: "qr-frame", role: "img", ...named("handwriting.code") });
    this.link = el("textarea", { readonly: true, rows: 2 });
    this.again = el("button", { type: "button", onclick: () => (this.writing.isDone = false), ...said("handwriting.again") });
    this.handing = el(
      "div",
      { class: "writing-handing", hidden: true },
      el("h1", said("handwriting.show")),
      this.code,
      el("p", { class: "small", ...said("handwriting.nothingElse") }),
      el("label", { class: "labelled" }, el("span", { class: "caption", ...said("handwriting.name") }), this.name),
      el("label", { class: "labelled" }, el("span", { class: "caption", ...said("handwriting.link") }), el("span", { class: "share-address" }, this.link)),
      el(
        "div",
        { class: "writing-ways" },
        el("button", { type: "button", onclick: () => this.#copy(), ...said("handwriting.copy") }),
        el("button", { type: "button", onclick: () => this.#save(), ...said("handwriting.save") }),
        this.again,
        el("button", { type: "button", onclick: () => this.#delete(), ...said("handwriting.delete") }),
      ),
    );
    this.element = el("div", { class: "writing" }, this.drawing, this.handing);
    this.ends = [whenDropped(() => services.notices.note("handwriting.dropped")), drawn(() => this.#render()), drawn(() => this.pad.render()), services.keys.bind({ run: next, undo: this.pad.undoing })];
  }

  destroy() {
    for (const end of this.ends) end();
    this.pad.destroy();
  }

  get #link() {
    const page = addressForOthers();
    page.searchParams.delete("keep");
    return linkTo(page.href, this.writing);
  }

  #render() {
    const { t, format } = this.services;
    const { drawings, isInked, isDone } = this.writing;
    this.#guard();
    const digit = drawings.length % CLASSES;
    this.drawing.hidden = isDone;
    this.handing.hidden = !isDone;
    setText(this.digit, t("handwriting.write", { digit: format.integer(digit) }));
    setText(this.place, t("handwriting.place", { number: format.integer(digit + 1), all: format.integer(CLASSES) }));
    this.next.disabled = !isInked;
    this.again.disabled = drawings.length >= sheetLimits.drawings;
    if (!isDone) return;
    const link = this.#link;
    if (link === this.link.value) return;
    this.link.value = link;
    const picture = qrPicture(link);
    this.code.replaceChildren(...(picture ? [picture] : []));
  }

  /** The one on the pad is written; the next one has its turn. */
  #next() {
    const { drawings, strokes } = this.writing;
    if (strokes.length === 0 || this.writing.isDone) return;
    this.writing.drawings = [...drawings, { digit: drawings.length % CLASSES, strokes: structuredClone(strokes) }];
    this.pad.replace([]);
    this.writing.isDone = this.writing.drawings.length % CLASSES === 0;
  }

  /** The last one is on the pad again. */
  #back() {
    const { drawings } = this.writing;
    const last = drawings.at(-1);
    if (!last || this.writing.isDone) return;
    this.writing.drawings = drawings.slice(0, -1);
    this.pad.replace(structuredClone(last.strokes));
  }

  #guard() {
    askBeforeClosing(this.writing, this.writing.drawings.length > 0 && this.writing.taken !== this.#link);
  }

  #take() {
    this.writing.taken = this.link.value;
    this.#guard();
  }

  #copy() {
    this.#take();
    return copyText(this.link.value, () => this.link.select(), this.services.notices, { copied: "handwriting.copied", refused: "handwriting.refused" });
  }

  #save() {
    saveFile("chalknet-handwriting.txt", "text/plain", this.link.value);
    this.#take();
  }

  #delete() {
    this.writing.drawings = [];
    this.writing.name = this.name.value = "";
    this.writing.isDone = false;
    this.pad.replace([]);
    this.services.announce(this.services.t("handwriting.deleted"));
  }
}
