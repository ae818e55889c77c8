/**
 * What distortions came to.
 */

import { latest } from "../../../shell/spread.js";
import { ways } from "./plan.js";

/** @import { SeedRun } from "../../../shell/spread.js" */

/** So many times the mistakes, or one part in so many, are as good as the same. */
const ALIKE = 1.15;

/**
 * The mistakes on the test images with distortions, beside those without.
 * @param {SeedRun[]} runs that are over
 * @returns {"more" | "same" | "fewer"}
 */
export function mistakesOf(runs) {
  const [without = 0, distorted = 0] = [ways.indexOf("plain"), ways.indexOf("distorted")].map((network) => 1 - (latest(runs, network, "test")?.accuracy.mean ?? 0));
  if (distorted > without * ALIKE) return "more";
  return distorted * ALIKE < without ? "fewer" : "same";
}
