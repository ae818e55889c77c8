/**
 * What does a second layer buy? Two lines, folded by hand; and a playground for networks of any depth.
 */

import { sayInPlace, whenHere } from "../shell/arrival.js";
import { tabList } from "../shell/controls.js";
import { el, said, translate } from "../shell/dom.js";
import { choice } from "../shell/fields.js";
import { fields as playgroundFields } from "./depth/playground/fields.js";
import { fields as twoLinesFields, TwoLines } from "./depth/two-lines/index.js";
import "../styles/depth.css";

/** @import { Playground } from "./depth/playground/index.js" */
/** @import { MountedBoard, Services, StateOf } from "../shell/types" */

const tabs = /** @type {const} */ (["two-lines", "playground"]);

export const fields = { tab: choice(tabs), ...twoLinesFields, ...playgroundFields };

/** @typedef {typeof tabs[number]} Tab */
/** @typedef {Services<StateOf<typeof fields>>} DepthServices */

/** The playground is the larger part by far, and is loaded when it is asked for.
 *  @type {Record<Tab, () => Promise<new (services: DepthServices) => TwoLines | Playground>>} */
const kinds = {
  "two-lines": async () => TwoLines,
  playground: async () => (await import("./depth/playground/index.js")).Playground,
};

/**
 * @param {HTMLElement} root
 * @param {DepthServices} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const panels = tabs.map((id) => ({ id, title: /** @type {const} */ (`depth.${id}`), panel: el("div", { class: "tab-panel" }) }));
  const list = tabList("depth.tabs", panels, (tab) => services.state.set({ tab }));
  root.append(el("div", { class: "board-head" }, el("h1", said("depth.question")), list.element), ...panels.map(({ panel }) => panel));

  /** Each is made when it is first shown. @type {Map<Tab, TwoLines | Playground>} */
  const views = new Map();
  /** @type {TwoLines | Playground | null} */
  let shown = null;
  let isOver = false;
  /** @type {Set<Tab>} */
  const opened = new Set();

  /** @param {Tab} tab */
  const open = async (tab) => {
    if (opened.has(tab)) return;
    opened.add(tab);
    const panel = panels.find(({ id }) => id === tab)?.panel;
    const View = await whenHere(kinds[tab], sayInPlace((element) => panel?.replaceChildren(element), services.t));
    if (isOver) return;
    const view = new View(services);
    views.set(tab, view);
    panel?.replaceChildren(view.element);
    translate(view.element, services.t);
    update();
  };
  const update = () => {
    const { tab } = services.state.values;
    const view = views.get(tab) ?? null;
    list.set(tab);
    if (shown !== view) {
      shown?.stop();
      shown = view;
      view?.start();
    }
    if (view) view.update();
    else void open(tab);
  };
  return {
    update,
    destroy: () => {
      isOver = true;
      for (const view of views.values()) view.destroy();
    },
  };
}
