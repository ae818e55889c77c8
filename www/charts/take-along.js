/**
 * Every chart has the same small menu of what can be taken of it: by the right button, a long press, or Enter while it has
 * the focus. The menu, its texts and what writes the files are fetched when they are first wanted.
 */

import { chart } from "../i18n/index.js";
import { hereOrNotice } from "../shell/arrival.js";
import { whenPressedLong } from "./long-press.js";

/** @import { Services } from "../shell/types" */
/** @import { Takeaway } from "./takeaway" */

/** What the menu needs of the services. @typedef {Pick<Services<unknown>, "t" | "learn" | "notices">} Taker */

/**
 * @param {HTMLElement} element
 * @param {() => Promise<Takeaway>} load
 * @param {Taker} services
 */
export function offerToTake(element, load, services) {
  let isComing = false;
  /** @param {{ x: number, y: number }} at in the window */
  const open = async (at) => {
    if (isComing) return;
    isComing = true;
    const menu = () => Promise.all([import("./menu.js"), services.learn([chart]).then(load)]);
    const [{ openMenu }, takeaway] = await hereOrNotice(menu, services.notices, "chart-menu");
    isComing = false;
    // Its board may have been left meanwhile.
    if (element.isConnected) openMenu(takeaway, at, services);
  };
  element.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    void open(event);
  });
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== element) return;
    event.preventDefault();
    const { left, top, width, height } = element.getBoundingClientRect();
    void open({ x: left + width / 2, y: top + height / 2 });
  });
  whenPressedLong(element, open);
}
