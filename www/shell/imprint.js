/**
 * What a printed page says of itself at its foot: which board it is, where it is found, and of which day it is.
 */

import { el } from "./dom.js";

export class Imprint {
  element = el("footer", { class: "imprint" });

  update() {
    const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format();
    this.element.replaceChildren(...[document.title, location.href, day].map((text) => el("span", {}, text)));
  }
}
