/**
 * The board in small: the rule learns AND, from its first line to the one that it comes to rest at.
 */

import { clip, cornersOf, flipped } from "../../charts/half-plane.js";
import { Plane } from "../../charts/plane.js";
import { animate, eased } from "../../shell/motion.js";
import { gates, rows, view } from "./settings.js";

/** @import { PerceptronLesson, PerceptronWeights } from "./protocol" */
/** @import { PreviewServices } from "../../shell/types" */

/** @type {PerceptronLesson} */
const lesson = { table: gates.AND ?? "", start: { w1: -1, w2: 0.4, b: 0.2 }, rate: 0.2, seed: 1 };
const MOST_SAMPLES = 60;
const SECONDS_PER_UPDATE = 0.7;
const REST_SECONDS = 2;

/** @param {HTMLElement} root @param {PreviewServices} services */
export function mountPreview(root, { client }) {
  const plane = new Plane({ view, lines: 1, focusable: false });
  root.append(plane.element);
  /** @type {PerceptronWeights[]} */
  let run = [lesson.start];
  const draw = (/** @type {number} */ seconds) => {
    const length = run.length * SECONDS_PER_UPDATE + REST_SECONDS;
    const place = Math.min(run.length - 1, (seconds % length) / SECONDS_PER_UPDATE);
    const weights = between(run[Math.floor(place)], run[Math.ceil(place)], eased(place % 1));
    plane.show(() => {
      const whole = cornersOf(view);
      plane.showPieces([
        { polygon: clip(whole, weights), kind: "one" },
        { polygon: clip(whole, flipped(weights)), kind: "zero" },
      ]);
      plane.lines[0]?.show(weights);
      plane.showPoints(rows.map(([x, y], row) => ({ x, y, kind: lesson.table[row] === "1" ? "one" : "zero" })));
    });
  };
  void learn(client).then((learnt) => (run = learnt), (error) => console.warn(error));
  const stop = animate(draw, MOST_SAMPLES * SECONDS_PER_UPDATE);
  return {
    destroy: () => {
      stop();
      plane.destroy();
    },
  };
}

/**
 * The weights after every update, until the rule has found its line.
 * @param {PreviewServices["client"]} client
 */
async function learn(client) {
  const run = [lesson.start];
  for (let shown = 0; shown < MOST_SAMPLES; shown += 1) {
    const { step, weights, verdict } = await client.request("perceptronLearn", { lesson, shown, more: 1 });
    if (step && step.error !== 0) run.push(weights);
    if (verdict !== "open") break;
  }
  return run;
}

/**
 * @param {PerceptronWeights} a
 * @param {PerceptronWeights} b
 * @param {number} part
 * @returns {PerceptronWeights}
 */
function between(a = lesson.start, b = a, part) {
  const mix = (/** @type {keyof PerceptronWeights} */ name) => (1 - part) * a[name] + part * b[name];
  return { w1: mix("w1"), w2: mix("w2"), b: mix("b") };
}
