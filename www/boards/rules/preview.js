/**
 * The board in small: images change little by little, and the rules are wrong about more and more of them.
 */

import { signal } from "@preact/signals-core";
import { colour } from "../../charts/colours.js";
import { paintDigits } from "../../charts/digit.js";
import { el } from "../../shell/dom.js";
import { animate } from "../../shell/motion.js";
import { drawn } from "../../shell/signals.js";
import { settings, original, together } from "./settings.js";
import { between } from "./sweep.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { ShownImages } from "./protocol" */
/** @import { PreviewServices } from "../../shell/types" */

const COLUMNS = 4;
const SHOWN = COLUMNS * COLUMNS;
/** A picture of this side, and a pixel of space to the next one. */
const SIDE = 28;
const STAGES = 10;
const SECONDS_PER_STAGE = 0.3;
/** So many stages long the first and the last picture stay. */
const REST = 5;

/** @param {HTMLElement} root @param {PreviewServices} services */
export function mountPreview(root, { client }) {
  const canvas = el("canvas", { class: "digit" });
  root.append(canvas);
  /** @type {ShownImages[]} */
  const stages = [];
  let stage = 0;
  /** @type {Signal<ShownImages | null>} */
  const shown = signal(null);
  const show = () => (shown.value = stages[Math.min(stage, stages.length - 1)] ?? null);
  let isOver = false;
  const fill = async () => {
    while (!isOver && stages.length < STAGES) {
      const distortion = between(original, together, stages.length / (STAGES - 1));
      const scores = await client.request("rulesAnswer", {
        pair: settings.pair.fallback,
        newData: { distortion, seed: settings.seed.fallback },
        rules: settings.rules.fallback,
        wanted: { count: SHOWN, wrongOnly: false },
      });
      if (!scores) return;
      stages.push(scores.distorted.shown);
      show();
    }
  };
  let isFilling = false;
  const tryToFill = () => {
    if (isFilling || stages.length === STAGES) return;
    isFilling = true;
    void fill()
      .catch((error) => console.warn(error))
      .finally(() => (isFilling = false));
  };
  tryToFill();
  const ends = [
    // On paper, too, where the frames have other colours.
    drawn(() => {
      if (shown.value) paintStage(canvas, shown.value);
    }),
    client.on("data", tryToFill),
    animate((seconds) => {
      const length = STAGES + REST;
      const place = Math.floor(seconds / SECONDS_PER_STAGE) % (2 * length);
      const now = Math.max(0, Math.min(STAGES - 1, (place < length ? place : 2 * length - place) - REST));
      if (now === stage) return;
      stage = now;
      show();
    }, (STAGES + REST) * SECONDS_PER_STAGE),
  ];
  return {
    destroy: () => {
      isOver = true;
      for (const end of ends) end();
    },
  };
}

/** The images, and a frame in the colour of the answer around those that are answered wrongly. @param {HTMLCanvasElement} canvas @param {ShownImages} shown */
function paintStage(canvas, { pixels, classes, answers }) {
  paintDigits(canvas, pixels, COLUMNS);
  const context = canvas.getContext("2d");
  if (!context) return;
  context.lineWidth = 2;
  for (const [place, answer] of answers.entries()) {
    if (answer === classes[place]) continue;
    context.strokeStyle = colour(canvas, answer === 1 ? "one" : "zero");
    context.strokeRect((place % COLUMNS) * (SIDE + 1) + 1, Math.floor(place / COLUMNS) * (SIDE + 1) + 1, SIDE - 2, SIDE - 2);
  }
}
