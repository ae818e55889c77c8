/**
 * The places of X that one has, and what g is there.
 */

import { integralNodes, samplePlaces, targetValues } from "../../../worker/engine.js";

/** @import { LearningProblem } from "../protocol" */

/** @typedef {{ x: Float32Array, g: Float32Array }} Places [places] each */

/** What the model learns from. @param {LearningProblem} problem @returns {Places} */
export function placesOf({ knots, samples, seed }) {
  return withTarget(samples === null ? integralNodes() : samplePlaces(samples, seed), knots);
}

/** All of X, at the places of the integral's rule. @param {LearningProblem} problem @returns {Places} */
export function wholeOf({ knots }) {
  return withTarget(integralNodes(), knots);
}

/** @param {Float32Array} x @param {Float32Array} knots */
function withTarget(x, knots) {
  return { x, g: targetValues(knots, x) };
}
