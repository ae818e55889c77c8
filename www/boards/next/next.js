/**
 * What comes after this hour? Ideas of the rest of the course, each tried here.
 */

import { place } from "../../shell/settings.js";
import { mountTabs } from "../../shell/tabs.js";
import { settings as courseSettings } from "./course/settings.js";
import { settings as fewSettings } from "./few/settings.js";
import { settings as knownSettings } from "./known/settings.js";
import { settings as partsSettings, Parts } from "./parts/index.js";
import "./next.css";
import "./course/course.css";
import "./parts/parts.css";

/** @import { MountedBoard, Services, StateOf } from "../../shell/types" */

const tabs = /** @type {const} */ (["parts", "few", "known", "course"]);

export const settings = { tab: place(tabs), ...partsSettings, ...fewSettings, ...knownSettings, ...courseSettings };

/**
 * @param {HTMLElement} root
 * @param {Services<StateOf<typeof settings>>} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const { state } = services;
  return mountTabs(root, services, {
    question: "next.question",
    name: "next.tabs",
    tabs: [
      { id: "parts", title: "next.parts", load: async () => Parts },
      { id: "few", title: "next.few", load: async () => (await import("./few/index.js")).Few },
      { id: "known", title: "next.known", load: async () => (await import("./known/index.js")).Known },
      { id: "course", title: "next.course", load: async () => (await import("./course/index.js")).Course },
    ],
    chosen: () => state.values.tab,
    choose: (tab) => state.set({ tab }),
  });
}
