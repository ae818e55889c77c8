/**
 * What does a second layer buy? Two lines, folded by hand; a playground for networks of any depth; and depth against width.
 */

import { place } from "../../shell/settings.js";
import { mountTabs } from "../../shell/tabs.js";
import { settings as wideSettings } from "./wide/settings.js";
import { settings as playgroundSettings } from "./playground/settings.js";
import { settings as twoLinesSettings, TwoLines } from "./two-lines/index.js";
import "./depth.css";

/** @import { MountedBoard, Services, StateOf } from "../../shell/types" */

const tabs = /** @type {const} */ (["two-lines", "playground", "deep-or-wide"]);

export const settings = { tab: place(tabs), ...twoLinesSettings, ...playgroundSettings, ...wideSettings };

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
      { id: "deep-or-wide", title: "depth.deep-or-wide", load: async () => (await import("./wide/index.js")).DeepOrWide },
    ],
    chosen: () => state.values.tab,
    choose: (tab) => state.set({ tab }),
  });
}
