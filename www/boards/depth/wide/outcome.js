/**
 * What the three networks came to.
 */

import { latest } from "../../../shell/spread.js";
import { SHAPES } from "./plan.js";

/** @import { SeedRun } from "../../../shell/spread.js" */

/** Whoever is nearer than this to all others does as well as they. */
const ALIKE = 0.05;

/** [networks]: the part of the test points that each has right. @param {SeedRun[]} runs */
export function accuraciesOf(runs) {
  return SHAPES.map((_, network) => latest(runs, network, "test")?.accuracy.mean ?? 0);
}

/**
 * Which one does best.
 * @param {SeedRun[]} runs
 * @returns {"one" | "two" | "four" | "alike"}
 */
export function bestShape(runs) {
  const accuracies = accuraciesOf(runs);
  const most = Math.max(...accuracies);
  if (most - Math.min(...accuracies) < ALIKE) return "alike";
  return /** @type {const} */ (["one", "two", "four"])[accuracies.indexOf(most)] ?? "alike";
}
