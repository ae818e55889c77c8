/**
 * Why now? More data, faster hardware, and one idea for many fields.
 */

import { place } from "../../shell/settings.js";
import { mountTabs } from "../../shell/tabs.js";
import { settings as applicationsSettings } from "./applications/settings.js";
import { settings as moreDataSettings, MoreData } from "./more-data/index.js";
import { settings as raceSettings, Race } from "./race/index.js";
import "./revolution.css";

/** @import { MountedBoard, Services, StateOf } from "../../shell/types" */

const tabs = /** @type {const} */ (["more-data", "race", "fields"]);

export const settings = { tab: place(tabs), ...moreDataSettings, ...raceSettings, ...applicationsSettings };

/**
 * @param {HTMLElement} root
 * @param {Services<StateOf<typeof settings>>} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const { state } = services;
  return mountTabs(root, services, {
    question: "revolution.question",
    name: "revolution.tabs",
    tabs: [
      { id: "more-data", title: "revolution.more-data", load: async () => MoreData },
      { id: "race", title: "revolution.race", load: async () => Race },
      // Four small boards.
      { id: "fields", title: "revolution.fields", load: async () => (await import("./applications/index.js")).Applications },
    ],
    chosen: () => state.values.tab,
    choose: (tab) => state.set({ tab }),
  });
}
