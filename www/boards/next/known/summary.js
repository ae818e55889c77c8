/**
 * What the three ways come to beside each other. They have the same examples and the same seed, so that the difference is
 * taken run by run.
 */

import { spread } from "../../../shell/spread.js";

/** @import { Format } from "../../../shell/format.js" */
/** @import { SeedRun, Spread } from "../../../shell/spread.js" */

/** The set of images that they are tried on. */
export const SET = "test";

/** A difference of accuracies below this is none that one would build on. */
const HARDLY = 0.01;
const MUCH = 0.1;

/**
 * How far one way is ahead of another at the end.
 * @param {SeedRun[]} runs
 * @param {number} way
 * @param {number} other
 * @returns {{ ahead: Spread, wins: number, losses: number, runs: number } | null} null before a run is over
 */
export function leadOf(runs, way, other) {
  const over = runs.filter(({ isOver }) => isOver);
  const differences = over.flatMap((run) => {
    const [own, others] = [way, other].map((network) => lastOf(run, network));
    return own === undefined || others === undefined ? [] : own - others;
  });
  if (differences.length === 0) return null;
  return { ahead: spread(differences), wins: differences.filter((difference) => difference > 0).length, losses: differences.filter((difference) => difference < 0).length, runs: differences.length };
}

/** @param {SeedRun} run @param {number} network */
export function lastOf({ scores }, network) {
  return scores[network]?.at(-1)?.outcomes[SET]?.accuracy;
}

/** A lead as a figure with its sign; there may be none yet. @param {number | null} lead @param {Pick<Format, "fixed">} format */
export function inPoints(lead, format) {
  if (lead === null) return "…";
  const points = Math.round(1000 * lead) / 10;
  const sign = points === 0 ? "" : points < 0 ? "−" : "+";
  return `${sign}${format.fixed(Math.abs(points), 1)}`;
}

/** What a lead is called. @param {number} lead @param {number} [hardly] @param {number} [much] */
export function sizeOf(lead, hardly = HARDLY, much = MUCH) {
  if (lead <= -hardly) return "behind";
  return lead < hardly ? "hardly" : lead < much ? "ahead" : "far";
}

/** What becomes of a lead with more examples. @param {number} before @param {number} after */
export function changeOf(before, after) {
  if (before > 0 && after <= -HARDLY) return "turns";
  const change = after - before;
  return Math.abs(change) < HARDLY ? "stays" : change < 0 ? "shrinks" : "grows";
}
