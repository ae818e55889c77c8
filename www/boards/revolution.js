/**
 * Why now? More data, faster hardware, and one idea for many fields.
 */

import { sayInPlace, whenHere } from "../shell/arrival.js";
import { tabList } from "../shell/controls.js";
import { el, said, translate } from "../shell/dom.js";
import { choice } from "../shell/fields.js";
import { fields as fieldsOfFields } from "./revolution/fields/fields.js";
import { fields as moreDataFields, MoreData } from "./revolution/more-data/index.js";
import { fields as raceFields, Race } from "./revolution/race/index.js";
import "../styles/revolution.css";

/** @import { MountedBoard, Services, StateOf } from "../shell/types" */

/**
 * What a tab shows. It is made when its tab is shown and destroyed when another one is, so that nothing works unseen;
 * what is to outlive that, a view keeps outside itself.
 * @typedef {object} View
 * @property {HTMLElement} element
 * @property {() => void} render the state, the language or the look has changed
 * @property {() => void} destroy
 * @property {() => void} toggle
 * @property {() => void} step
 * @property {() => void} reset
 */

/** @typedef {Services<StateOf<typeof fields>>} RevolutionServices */

const tabs = /** @type {const} */ (["more-data", "race", "fields"]);

export const fields = { tab: choice(tabs), ...moreDataFields, ...raceFields, ...fieldsOfFields };

/** The last one is four small boards, whose code is fetched when it is asked for.
 *  @type {Record<typeof tabs[number], () => Promise<new (services: RevolutionServices) => View>>} */
const views = {
  "more-data": async () => MoreData,
  race: async () => Race,
  fields: async () => (await import("./revolution/fields/index.js")).Fields,
};

/**
 * @param {HTMLElement} root
 * @param {RevolutionServices} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const { state, t } = services;
  const panels = tabs.map((id) => ({ id, title: /** @type {const} */ (`revolution.${id}`), panel: el("div", { class: "revolution-tab" }) }));
  const list = tabList("revolution.tabs", panels, (tab) => state.set({ tab }));
  root.append(el("div", { class: "board-head" }, el("h1", said("revolution.question")), list.element), ...panels.map(({ panel }) => panel));

  /** @type {{ view: View } | null} */
  let shown = null;
  /** What is shown, or will be when its code is here; null once the board is gone. @type {typeof tabs[number] | null} */
  let wanted = null;
  const show = async (/** @type {typeof tabs[number]} */ tab) => {
    wanted = tab;
    list.set(tab);
    const place = panels.find(({ id }) => id === tab)?.panel;
    const View = await whenHere(views[tab], sayInPlace((element) => place?.replaceChildren(element), t));
    if (wanted !== tab) return;
    shown?.view.destroy();
    shown = { view: new View(services) };
    translate(shown.view.element, t);
    for (const { id, panel } of panels) panel.replaceChildren(...(id === tab ? [shown.view.element] : []));
    shown.view.render();
  };
  const unbind = services.keys.bind({
    run: () => shown?.view.toggle(),
    step: () => shown?.view.step(),
    reset: () => shown?.view.reset(),
  });
  return {
    update: () => {
      const { tab } = state.values;
      if (wanted !== tab) void show(tab);
      else shown?.view.render();
    },
    destroy: () => {
      wanted = null;
      unbind();
      shown?.view.destroy();
    },
  };
}
