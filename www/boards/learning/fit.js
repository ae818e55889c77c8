/**
 * The model on its way to the target: asks the worker for steps, and keeps where they have led.
 */

import { Series } from "../../charts/series.js";
import { goneOn } from "../../shell/gone.js";
import { tracked } from "../../shell/signals.js";
import { TakeBack } from "../../shell/take-back.js";
import { SAFE_RATE, hiddenOf, problemOf } from "./settings.js";

/** @import { Gone } from "../../shell/gone.js" */
/** @import { MessageOf } from "../../protocol" */
/** @import { LearningFit, LearningMessage } from "./protocol" */
/** @import { LearningServices, LearningState } from "./settings.js" */

/** So long a page that was asleep makes up for, in seconds. */
const MOST_SECONDS = 0.25;

const MOST_POINTS = 600;
/** The path on the map has so many points at most; then every other one goes. */
const MOST_PATH = 4000;

export class Fit {
  /** The heights of g; null until they are known. @type {Float32Array | null} */
  knots = null;
  /** @type {Float32Array | null} */
  weights = null;
  /** What the worker said last of the model as it is. @type {LearningFit | null} */
  answer = null;
  /** How far the newest step would have gone with a learning rate of 1; null where there was none. @type {number | null} */
  slope = null;
  /** So many steps in a row have led down; all of them where none with this learning rate has led up. */
  calm = Infinity;
  /** f over X before the newest step, where single steps are taken. @type {Float32Array | null} */
  before = null;
  steps = 0;
  /** Which run the worker's answer is of. Another one begins where learning does; not with what is moved by hand. */
  run = 0;
  /** What that answer is of, in words, and from which step on it has been of that. */
  told = { problem: "", from: 0 };
  /** @type {Gone | null} */
  gone = null;
  isOn = false;
  isDiverged = false;
  /** w, b, w, b, … of the line since it began. @type {number[]} */
  path = [];
  history = newHistory();
  /** The largest divergence at any x since it began. */
  highest = 0;

  /** The weights with the lowest loss so far, and how it got there. @type {{ weights: Float32Array, total: number, steps: number, path: number[], highest: number } | null} */
  #best = null;
  #newestRun = 0;
  /** Changes with everything that makes an answer under way worthless. */
  #version = 0;
  #asking = false;
  /** What the worker said last is not of the model and the target as they are. */
  #isStale = false;
  /** What the newest answer will be of. */
  #telling = this.told;
  /** The weights are those of another model than the settings say, whose first ones are on their way. */
  #isOfAnother = false;
  #due = 0;
  #lastFrame = 0;
  #frame = 0;
  #shown = { model: "", target: "", loss: "" };
  /** What the board's state was when it was followed last. @type {LearningState} */
  #settings;
  /** Told when steps have been done, and no more are to come. */
  onRest = () => {};

  /** The board's, which come anew every time that it is shown. @type {LearningServices} */
  services;

  /** @param {LearningServices} services */
  constructor(services) {
    this.services = services;
    this.#settings = { ...services.state.values };
    tracked(this, "knots", "weights", "answer", "slope", "calm", "before", "steps", "run", "told", "gone", "isOn", "isDiverged", "path", "history");
    this.takeBack = new TakeBack(this);
  }

  /** The board is shown. @param {() => void} onRest */
  enter(onRest) {
    this.onRest = onRest;
    this.takeBack.enter();
  }

  /** The board is left, and nothing moves unseen. */
  leave() {
    this.isOn = false;
    this.#due = 0;
    cancelAnimationFrame(this.#frame);
    this.takeBack.leave();
  }

  get isLine() {
    return this.services.state.values.model === "line";
  }

  /** What the settings ask for, in words. */
  get problem() {
    return Object.values(shownOf(this.services.state.values)).join();
  }

  /** The lowest loss so far. */
  get lowest() {
    return this.#best?.total ?? Infinity;
  }

  /** Other settings, perhaps. @param {LearningState} values */
  follow(values) {
    const shown = shownOf(values);
    const before = this.#shown;
    this.#shown = shown;
    if (shown.target !== before.target) void this.#loadTarget();
    if (shown.model !== before.model) void this.reset();
    else if (shown.loss !== before.loss) {
      this.#newestRun += 1;
      this.#judgeAnew();
    }
    // How shorter steps do is yet to be seen.
    if (values.learningRate < this.#settings.learningRate) this.calm = Infinity;
    this.#settings = values;
  }

  /** Another g, by hand. @param {Float32Array} knots */
  draw(knots) {
    this.knots = knots;
    this.#setByHand({ g: "own", own: [...knots] });
    this.#judgeAnew();
  }

  /** g as it was before a stroke. @param {Pick<LearningState, "g" | "own"> & { knots: Float32Array }} target */
  undraw({ g, own, knots }) {
    this.knots = knots;
    this.#setByHand({ g, own });
    this.#newestRun += 1;
    this.#judgeAnew();
  }

  /** The line, by hand. @param {number} w @param {number} b */
  place(w, b) {
    this.pause();
    if (this.steps > 0) this.#drop();
    else this.takeBack.goOn();
    this.#setByHand({ w, b });
    this.#begin(Float32Array.of(w, b));
  }

  toggle() {
    if (this.isOn) this.pause();
    else this.#run();
  }

  pause() {
    const wasOn = this.isOn;
    this.isOn = false;
    this.#due = 0;
    cancelAnimationFrame(this.#frame);
    if (wasOn) this.onRest();
  }

  /** One gradient step. */
  step() {
    if (this.isDiverged) return;
    this.isOn = false;
    cancelAnimationFrame(this.#frame);
    this.#due = Math.floor(this.#due) + 1;
    void this.#pump();
  }

  /** Back to the first weights, which the address determines. */
  async reset() {
    this.#drop();
    this.#due = 0;
    this.#isOfAnother = true;
    const version = (this.#version += 1);
    const { values } = this.services.state;
    const { w, b, seed } = values;
    const weights = this.isLine ? Float32Array.of(w, b) : await this.#request("learningStart", { hidden: hiddenOf(values), seed });
    if (!weights || version !== this.#version) return;
    this.#newestRun += 1;
    this.#begin(weights);
  }

  /** Back to the best weights so far, with a learning rate that does not lead away from them. */
  goBack() {
    const best = this.#best;
    if (!best) return;
    this.#newestRun += 1;
    const { history, told } = this;
    history.cut(best.steps - 1);
    this.#begin(best.weights, best.steps);
    // It is the same run, with its past.
    Object.assign(this, { history, path: best.path, highest: best.highest });
    this.#telling = told;
    this.#best = best;
    this.services.state.set({ learningRate: Math.min(SAFE_RATE, this.services.state.values.learningRate) });
  }

  /** Another run takes the place of this one, which can be had back; where it has diverged, as it was at its best. */
  #drop() {
    const { knots, weights, answer, slope, calm, steps, told, gone, path, history, highest, isDiverged } = this;
    const [settings, best] = [this.#settings, this.#best];
    this.takeBack.offer(isDiverged ? (best?.steps ?? 0) : steps, () => {
      this.#version += 1;
      this.#newestRun += 1;
      Object.assign(this, { knots, weights, answer, slope, calm, steps, told, gone, path, history, highest, isDiverged, before: null, run: this.#newestRun });
      this.#telling = told;
      this.#best = best;
      this.#due = 0;
      this.#isStale = false;
      this.#isOfAnother = false;
      // It is here already.
      this.#shown = shownOf(settings);
      this.services.state.set(settings);
      if (isDiverged) this.goBack();
    });
  }

  /** @param {Float32Array} weights @param {number} [steps] that led to them */
  #begin(weights, steps = 0) {
    this.#version += 1;
    this.#isOfAnother = false;
    this.weights = weights;
    this.steps = steps;
    if (steps === 0) this.gone = null;
    this.isDiverged = false;
    this.before = null;
    // A single step that was asked for before these weights had come is still to be done.
    if (this.isOn) this.#due = 0;
    this.#judgeAnew();
  }

  /** The loss of the model as it is has changed, and what was low before says nothing. */
  #judgeAnew() {
    this.#best = null;
    this.before = null;
    this.calm = Infinity;
    this.history = newHistory();
    this.highest = 0;
    this.path = this.isLine && this.weights ? [...this.weights] : [];
    this.#telling = { problem: Object.values(this.#shown).join(), from: this.steps };
    this.#isStale = true;
    void this.#pump();
  }

  async #loadTarget() {
    const { g, own } = this.services.state.values;
    const knots = g === "own" ? Float32Array.from(own) : await this.#request("learningTarget", { shape: g });
    if (!knots || this.services.state.values.g !== g) return;
    this.knots = knots;
    this.#newestRun += 1;
    this.#judgeAnew();
  }

  #run() {
    if (this.isDiverged) return;
    this.isOn = true;
    this.#due = 1;
    this.#lastFrame = performance.now();
    this.#next();
  }

  #next() {
    this.#frame = requestAnimationFrame((now) => {
      const { speed } = this.services.state.values;
      const passed = Math.max(0, now - this.#lastFrame) / 1000;
      this.#lastFrame = now;
      this.#due = Math.min(this.#due + passed * speed, MOST_SECONDS * speed + 1);
      void this.#pump();
      if (this.isOn) this.#next();
    });
  }

  /** Asks for the steps that are due, or for what a change has made of the loss. */
  async #pump() {
    const { knots, weights } = this;
    const steps = this.isDiverged ? 0 : Math.floor(this.#due);
    if (this.#asking || this.#isOfAnother || !knots || !weights || (steps < 1 && !this.#isStale)) return;
    this.#asking = true;
    this.#isStale = false;
    const version = this.#version;
    const { values } = this.services.state;
    const answer = await this.#request("learningFit", {
      problem: problemOf(values, knots),
      hidden: hiddenOf(values),
      weights,
      learningRate: values.learningRate,
      steps,
    });
    this.#asking = false;
    if (answer && version === this.#version) this.#take(answer, values.learningRate);
    if (answer && (this.#isStale || (!this.isOn && this.#due >= 1))) void this.#pump();
  }

  /** @param {LearningFit} answer @param {number} learningRate that it was asked for with */
  #take(answer, learningRate) {
    const isSingle = answer.steps === 1 && !this.isOn;
    if (answer.steps > 0) this.before = isSingle ? (this.answer?.whole.f ?? null) : null;
    this.answer = answer;
    this.slope = answer.moved === null ? null : answer.moved / learningRate;
    this.calm = answer.rise === null ? this.calm + answer.steps : answer.steps - answer.rise;
    this.weights = answer.weights;
    if (answer.steps > 0) this.gone = goneOn(this.gone, learningRate, this.steps);
    this.steps += answer.steps;
    if (answer.steps > 0) this.takeBack.goOn();
    this.#due = answer.isDiverged ? 0 : Math.max(0, this.#due - answer.steps);
    const path = [...this.path, ...answer.path];
    this.path = path.length > MOST_PATH ? path.filter((_, index) => index % 4 < 2) : path;
    const { seen, whole } = answer;
    // Of a target that is no longer this one, nothing is kept.
    if (!this.#isStale) {
      this.run = this.#newestRun;
      this.told = this.#telling;
      this.history.add([this.steps, seen.total, whole.total]);
      this.highest = Math.max(this.highest, ...whole.pointwise.filter(Number.isFinite));
      if (seen.total <= this.lowest) this.#best = { weights: answer.weights, total: seen.total, steps: this.steps, path: this.path, highest: this.highest };
    }
    this.isDiverged = answer.isDiverged;
    if (answer.isDiverged && this.isOn) this.pause();
    else if (!this.isOn && this.#due < 1) this.onRest();
  }

  /** The settings say what is here already: to follow them would undo it until the worker answers. @param {Partial<LearningState>} changes */
  #setByHand(changes) {
    const { target, model } = shownOf({ ...this.services.state.values, ...changes });
    Object.assign(this.#shown, { target, model });
    this.services.state.set(changes);
  }

  /**
   * @template {LearningMessage["type"]} T
   * @param {T} type
   * @param {Omit<MessageOf<T>, "type" | "run">} body
   */
  async #request(type, body) {
    const answer = await this.services.ask(type, body);
    if (answer === undefined) this.pause();
    return answer;
  }
}

function newHistory() {
  return new Series(/** @type {const} */ (["step", "seen", "whole"]), MOST_POINTS);
}

/**
 * What of the board's state makes another model, another target, or another loss of them.
 * @param {LearningState} state
 */
function shownOf({ g, own, samples, seed, divergence, tolerance, model, hidden, w, b }) {
  return {
    model: JSON.stringify(model === "line" ? [w, b] : [hidden, seed]),
    target: JSON.stringify(g === "own" ? own : g),
    loss: JSON.stringify([samples, seed, divergence, divergence === "zero-one" ? tolerance : 0]),
  };
}
