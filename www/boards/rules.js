/**
 * When are rules enough, and when do they break? The multiplication table, digits told apart by rules made by hand, new
 * data, and a network that learns the same.
 */

import { tabList } from "../shell/controls.js";
import { el, oncePerFrame, said, translate } from "../shell/dom.js";
import { Break } from "./rules/break/index.js";
import { Enough } from "./rules/enough/index.js";
import { fields, sections } from "./rules/fields.js";
import { Learn } from "./rules/learn/index.js";
import { Trial } from "./rules/trial.js";

/** @import { MountedBoard } from "../shell/types" */
/** @import { RulesServices } from "./rules/fields.js" */

export { fields };

/**
 * What a section shows. It is made when the section is shown, and destroyed when another one is.
 * @typedef {object} View
 * @property {HTMLElement} element
 * @property {() => void} render
 * @property {() => void} [restyle] the language or the look may have changed
 * @property {() => void} destroy
 * @property {() => void} toggle
 * @property {() => void} step
 * @property {() => void} reset
 */

/** @type {Record<typeof sections[number], new (trial: Trial, services: RulesServices) => View>} */
const views = { enough: Enough, break: Break, learn: Learn };

/**
 * @param {HTMLElement} root
 * @param {RulesServices} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const { state } = services;
  const panels = sections.map((id) => ({ id, title: /** @type {const} */ (`rules.${id}`), panel: el("div", { class: "rules-section" }) }));
  const list = tabList("rules.sections", panels, (section) => state.set({ section }));
  root.append(el("div", { class: "board-head" }, el("h1", said("rules.question")), list.element), ...panels.map(({ panel }) => panel));

  const render = oncePerFrame(() => shown?.view.render());
  const trial = new Trial(services, render);
  /** @type {{ section: typeof sections[number], view: View } | null} */
  let shown = null;
  const show = (/** @type {typeof sections[number]} */ section) => {
    shown?.view.destroy();
    shown = { section, view: new views[section](trial, services) };
    translate(shown.view.element, services.t);
    for (const { id, panel } of panels) panel.replaceChildren(...(id === section ? [shown.view.element] : []));
    list.set(section);
  };
  const unbind = services.keys.bind({
    run: () => shown?.view.toggle(),
    step: () => shown?.view.step(),
    reset: () => shown?.view.reset(),
  });
  return {
    update: () => {
      const { section } = state.values;
      if (shown?.section !== section) show(section);
      trial.follow();
      shown?.view.restyle?.();
      render();
    },
    destroy: () => {
      shown?.view.destroy();
      render.cancel();
      trial.destroy();
      unbind();
    },
  };
}
