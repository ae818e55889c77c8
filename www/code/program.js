/** @import { Headings, Parts } from "./network" */

/**
 * The whole way, from the imports to the training.
 * @param {Parts} parts
 * @param {Headings} headings
 * @param {string} comment what a line begins with that is for readers
 */
export function program({ imports, data, model, loss, fit }, headings, comment) {
  const titled = (/** @type {string} */ title, /** @type {string[]} */ lines) => ["", `${comment} ${title}`, ...lines];
  return [...imports, ...titled(headings.data, data.flat()), ...titled(headings.model, model), ...titled(headings.loss, loss), ...titled(headings.training, fit)];
}
