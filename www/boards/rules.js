/**
 * When are rules enough, and when do they break? The multiplication table, digits told apart by rules made by hand, new
 * data, and a network that learns the same.
 */

import "../styles/rules.css";
import { sayInPlace, whenHere } from "../shell/arrival.js";
import { tabList } from "../shell/controls.js";
import { el, oncePerFrame, said, translate } from "../shell/dom.js";
import { keeping } from "../shell/kept.js";
import { Break } from "./rules/break/index.js";
import { Enough } from "./rules/enough/index.js";
import { fields, sections } from "./rules/fields.js";
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

/** The last one draws curves, whose code is as large as all the rest: it is fetched when it is asked for.
 *  @type {Record<typeof sections[number], () => Promise<new (trial: Trial, services: RulesServices) => View>>} */
const views = {
  enough: async () => Enough,
  break: async () => Break,
  learn: async () => (await import("./rules/learn/index.js")).Learn,
};

const trialFor = keeping(Trial);

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
  const trial = trialFor(services);
  trial.enter(render);
  /** @type {{ view: View } | null} */
  let shown = null;
  /** What is shown, or will be when its code is here; null once the board is gone. @type {typeof sections[number] | null} */
  let wanted = null;
  const show = async (/** @type {typeof sections[number]} */ section) => {
    wanted = section;
    list.set(section);
    const place = panels.find(({ id }) => id === section)?.panel;
    const Section = await whenHere(views[section], sayInPlace((element) => place?.replaceChildren(element), services.t));
    if (wanted !== section) return;
    shown?.view.destroy();
    shown = { view: new Section(trial, services) };
    translate(shown.view.element, services.t);
    for (const { id, panel } of panels) panel.replaceChildren(...(id === section ? [shown.view.element] : []));
    render();
  };
  const unbind = services.keys.bind({
    run: () => shown?.view.toggle(),
    step: () => shown?.view.step(),
    reset: () => shown?.view.reset(),
  });
  return {
    update: () => {
      const { section } = state.values;
      if (wanted !== section) void show(section);
      trial.follow();
      shown?.view.restyle?.();
      render();
    },
    destroy: () => {
      trial.leave();
      wanted = null;
      shown?.view.destroy();
      render.cancel();
      unbind();
    },
  };
}
