/**
 * Pictures from the data set, with what they are and what they were taken for.
 */

import { inkNow, paintDigit } from "../../charts/digit.js";
import { el } from "../../shell/dom.js";
import { INPUTS as PIXELS } from "./settings.js";

/** @import { ImageBatch } from "../../protocol" */
/** @import { DigitsServices } from "./settings.js" */

/**
 * One figure an image: its label below, and where the network was wrong about it, its answer and its confidence. Figures
 * that are there are painted over: making them anew with every evaluation would hold up the page.
 * @param {HTMLElement} grid
 * @param {ImageBatch} batch
 * @param {Pick<DigitsServices, "t" | "format">} reader
 * @param {{ nameOf: (label: number) => string }} kinds what the labels stand for
 */
export function showImages(grid, batch, reader, kinds = digits) {
  const count = batch.rows.length;
  while (grid.childElementCount > count) grid.lastElementChild?.remove();
  while (grid.childElementCount < count) grid.append(emptyFigure());
  const ink = inkNow();
  for (const [index, figure] of [...grid.children].entries()) showImage(figure, batch, index, ink, reader, kinds);
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
 * @param {{ nameOf: (label: number) => string }} kinds
 */
function showImage(figure, { rows, pixels, labels, predicted, confidence }, index, ink, { t, format }, kinds) {
  const nameOf = (/** @type {number} */ label) => kinds.nameOf(label);
  const row = format.integer(rows[index] ?? 0);
  const label = nameOf(labels[index] ?? 0);
  const answer = predicted[index];
  const wrong = answer !== undefined && answer !== labels[index];
  const sure = format.percent(confidence[index] ?? 0, 0);
  const name = wrong ? t("image.wrong", { row, label, answer: nameOf(answer), sure }) : t("image.name", { row, label });
  figure.setAttribute("title", name);
  const canvas = figure.querySelector("canvas");
  canvas?.setAttribute("aria-label", name);
  if (canvas) paintDigit(canvas, pixels.subarray(index * PIXELS, (index + 1) * PIXELS), ink);
  const answered = wrong ? [" → ", el("b", { class: "answered" }, nameOf(answer)), " ", el("span", { class: "sure" }, sure)] : [];
  figure.querySelector("figcaption")?.replaceChildren(el("b", {}, label), ...answered);
}

/** @param {number} from @param {number} count */
export function rowsFrom(from, count) {
  return Array.from({ length: count }, (_, index) => from + index);
}
