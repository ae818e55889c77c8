/**
 * What the runs of several seeds have in common: means, and from where to where they reach.
 */

/** @import { MoreDataScore } from "../protocol" */

/**
 * @typedef {object} SeedRun
 * @property {number} seed
 * @property {number} number by which the worker knows it; 0 before it does
 * @property {MoreDataScore[][]} scores [networks][tests so far]
 * @property {boolean} isOver
 */

/** A number of every run.
 *  @typedef {{ mean: number, low: number, high: number }} Spread */

/**
 * @param {number[]} values at least one
 * @returns {Spread}
 */
export function spread(values) {
  return { mean: values.reduce((sum, value) => sum + value, 0) / values.length, low: Math.min(...values), high: Math.max(...values) };
}

/**
 * A network's test accuracy over its steps.
 * @param {SeedRun[]} runs that are over: all have been tried at the same steps
 * @param {number} network
 * @returns {{ x: number[], spreads: Spread[] }}
 */
export function accuracySpread(runs, network) {
  const curves = runs.map(({ scores }) => scores[network] ?? []);
  const x = curves[0]?.map(({ step }) => step) ?? [];
  return { x, spreads: x.map((_, test) => spread(curves.flatMap((curve) => curve[test]?.accuracy ?? []))) };
}

/**
 * What a network came to: in all runs that are over, or as far as it is in the first one.
 * @param {SeedRun[]} runs
 * @param {number} network
 * @returns {{ accuracy: Spread, mistakes: Spread, images: number, step: number } | null} null before anything is known
 */
export function latest(runs, network) {
  const over = runs.filter(({ isOver }) => isOver);
  const scores = (over.length > 0 ? over : runs.slice(0, 1)).flatMap((run) => lastOf(run, network) ?? []);
  const [first] = scores;
  if (!first) return null;
  return {
    accuracy: spread(scores.map(({ accuracy }) => accuracy)),
    mistakes: spread(scores.map(({ mistakes }) => mistakes)),
    images: first.images,
    step: first.step,
  };
}

/**
 * @param {SeedRun} run
 * @param {number} network
 * @returns {MoreDataScore | undefined}
 */
function lastOf({ scores }, network) {
  return scores[network]?.at(-1);
}
