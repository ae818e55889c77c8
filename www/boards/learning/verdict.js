/**
 * What can be said of how learning goes.
 */

/** @import { Fit } from "./fit.js" */
/** @import { LearningState } from "./fields.js" */

/** @typedef {"idle" | "flat" | "diverged" | "growing" | "between" | "bottom" | "downhill"} Verdict */

/** The loss is so many times what it was at its lowest. */
const GROWN = 5;
/** All of X is so many times worse than the samples. */
const WORSE = 8;
/** A step that moves all weights together by less is none that one could see. */
const STILL = 2e-5;
/** Losses below this are as good as none. */
const SMALL = 0.02;

/**
 * @param {Fit} fit
 * @param {LearningState} state
 * @returns {Verdict}
 */
export function verdictOf({ answer, isDiverged, lowest, steps }, { divergence }) {
  if (isDiverged) return "diverged";
  if (divergence === "zero-one") return "flat";
  if (!answer || steps === 0) return "idle";
  const { seen, whole, moved } = answer;
  if (seen.total > GROWN * Math.max(lowest, SMALL)) return "growing";
  if (seen !== whole && whole.total > Math.max(SMALL, WORSE * seen.total)) return "between";
  return moved !== null && moved < STILL ? "bottom" : "downhill";
}
