/**
 * Every chart has the same small menu of what can be taken of it: by the right button, a long press, or Enter while it has
 * the focus; with Shift where Enter presses something in it. The menu, its texts and what writes the files are fetched when
 * they are first wanted.
 */

import { chart } from "../i18n/index.js";
import { hereOrNotice } from "../shell/arrival.js";
import { whenPressedLong } from "./long-press.js";

/** @import { Services } from "../shell/types" */
/** @import { Format } from "../shell/format.js" */
/** @import { FigureTold, Takeaway } from "./takeaway" */

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
    if (element.isConnected) openMenu(takeaway, at, services, element);
  };
  element.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    void open(event);
  });
  element.addEventListener("keydown", (event) => {
    const isPressed = event.target !== element && event.target instanceof Element && event.target.matches("button, input, a");
    if (event.key !== "Enter" || event.defaultPrevented || (isPressed && !event.shiftKey)) return;
    event.preventDefault();
    const { left, top, width, height } = element.getBoundingClientRect();
    void open({ x: left + width / 2, y: top + height / 2 });
  });
  whenPressedLong(element, open);
}

/**
 * A chart that is no curves: its picture is what it shows. Where nothing in it can have the focus it has it itself.
 * @param {HTMLElement} element
 * @param {() => FigureTold} told
 * @param {Taker & { format: Format }} services
 */
export function offerFigure(element, told, services) {
  if (!element.querySelector("[tabindex], button")) element.tabIndex = 0;
  offerToTake(
    element,
    async () => {
      const { figureTakeaway } = await import("./figure-takeaway.js");
      return figureTakeaway(element, told(), services.format.short);
    },
    services,
  );
}
