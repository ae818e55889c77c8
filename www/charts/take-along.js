/**
 * Every chart has the same small menu of what can be taken of it: by the right button, a long press, or Enter while it has
 * the focus. The menu and what writes the files are fetched when it is first wanted.
 */

import { hereOrNotice } from "../shell/arrival.js";

/** @import { Services } from "../shell/types" */
/** @import { Takeaway } from "./takeaway" */

/** What the menu needs of the services. @typedef {Pick<Services<unknown>, "t" | "notices">} Taker */

/** Longer than browsers take for their own menu, which comes as an event where there is one. */
const LONG_PRESS_MS = 650;
/** A finger is never quite still. */
const STILL_PIXELS = 10;

/**
 * @param {HTMLElement} chart
 * @param {() => Promise<Takeaway>} load
 * @param {Taker} services
 */
export function offerToTake(chart, load, services) {
  let press = 0;
  let isComing = false;
  /** @param {{ x: number, y: number }} at */
  const open = async (at) => {
    clearTimeout(press);
    if (isComing) return;
    isComing = true;
    const [{ openMenu }, takeaway] = await hereOrNotice(() => Promise.all([import("./menu.js"), load()]), services.notices, "chart-menu");
    isComing = false;
    openMenu(takeaway, at, services);
  };
  chart.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    void open({ x: event.clientX, y: event.clientY });
  });
  chart.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== chart) return;
    event.preventDefault();
    const { left, top, width, height } = chart.getBoundingClientRect();
    void open({ x: left + width / 2, y: top + height / 2 });
  });
  let start = { x: 0, y: 0 };
  chart.addEventListener("pointerdown", ({ pointerType, clientX: x, clientY: y }) => {
    clearTimeout(press);
    start = { x, y };
    if (pointerType === "touch") press = window.setTimeout(() => void open(start), LONG_PRESS_MS);
  });
  chart.addEventListener("pointermove", ({ clientX, clientY }) => {
    if (Math.hypot(clientX - start.x, clientY - start.y) > STILL_PIXELS) clearTimeout(press);
  });
  for (const end of /** @type {const} */ (["pointerup", "pointercancel"])) chart.addEventListener(end, () => clearTimeout(press));
}
