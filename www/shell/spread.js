/**
 * What the runs of several seeds have in common: means, and from where to where they reach.
 */

/** @import { Score } from "../protocol" */
/** @import { Key, Values } from "../i18n" */
/** @import { Format } from "./format.js" */

/**
 * Networks that learn abreast, with one seed.
 * @typedef {object} SeedRun
 * @property {string} key by which its owner finds it
 * @property {number} seed
 * @property {number} number by which the worker knows it
 * @property {Score[][]} scores [networks][tests so far]
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
 * From where to where the accuracies of several runs reach.
 * @param {Spread} accuracy
 * @param {{ t(key: Key, values?: Values): string, format: Format }} reader
 * @returns {string | null} null where they are all the same
 */
export function rangeOf({ low, high }, { t, format }) {
  return low === high ? null : t("seeds.range", { low: format.fixed(100 * low, 1), high: format.percent(high, 1) });
}

/**
 * A network's accuracy on one set of images over its steps.
 * @param {SeedRun[]} runs that are over: all have been tried at the same steps
 * @param {number} network
 * @param {string} set
 * @returns {{ x: number[], spreads: Spread[] }}
 */
export function accuracySpread(runs, network, set) {
  const curves = runs.map(({ scores }) => scores[network] ?? []);
  const x = curves[0]?.map(({ step }) => step) ?? [];
  return { x, spreads: x.map((_, test) => spread(curves.flatMap((curve) => curve[test]?.outcomes[set]?.accuracy ?? []))) };
}

/**
 * What a network came to: in all runs that are over, or as far as it is in the first one.
 * @param {SeedRun[]} runs
 * @param {number} network
 * @param {string} set
 * @returns {{ accuracy: Spread, images: number, step: number, seeds: number } | null} `seeds`: of how many runs it tells; null
 * before anything is known
 */
export function latest(runs, network, set) {
  const over = runs.filter(({ isOver }) => isOver);
  const scores = (over.length > 0 ? over : runs.slice(0, 1)).flatMap((run) => run.scores[network]?.at(-1) ?? []);
  const outcomes = scores.flatMap(({ outcomes }) => outcomes[set] ?? []);
  const [first] = outcomes;
  if (!first) return null;
  return { accuracy: spread(outcomes.map(({ accuracy }) => accuracy)), images: first.images, step: scores[0]?.step ?? 0, seeds: outcomes.length };
}
