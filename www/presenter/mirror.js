/**
 * What is on the projector, in small: a copy of this page in a frame of the same size, made anew every second and drawn
 * smaller. Copied and not drawn by another page, for only this one has the run that it shows.
 */

import { el } from "../shell/dom.js";

/** Of the copy, in CSS pixels. */
const WIDTH = 460;

export class Mirror {
  constructor() {
    this.frame = el("iframe", { tabindex: -1, inert: "", "aria-hidden": "true" });
    this.element = el("div", { class: "presenter-mirror" }, this.frame);
  }

  update() {
    const frame = this.frame.contentDocument;
    if (!frame) return;
    this.#fit();
    const page = frame.doctype ? frame : emptied(frame);
    if (page.head.childElementCount === 0) page.head.append(...stylesFor(page));
    for (const { name, value } of document.documentElement.attributes) page.documentElement.setAttribute(name, value);
    const body = page.importNode(document.body, true);
    for (const script of body.querySelectorAll("script")) script.remove();
    copyPictures(document.body, body);
    copyValues(document.body, body);
    page.body.replaceWith(body);
  }

  /** The lecture's window may have changed its size. */
  #fit() {
    const scale = WIDTH / innerWidth;
    Object.assign(this.frame.style, { width: `${innerWidth}px`, height: `${innerHeight}px`, transform: `scale(${scale})` });
    Object.assign(this.element.style, { width: `${WIDTH}px`, height: `${innerHeight * scale}px` });
  }
}

/** A document with nothing in it, which browsers lay out as this one. @param {Document} page */
export function emptied(page) {
  page.open();
  page.write("<!doctype html>");
  page.close();
  return page;
}

/** This page's styles, for another one. @param {Document} page */
export function stylesFor(page) {
  return [...document.querySelectorAll("link[rel=stylesheet], style")].map((style) => {
    const copy = page.importNode(style, true);
    // The other one has no address that names could be relative to.
    if (style instanceof HTMLLinkElement) copy.setAttribute("href", style.href);
    return copy;
  });
}

/** A copied canvas is empty. @param {HTMLElement} from @param {HTMLElement} to */
function copyPictures(from, to) {
  const copies = to.querySelectorAll("canvas");
  for (const [index, canvas] of [...from.querySelectorAll("canvas")].entries()) {
    if (canvas.width > 0 && canvas.height > 0) copies[index]?.getContext("2d")?.drawImage(canvas, 0, 0);
  }
}

/** A copied control has the value that it began with. @param {HTMLElement} from @param {HTMLElement} to */
function copyValues(from, to) {
  const fields = "input, select, textarea";
  const copies = to.querySelectorAll(fields);
  for (const [index, field] of [...from.querySelectorAll(fields)].entries()) {
    const copy = copies[index];
    if (!copy) continue;
    for (const name of ["value", "checked"]) if (Reflect.has(field, name) && Reflect.get(field, "type") !== "file") Reflect.set(copy, name, Reflect.get(field, name));
  }
}
