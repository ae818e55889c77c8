/**
 * When are rules enough, and when do they break? The multiplication table, digits told apart by rules made by hand, new
 * data, and a network that learns the same.
 */

import "./rules.css";
import { whenever } from "../../shell/signals.js";
import { mountTabs } from "../../shell/tabs.js";
import { Break } from "./break/index.js";
import { Enough } from "./enough/index.js";
import { settings } from "./settings.js";
import { trialFor } from "./trial.js";

/** @import { MountedBoard } from "../../shell/types" */
/** @import { RulesServices } from "./settings.js" */

export { settings };

/**
 * @param {HTMLElement} root
 * @param {RulesServices} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const { state } = services;
  const trial = trialFor(services);
  trial.enter();
  const end = whenever(() => ({ ...state.values }), (values) => trial.follow(values));
  const tabs = mountTabs(root, services, {
    question: "rules.question",
    name: "rules.sections",
    tabs: [
      { id: "enough", title: "rules.enough", load: async () => Enough },
      { id: "break", title: "rules.break", load: async () => Break },
      // It draws curves, whose code is as large as all the rest.
      { id: "learn", title: "rules.learn", load: async () => (await import("./learn/index.js")).Learn },
    ],
    chosen: () => state.values.section,
    choose: (section) => state.set({ section }),
  });
  return {
    destroy: () => {
      end();
      tabs.destroy();
      trial.leave();
    },
  };
}
