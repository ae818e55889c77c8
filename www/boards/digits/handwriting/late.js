/**
 * What of the handwriting is opened later: its code and its words are fetched then, and if they do not come, that is said in
 * their place.
 */

import { sayInPlace, whenHere } from "../../../shell/arrival.js";
import { translate } from "../../../shell/dom.js";

/** @import { Part } from "../../../i18n" */
/** @import { DigitsServices } from "../settings.js" */

/** @type {Part} */
const texts = { en: () => import("./handwriting.en.js"), ko: () => import("./handwriting.ko.js") };

/**
 * @param {HTMLElement} place
 * @param {DigitsServices} services
 * @param {() => Promise<() => { element: HTMLElement, destroy: () => void }>} load what makes it
 * @returns {() => void} ends it
 */
export function putLate(place, services, load) {
  /** @type {{ destroy: () => void } | null} */
  let shown = null;
  let isEnded = false;
  const put = async () => {
    const fetch = async () => {
      const [make] = await Promise.all([load(), services.learn([texts])]);
      return make;
    };
    const make = await whenHere(fetch, sayInPlace((element) => !isEnded && place.replaceChildren(element), services.t));
    if (isEnded) return;
    const made = make();
    shown = made;
    place.replaceChildren(made.element);
    translate(place, services.t);
  };
  void put();
  return () => {
    isEnded = true;
    shown?.destroy();
  };
}
