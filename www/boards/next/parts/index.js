/**
 * Look for parts: one small window goes over the whole picture, with numbers that one sets by hand; and two networks, of which
 * one learns such numbers.
 */

import { ActionButtons } from "../../../shell/actions.js";
import { segmented } from "../../../shell/controls.js";
import { el, named, said, setText, translate } from "../../../shell/dom.js";
import { keeping } from "../../../shell/kept.js";
import { Pad } from "../../../shell/pad.js";
import { same } from "../../../shell/same.js";
import { drawn, tracked, whenever } from "../../../shell/signals.js";
import { drawingFor } from "../drawing.js";
import { Networks } from "../networks/index.js";
import { kernelAct, poolAct } from "../story.js";
import { POOLED, SIDE, inkiest, pooledPlace } from "./kernels.js";
import { views } from "./settings.js";
import { Slide } from "./slide.js";
import { KernelView, PoolView, groundOf } from "./window-view.js";

/** @import { Action, Actions, RunActions } from "../../../shell/types" */
/** @import { PartsServices } from "./settings.js" */

export { settings } from "./settings.js";

class Slides {
  /** @type {PartsServices} */
  services;

  /** @param {PartsServices} services */
  constructor(services) {
    this.services = services;
    const { values } = services.state;
    this.kernel = new Slide(SIDE * SIDE, { place: () => this.services.state.values.window, move: (window) => this.services.state.set({ window }) });
    this.pool = new Slide(POOLED * POOLED, { place: () => this.services.state.values.pool, move: (pool) => this.services.state.set({ pool }) });
    /** With which the window goes, or has been everywhere. @type {readonly number[]} */
    this.kernelOfRun = values.kernel;
    tracked(this, "kernelOfRun");
    this.kernel.moveTo(values.window);
    this.pool.moveTo(values.pool);
  }

  /** Another kernel in mid-run begins anew, so that it can be predicted as well; what has been everywhere stays what it was. @param {readonly number[]} kernel */
  heed(kernel) {
    if (this.kernel.isOver || same(kernel, this.kernelOfRun)) return;
    this.kernelOfRun = kernel;
    if (this.kernel.hasBegun) this.kernel.forget();
  }
}

const slidesFor = keeping(Slides);

export class Parts {
  /** While they are looked at. @type {Networks | null} */
  networks = null;

  /** @param {PartsServices} services */
  constructor(services) {
    this.services = services;
    const { state } = services;
    tracked(this, "networks");
    this.slides = slidesFor(services);
    this.drawing = drawingFor(services);
    this.pad = new Pad({ strokes: this.drawing.strokes, name: "parts.canvas", hint: "parts.hint", onChange: () => void this.drawing.look().then(() => this.#toInk()) });
    this.look = segmented("parts.look", views, (view) => `parts.look.${view}`, (look) => state.set({ look }));
    this.ground = groundOf(this.drawing, services);
    this.views = { kernel: new KernelView(this.slides.kernel, this.ground, services), pool: new PoolView(this.slides.pool, this.ground, services) };
    /** @type {RunActions} */
    const sliding = {
      run: { name: () => (this.#slide.isOn ? "digits.pause" : this.#slide.isOver ? "parts.again" : "parts.run"), act: () => this.#slide.toggle() },
      step: { name: () => "digits.step", act: () => this.#slide.step(), isOff: () => this.#slide.isOn },
      reset: { name: () => "digits.reset", act: () => this.#slide.reset() },
    };
    this.buttons = new ActionButtons(sliding, services);
    this.controls = el("div", { class: "controls" }, ...this.buttons.elements);
    this.lead = el("p", { class: "lead" });
    this.asked = el("section", { class: "parts-ask", ...named("next.parts") }, this.look.element, this.lead, this.controls, this.pad.element, el("p", { id: "parts-keys", class: "unseen", ...said("parts.keys") }));
    this.element = el("div", { class: "parts" }, this.asked, this.views.kernel.element, this.views.pool.element);
    const acts = { kernel: kernelAct(this.slides.kernel, () => this.slides.kernelOfRun, services), pool: poolAct(this.slides.pool, services) };
    this.act = () => this.networks?.act() ?? acts[this.#windowLook];
    /** Of what is looked at. @param {keyof RunActions} name @returns {Action} */
    const shown = (name) => {
      const action = () => (this.networks?.controls.actions ?? sliding)[name];
      return { name: () => action().name(), act: () => action().act(), isOff: () => action().isOff?.() ?? false };
    };
    /** @type {Actions} */
    this.actions = { run: shown("run"), step: shown("step"), reset: shown("reset"), undo: this.pad.undoing };
    this.ends = [
      whenever(() => state.values.look, (look) => this.#choose(look)),
      whenever(() => ({ kernel: state.values.kernel, isOver: this.slides.kernel.isOver }), ({ kernel }) => this.slides.heed(kernel)),
      // An image of the data set stands in for a drawing, and comes when the data do.
      whenever(() => services.client.latest("data"), () => void (this.drawing.pixels ?? this.drawing.look())),
      drawn(() => this.#render()),
      drawn(() => this.pad.render()),
    ];
  }

  destroy() {
    for (const end of this.ends) end();
    this.slides.kernel.pause();
    this.slides.pool.pause();
    this.networks?.destroy();
    this.pad.destroy();
  }

  /** What has a window. */
  get #windowLook() {
    const { look } = this.services.state.values;
    return look === "networks" ? "kernel" : look;
  }

  get #slide() {
    return this.slides[this.#windowLook];
  }

  /** Before a window has gone anywhere it stands where one has drawn: on blank paper all products are 0. */
  #toInk() {
    if (this.drawing.strokes.length === 0) return;
    const place = inkiest(this.ground.inputs.value);
    const { kernel, pool } = this.slides;
    for (const [slide, own] of /** @type {const} */ ([[kernel, place], [pool, pooledPlace(place)]])) {
      if (slide.isOver) slide.at.move(own);
      else if (!slide.hasBegun) slide.forget(own);
    }
  }

  /** Nothing moves or learns unseen. @param {typeof views[number]} look */
  #choose(look) {
    if (look !== "kernel") this.slides.kernel.pause();
    if (look !== "pool") this.slides.pool.pause();
    if ((look === "networks") === (this.networks !== null)) return;
    this.networks?.destroy();
    this.networks?.ask.remove();
    this.networks?.element.remove();
    this.networks = look === "networks" ? new Networks(this.services) : null;
    if (!this.networks) return;
    this.controls.after(this.networks.ask);
    this.element.append(this.networks.element);
    translate(this.element, this.services.t);
  }

  #render() {
    const { t, state } = this.services;
    const { look } = state.values;
    this.look.set(look);
    this.element.dataset.look = look;
    setText(this.lead, t(`parts.${look}.lead`));
    for (const kind of /** @type {const} */ (["kernel", "pool"])) this.views[kind].element.hidden = kind !== look;
    this.controls.hidden = look === "networks";
    if (look === "networks") return;
    this.buttons.render();
    this.views[look].render();
  }
}
