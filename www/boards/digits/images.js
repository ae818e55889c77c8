/**
 * Pictures from the data set, with what they are and what they were taken for.
 */

import { paintDigit } from "../../charts/digit.js";
import { el } from "../../shell/dom.js";

/** @import { ImageBatch } from "../../protocol" */
/** @import { DigitsServices } from "./fields.js" */

/**
 * One figure an image: its label below, and where the network has answered for it, that answer and its confidence.
 * @param {ImageBatch} batch
 * @param {Pick<DigitsServices, "t" | "format">} reader
 * @returns {HTMLElement[]}
 */
export function imageFigures({ rows, pixels, labels, predicted, confidence }, { t, format }) {
  return Array.from(rows, (row, index) => {
    const label = String(labels[index]);
    const answer = predicted[index];
    const wrong = answer !== undefined && answer !== labels[index];
    const sure = format.percent(confidence[index] ?? 0, 0);
    const name = wrong
      ? t("image.wrong", { row: format.integer(row), label, answer: String(answer), sure })
      : t("image.name", { row: format.integer(row), label });
    const canvas = el("canvas", { class: "digit", role: "img", "aria-label": name });
    paintDigit(canvas, pixels.subarray(index * 784, (index + 1) * 784));
    const caption = wrong ? [el("b", {}, label), " → ", el("b", { class: "answered" }, String(answer)), " ", el("span", { class: "sure" }, sure)] : [el("b", {}, label)];
    return el("figure", { class: "image", title: name }, canvas, el("figcaption", { "aria-hidden": "true" }, ...caption));
  });
}

/**
 * The answer to a request for images, or null where none can be had now; what is wrong is told elsewhere.
 * @param {Promise<ImageBatch>} reply
 * @returns {Promise<ImageBatch | null>}
 */
export async function imagesOrNull(reply) {
  try {
    return await reply;
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/** @param {number} from @param {number} count */
export function rowsFrom(from, count) {
  return Array.from({ length: count }, (_, index) => from + index);
}
