/**
 * A board with tabs, of which one is shown. What a tab shows is made when the tab is chosen and destroyed when another one
 * is, so that nothing works unseen; what is to outlive that is kept (`kept.js`). Its code may come late, or at the second
 * try.
 */

import { hereInPlace } from "./arrival.js";
import { tabList } from "./controls.js";
import { el, said, translate } from "./dom.js";
import { drawNow } from "./frames.js";
import { whenever } from "./signals.js";
import { Story } from "./story/story.js";

/** @import { Key } from "../i18n" */
/** @import { Act } from "./story/story.js" */
/** @import { Actions, MountedBoard, Services } from "./types" */

/**
 * What a tab shows, and what can be done in it.
 * @typedef {object} View
 * @property {HTMLElement} element
 * @property {Actions} actions
 * @property {() => Act} [act] the act of the board's story that is told with it
 * @property {() => void} destroy
 */

/**
 * @template {string} T
 * @template S
 * @param {HTMLElement} root
 * @param {Services<S>} services
 * @param {object} options
 * @param {Key} options.question
 * @param {Key} options.name of the list of tabs
 * @param {readonly { id: T, title: Key, load: () => Promise<new (services: Services<S>) => View> }[]} options.tabs
 * @param {() => T} options.chosen
 * @param {(id: T) => void} options.choose
 * @returns {MountedBoard}
 */
export function mountTabs(root, services, { question, name, tabs, chosen, choose }) {
  const { t } = services;
  const places = tabs.map((tab) => ({ ...tab, panel: el("div", { class: "tab-panel" }) }));
  const list = tabList(name, places, choose);
  const head = el("div", { class: "board-head" }, el("h1", said(question)), list.element);
  root.append(head, ...places.map(({ panel }) => panel));

  let leave = () => {};
  /** What is shown, or will be when its code is here; null once the board is gone. @type {T | null} */
  let wanted = null;
  const show = async (/** @type {T} */ id) => {
    wanted = id;
    list.set(id);
    const place = places.find((one) => one.id === id);
    if (!place) return;
    const wasInStory = head.querySelector(".story")?.contains(document.activeElement) ?? false;
    leave();
    leave = () => {};
    const View = await hereInPlace(place.load, place.panel, t);
    if (wanted !== id) return;
    const view = new View(services);
    const unbind = services.keys.bind(view.actions);
    const story = view.act ? new Story(services, view.act) : null;
    if (story) {
      head.append(story.element);
      translate(head, t);
      // Who has come by the story before stays with it.
      if (wasInStory) story.element.focus({ preventScroll: true });
    }
    translate(view.element, t);
    place.panel.replaceChildren(view.element);
    // Nobody sees it empty.
    drawNow();
    leave = () => {
      unbind();
      story?.destroy();
      story?.element.remove();
      view.destroy();
      place.panel.replaceChildren();
    };
  };
  const end = whenever(chosen, (id) => void (id !== wanted && show(id)));
  return {
    destroy: () => {
      end();
      wanted = null;
      leave();
    },
  };
}
