/**
 * A function to be found and a model that looks for it: the learning board's requests.
 */

import { engineReady, lossSurface, targetKnots } from "../../../worker/engine.js";
import { Model } from "./model.js";
import { placesOf } from "./places.js";
import { inTurn } from "../../../worker/tasks.js";

/** @import { Handlers, MessageOf } from "../../../protocol" */
/** @import { LearningFit, LearningMessage } from "../protocol" */

/** A request is answered within a frame, however many steps it asks for. */
const MOST_MS = 12;
/** What a loss grows by at least: less is how it is rounded. */
const RISE = 1.001;

/** @returns {Handlers<LearningMessage["type"]>} */
export function handlers() {
  /** Kept from one request to the next, for as long as they ask for the same one. @type {Model | null} */
  let model = null;
  const next = inTurn();

  /** @param {MessageOf<"learningFit">} message */
  const modelFor = async ({ problem, hidden }) => {
    const key = Model.keyOf(problem, hidden);
    if (model?.key === key) return model;
    const made = await Model.create(problem, hidden);
    model?.trainer.free();
    model = made;
    return made;
  };

  return {
    async learningTarget({ shape }) {
      await engineReady();
      return targetKnots(shape);
    },
    async learningStart({ hidden, seed }) {
      await engineReady();
      return Model.freshWeights(hidden, seed);
    },
    learningFit: (message) =>
      next(async () => {
        await engineReady();
        return fit(await modelFor(message), message);
      }),
    async learningSurface({ problem, reach, side }) {
      await engineReady();
      const { x, g } = placesOf(problem);
      return lossSurface(problem.divergence, problem.tolerance, x, g, reach, side);
    },
  };
}

/**
 * @param {Model} model
 * @param {MessageOf<"learningFit">} message
 * @returns {Promise<LearningFit>}
 */
async function fit(model, { problem, hidden, weights: start, learningRate, steps }) {
  model.trainer.learningRate = learningRate;
  let weights = start;
  model.setWeights(weights);
  /** @type {number[]} */
  const path = [];
  /** @type {number | null} */
  let moved = null;
  let isDiverged = false;
  /** Before each step, and after the last. @type {number[]} */
  const losses = [];
  let done = 0;
  const until = performance.now() + MOST_MS;
  while (done < steps && !isDiverged && performance.now() < until) {
    const loss = await model.step();
    const after = await model.weights();
    if (Number.isFinite(loss) && after.every(Number.isFinite)) {
      losses.push(loss);
      moved = distance(weights, after);
      weights = after;
      done += 1;
      if (hidden.length === 0) path.push(...after);
    } else {
      isDiverged = true;
      model.setWeights(weights);
    }
  }
  const { whole, seen } = await model.compare(problem);
  losses.push(mean(seen.pointwise));
  const rise = losses.findLastIndex((loss, step) => loss > RISE * (losses[step - 1] ?? Infinity));
  return { weights: weights.slice(), steps: done, path: Float32Array.from(path), moved, rise: rise > 0 ? rise : null, isDiverged, whole, seen };
}

/** @param {Float32Array} values */
function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param {Float32Array} from @param {Float32Array} to */
function distance(from, to) {
  return Math.hypot(...to.map((value, index) => value - (from[index] ?? 0)));
}
