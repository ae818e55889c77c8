/**
 * What does a second layer buy? Two lines, folded by hand; and a playground for networks of any depth.
 */

import { tabList } from "../shell/controls.js";
import { el, said } from "../shell/dom.js";
import { choice } from "../shell/fields.js";
import { fields as playgroundFields, Playground } from "./depth/playground/index.js";
import { fields as twoLinesFields, TwoLines } from "./depth/two-lines/index.js";
import "../styles/depth.css";
import "../styles/playground.css";

/** @import { MountedBoard, Services, StateOf } from "../shell/types" */

const tabs = /** @type {const} */ (["two-lines", "playground"]);

export const fields = { tab: choice(tabs), ...twoLinesFields, ...playgroundFields };

/**
 * @param {HTMLElement} root
 * @param {Services<StateOf<typeof fields>>} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const views = { "two-lines": new TwoLines(services), playground: new Playground(services) };
  const panels = tabs.map((id) => ({ id, title: /** @type {const} */ (`depth.${id}`), panel: views[id].element }));
  const list = tabList("depth.tabs", panels, (tab) => services.state.set({ tab }));
  root.append(el("div", { class: "board-head" }, el("h1", said("depth.question")), list.element), ...panels.map(({ panel }) => panel));

  /** @type {typeof tabs[number] | null} */
  let shown = null;
  return {
    update: () => {
      const { tab } = services.state.values;
      if (shown !== tab) {
        if (shown) views[shown].stop();
        shown = tab;
        list.set(tab);
        views[tab].start();
      }
      views[tab].update();
    },
    destroy: () => {
      for (const view of Object.values(views)) view.destroy();
    },
  };
}
