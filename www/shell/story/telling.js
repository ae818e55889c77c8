/**
 * Whether the boards tell their story: a link can leave the beats out (`story=no`), and so can a switch.
 */

import { signal } from "@preact/signals-core";
import { pageParameter, setPageParameter } from "../address.js";

const told = signal(pageParameter("story") !== "no");
mark();

/** A signal. */
export function isTold() {
  return told.value;
}

/** @param {boolean} on */
export function tell(on) {
  told.value = on;
  setPageParameter("story", on ? "yes" : "no");
  mark();
}

/** For the styles: a board with its beats has another place for its question. */
function mark() {
  document.documentElement.dataset.story = told.peek() ? "on" : "off";
}
