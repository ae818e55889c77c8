/**
 * Pictures from the data set, with what they are and what they were taken for.
 */

import { inkNow, paintDigit } from "../../charts/digit.js";
import { el } from "../../shell/dom.js";
import { INPUTS as PIXELS } from "./settings.js";

/** @import { ImageBatch } from "../../protocol" */
/** @import { DigitsServices } from "./settings.js" */

/** @typedef {{ nameOf: (label: number) => string }} Kinds */

/**
 * One figure an image: its label below, and where the network was wrong about it, its answer and its confidence. Figures
 * that are there are painted over: making them anew with every evaluation would hold up the page.
 * @param {HTMLElement} grid
 * @param {ImageBatch} batch
 * @param {Pick<DigitsServices, "t" | "format">} reader
 * @param {Kinds} kinds what the network's answers stand for
 * @param {(label: number, index: number) => string} labelOf what each image is, where that is not one of them
 */
export function showImages(grid, batch, reader, kinds = digits, labelOf = (label) => kinds.nameOf(label)) {
  const count = batch.rows.length;
  while (grid.childElementCount > count) grid.lastElementChild?.remove();
  while (grid.childElementCount < count) grid.append(emptyFigure());
  const ink = inkNow();
  for (const [index, figure] of [...grid.children].entries()) showImage(figure, batch, index, ink, reader, kinds, labelOf);
}

const digits = { nameOf: String };

function emptyFigure() {
  return el("figure", { class: "image" }, el("canvas", { class: "digit", role: "img" }), el("figcaption", { "aria-hidden": "true" }));
}

/**
 * @param {Element} figure
 * @param {ImageBatch} batch
 * @param {number} index
 * @param {number[]} ink
 * @param {Pick<DigitsServices, "t" | "format">} reader
 * @param {Kinds} kinds
 * @param {(label: number, index: number) => string} labelOf
 */
function showImage(figure, { rows, pixels, labels, predicted, confidence }, index, ink, { t, format }, kinds, labelOf) {
  const row = format.integer(rows[index] ?? 0);
  const label = labelOf(labels[index] ?? 0, index);
  const predictedLabel = predicted[index];
  const answer = predictedLabel === undefined ? label : kinds.nameOf(predictedLabel);
  const wrong = answer !== label;
  const sure = format.percent(confidence[index] ?? 0, 0);
  const name = wrong ? t("image.wrong", { row, label, answer, sure }) : t("image.name", { row, label });
  figure.setAttribute("title", name);
  const canvas = figure.querySelector("canvas");
  canvas?.setAttribute("aria-label", name);
  if (canvas) paintDigit(canvas, pixels.subarray(index * PIXELS, (index + 1) * PIXELS), ink);
  const answered = wrong ? [" → ", el("b", { class: "answered" }, answer), " ", el("span", { class: "sure" }, sure)] : [];
  figure.querySelector("figcaption")?.replaceChildren(el("b", {}, label), ...answered);
}

/** @param {number} from @param {number} count */
export function rowsFrom(from, count) {
  return Array.from({ length: count }, (_, index) => from + index);
}
