/**
 * What does a second layer buy? Two lines, folded by hand; and a playground for networks of any depth.
 */

import { place } from "../../shell/settings.js";
import { mountTabs } from "../../shell/tabs.js";
import { settings as playgroundSettings } from "./playground/settings.js";
import { settings as twoLinesSettings, TwoLines } from "./two-lines/index.js";
import "./depth.css";

/** @import { MountedBoard, Services, StateOf } from "../../shell/types" */

const tabs = /** @type {const} */ (["two-lines", "playground"]);

export const settings = { tab: place(tabs), ...twoLinesSettings, ...playgroundSettings };

/**
 * @param {HTMLElement} root
 * @param {Services<StateOf<typeof settings>>} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const { state } = services;
  return mountTabs(root, services, {
    question: "depth.question",
    name: "depth.tabs",
    tabs: [
      { id: "two-lines", title: "depth.two-lines", load: async () => TwoLines },
      // The larger part by far.
      { id: "playground", title: "depth.playground", load: async () => (await import("./playground/index.js")).Playground },
    ],
    chosen: () => state.values.tab,
    choose: (tab) => state.set({ tab }),
  });
}
