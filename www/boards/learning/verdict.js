/**
 * What can be said of how learning goes.
 */

/** @import { DivergenceKind, LearningFit } from "./protocol" */

/** @typedef {"idle" | "flat" | "diverged" | "grown" | "overshoot" | "between" | "bottom" | "off" | "downhill"} Verdict */

/** The loss is so many times what it was at its lowest. */
const GROWN = 5;
/** Steps that swing across the valley lead up and down in turn: it takes so many down in a row to say that they go down. */
const CALM = 10;
/** All of X is so many times worse than the samples. */
const WORSE = 8;
/** A slope that is less is as good as level. */
const LEVEL = 1e-3;
/** Losses below this are as good as none. */
const SMALL = 0.02;
/** With a loss below this f is as good as on g. */
const GOOD = 0.1;

/**
 * @param {{ answer: LearningFit | null, isDiverged: boolean, lowest: number, steps: number, slope: number | null, calm: number }} fit
 * @param {{ divergence: DivergenceKind }} state
 * @returns {Verdict}
 */
export function verdictOf({ answer, isDiverged, lowest, steps, slope, calm }, { divergence }) {
  if (isDiverged) return "diverged";
  if (!answer || steps === 0) return "idle";
  if (divergence === "zero-one") return "flat";
  const { seen, whole } = answer;
  if (calm < CALM) return seen.total > GROWN * Math.max(lowest, SMALL) ? "grown" : "overshoot";
  if (seen !== whole && seen.total < GOOD && whole.total > Math.max(SMALL, WORSE * seen.total)) return "between";
  if (slope === null || slope >= LEVEL) return "downhill";
  return whole.total < GOOD ? "bottom" : "off";
}
