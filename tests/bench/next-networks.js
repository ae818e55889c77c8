/* What the dense network and the convolutional one come to on the board of what comes next, moved images included. */
import { CONVOLUTIONAL, DENSE, planOf, testSteps } from "../../www/boards/next/networks/plan.js";
import { courseOf } from "../../www/boards/next/networks/worker/course.js";
import { abreast, contendersOf } from "./next/acts.js";

const readOuts = [
  { name: "Dense", network: DENSE, set: "test" },
  { name: "Dense, shifted", network: DENSE, set: "shifted" },
  { name: "Convolutional", network: CONVOLUTIONAL, set: "test" },
  { name: "Convolutional, shifted", network: CONVOLUTIONAL, set: "shifted" },
];

/** @param {number} first the seed of the first round */
export function contenders(first) {
  const run = abreast((seed) => courseOf({ type: "networksTrain", number: seed, plan: planOf(seed), tests: testSteps.length }));
  return contendersOf("Look for parts", readOuts, first, run);
}
