/**
 * The board in small: a network learns a wave, step by step.
 */

import { Canvas } from "../../charts/canvas.js";
import { colour, colourParts } from "../../charts/colours.js";
import { el } from "../../shell/dom.js";
import { animate } from "../../shell/motion.js";
import { settings, problemOf, SAFE_RATE } from "./settings.js";
import { between, curve, scaleX } from "./frame.js";
import { HEIGHT } from "./target.js";

/** @import { LearningFit } from "./protocol" */
/** @import { PreviewServices } from "../../shell/types" */

const PICTURES = 40;
const STEPS_PER_PICTURE = 25;
const PICTURES_PER_SECOND = 10;
const REST_SECONDS = 2;

/** @param {HTMLElement} root @param {PreviewServices} services */
export function mountPreview(root, { client }) {
  const element = el("canvas");
  root.append(element);
  /** @type {LearningFit[]} */
  const fits = [];
  let shown = 0;
  const canvas = new Canvas(element, (context, { width, height }) => {
    const fit = fits[Math.min(shown, fits.length - 1)];
    if (!fit) return;
    const { x, f, g } = fit.whole;
    const toX = scaleX(width);
    const toY = (/** @type {number} */ y) => (height / 2) * (1 - y / HEIGHT);
    context.fillStyle = `rgb(${colourParts(element, "ink").join(" ")} / 0.2)`;
    context.fill(between(x, f, g, toX, toY));
    context.lineJoin = context.lineCap = "round";
    context.lineWidth = 4;
    context.strokeStyle = colour(element, "one");
    context.stroke(curve(x, g, toX, toY));
    context.strokeStyle = colour(element, "zero");
    context.setLineDash([12, 8]);
    context.stroke(curve(x, f, toX, toY));
    context.setLineDash([]);
  });
  void learn(client, fits).catch((error) => console.warn(error));
  const length = PICTURES / PICTURES_PER_SECOND + REST_SECONDS;
  const stop = animate((seconds) => {
    shown = Math.floor((seconds % length) * PICTURES_PER_SECOND);
    canvas.paint();
  }, PICTURES / PICTURES_PER_SECOND);
  return {
    destroy: () => {
      stop();
      canvas.destroy();
    },
  };
}

/**
 * @param {PreviewServices["client"]} client
 * @param {LearningFit[]} fits gets one after the other
 */
async function learn(client, fits) {
  const [hidden, seed] = [settings.hidden.fallback, settings.seed.fallback];
  const knots = await client.request("learningTarget", { shape: "sine" });
  const problem = problemOf({ samples: 0, seed, divergence: "squared", tolerance: 0 }, knots);
  let weights = await client.request("learningStart", { hidden, seed });
  for (let picture = 0; picture < PICTURES; picture += 1) {
    const steps = picture === 0 ? 0 : STEPS_PER_PICTURE;
    const fit = await client.request("learningFit", { problem, hidden, weights, learningRate: SAFE_RATE, steps });
    fits.push(fit);
    ({ weights } = fit);
  }
}
