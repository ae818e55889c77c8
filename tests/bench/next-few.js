/* What a thousand images come to on the board of what comes next: as they are, distorted afresh, and with dropout. */
import { planOf, testSteps, ways } from "../../www/boards/next/few/plan.js";
import { courseOf } from "../../www/boards/next/few/worker/course.js";
import { abreast, contendersOf } from "./next/acts.js";

const IMAGES = 1000;
const readOuts = ways.flatMap((way, network) => [
  { name: `${way}, its own images`, network, set: "train" },
  { name: `${way}, test images`, network, set: "test" },
]);

/** @param {number} first the seed of the first round */
export function contenders(first) {
  const run = abreast((seed) => courseOf({ type: "fewTrain", number: seed, plan: planOf(IMAGES, seed), tests: testSteps.length }, () => {}));
  return contendersOf("More from few", readOuts, first, run);
}
