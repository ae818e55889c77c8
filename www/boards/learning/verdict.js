/**
 * What can be said of how learning goes.
 */

/** @import { DivergenceKind, LearningFit } from "../../protocol/learning" */

/** @typedef {"idle" | "flat" | "diverged" | "growing" | "between" | "bottom" | "downhill"} Verdict */

/** The loss is so many times what it was at its lowest. */
const GROWN = 5;
/** All of X is so many times worse than the samples. */
const WORSE = 8;
/** A slope that is less is as good as level. */
const LEVEL = 1e-3;
/** Losses below this are as good as none. */
const SMALL = 0.02;
/** Samples with a loss below this are met. */
const GOOD = 0.1;

/**
 * @param {{ answer: LearningFit | null, isDiverged: boolean, lowest: number, steps: number, slope: number | null }} fit
 * @param {{ divergence: DivergenceKind }} state
 * @returns {Verdict}
 */
export function verdictOf({ answer, isDiverged, lowest, steps, slope }, { divergence }) {
  if (isDiverged) return "diverged";
  if (divergence === "zero-one") return "flat";
  if (!answer || steps === 0) return "idle";
  const { seen, whole } = answer;
  if (seen.total > GROWN * Math.max(lowest, SMALL)) return "growing";
  if (seen !== whole && seen.total < GOOD && whole.total > Math.max(SMALL, WORSE * seen.total)) return "between";
  return slope !== null && slope < LEVEL ? "bottom" : "downhill";
}
