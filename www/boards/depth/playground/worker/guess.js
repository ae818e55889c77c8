/**
 * What guessing comes to, and how much better than that a network does.
 */

/** @import { PlanarLoss, PlanarScore, PlanarSet } from "../protocol" */
/** @import { Score } from "../../../../worker/condition.js" */

/** About what one and the same answer to every point costs at best. @type {Record<PlanarLoss, (mean: number, spread: number) => number>} */
const costOfMean = {
  "cross-entropy": (mean) => entropyPart(mean) + entropyPart(1 - mean),
  "squared-error": (_, spread) => spread,
  "absolute-error": (_, spread) => Math.sqrt(spread),
};

/**
 * What guessing comes to.
 * @param {PlanarSet} set
 * @param {PlanarLoss} loss
 * @returns {Score}
 */
export function guessFor({ targets }, loss) {
  const { mean, spread } = momentsOf(targets);
  return { loss: costOfMean[loss](mean, spread), accuracy: isOfClasses(targets) ? Math.max(mean, 1 - mean) : 0 };
}

/**
 * Which part of the points is answered rightly; of values, which part of their spread is explained.
 * @param {PlanarScore} score
 * @param {PlanarSet} set that was scored
 */
export function known({ hits, rows, deviation }, { targets }) {
  if (isOfClasses(targets)) return hits / rows;
  return Math.max(0, 1 - deviation ** 2 / Math.max(momentsOf(targets).spread, 1e-12));
}

/** @param {Float32Array} targets */
function isOfClasses(targets) {
  return targets.every((target) => target === 0 || target === 1);
}

/** @param {Float32Array} targets */
function momentsOf(targets) {
  const mean = targets.reduce((sum, target) => sum + target, 0) / targets.length;
  return { mean, spread: targets.reduce((sum, target) => sum + (target - mean) ** 2, 0) / targets.length };
}

/** @param {number} part */
function entropyPart(part) {
  return part > 0 ? part * Math.log(1 / part) : 0;
}
