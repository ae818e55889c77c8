/**
 * The board in small: a cat and a car are drawn in turn, and guessed by a network that was taught with one of each.
 */

import { signal } from "@preact/signals-core";
import { colour } from "../../charts/colours.js";
import { el } from "../../shell/dom.js";
import { animate } from "../../shell/motion.js";
import { PEN_WIDTH } from "../../shell/pen.js";
import { strokeAll } from "../../shell/strokes.js";

/** @import { Stroke } from "../../protocol" */
/** @import { PreviewServices } from "../../shell/types" */

const SIDE = 240;
const BAR = 12;
const SECONDS_PER_DRAWING = 3;
/** The part of that in which the pen moves. */
const DRAWING = 0.6;

const cat = [
  [0.24, 0.48, 0.22, 0.18, 0.4, 0.34, 0.6, 0.34, 0.78, 0.18, 0.76, 0.48, 0.74, 0.66, 0.6, 0.8, 0.4, 0.8, 0.26, 0.66, 0.24, 0.48],
  [0.4, 0.5, 0.4, 0.52],
  [0.6, 0.5, 0.6, 0.52],
  [0.46, 0.64, 0.5, 0.68, 0.54, 0.64],
];
const car = [
  [0.12, 0.66, 0.12, 0.5, 0.28, 0.48, 0.38, 0.34, 0.64, 0.34, 0.74, 0.48, 0.88, 0.52, 0.88, 0.66, 0.12, 0.66],
  [0.3, 0.64, 0.24, 0.7, 0.3, 0.77, 0.36, 0.7, 0.3, 0.64],
  [0.7, 0.64, 0.64, 0.7, 0.7, 0.77, 0.76, 0.7, 0.7, 0.64],
];
const drawings = [cat, car].map((strokes, kind) => ({ strokes, kind }));

/** @param {HTMLElement} root @param {PreviewServices} services */
export function mountPreview(root, { client }) {
  const canvas = el("canvas", { width: SIDE, height: SIDE });
  root.append(canvas);
  /** What each is taken for, once that is known. @type {import("@preact/signals-core").Signal<Float32Array[]>} */
  const guesses = signal([]);
  const ask = async () => {
    const teaching = { number: -1, drawings, kinds: drawings.length, seed: 1 };
    for (const { strokes } of drawings) {
      const { probabilities } = await client.request("teachGuess", { teaching, strokes: turned(strokes), penWidth: PEN_WIDTH });
      if (probabilities) guesses.value = [...guesses.value, probabilities];
    }
  };
  // A cover without a guess is a cover all the same.
  ask().catch((error) => console.warn(error));
  const end = animate((seconds) => {
    const index = Math.floor(seconds / SECONDS_PER_DRAWING) % drawings.length;
    const part = (seconds / SECONDS_PER_DRAWING) % 1;
    const context = canvas.getContext("2d");
    if (!context) return;
    context.clearRect(0, 0, SIDE, SIDE);
    strokeAll(context, begun(turned(drawings[index]?.strokes ?? []), Math.min(1, part / DRAWING)), SIDE);
    const probabilities = part < DRAWING ? undefined : guesses.value[index];
    for (const [kind, probability] of [...(probabilities ?? [])].entries()) {
      context.fillStyle = colour(canvas, kind === 0 ? "zero" : "one");
      context.fillRect(0, SIDE - (2 - kind) * (BAR + 4), SIDE * probability, BAR);
    }
  }, SECONDS_PER_DRAWING * 0.9);
  return { destroy: end };
}

/** As it might be drawn the next time. @param {Stroke[]} strokes @returns {Stroke[]} */
function turned(strokes) {
  return strokes.map((stroke) => stroke.map((place, index) => (index % 2 === 0 ? 0.92 * place + 0.06 * (stroke[index + 1] ?? 0) : 0.94 * place + 0.01)));
}

/** As much of it as the pen has drawn. @param {Stroke[]} strokes @param {number} part 0 to 1 @returns {Stroke[]} */
function begun(strokes, part) {
  let points = Math.ceil((part * strokes.flat().length) / 2);
  return strokes.flatMap((stroke) => {
    const drawn = stroke.slice(0, 2 * Math.max(0, points));
    points -= stroke.length / 2;
    return drawn.length > 0 ? [drawn] : [];
  });
}
