/* What has been measured, as text. */

/** @import { Setting } from "./sweep-picture.js" */

/**
 * @typedef {object} Result
 * @property {string} group those with the same are compared, with the first of them
 * @property {string} name
 * @property {string} unit
 * @property {number} [loss] after the same images for all, where it trains
 * @property {Setting} [setting] what is drawn
 * @property {number[]} values one a round
 * @property {number[]} [cores] that the browser kept busy, one a round: on a machine that is shared, what a core did tells more
 *   than what the clock says
 */

const NAME_WIDTH = 58;
const HEADS = ["median", "min", "max", "first / it", "cores", "loss"];

/** @param {string} title @param {Result[]} results */
export function printTable(title, results) {
  console.log(`\n${title}`);
  let group = "";
  let first = NaN;
  for (const { group: own, name, unit, loss, values, cores } of results) {
    if (own !== group) {
      group = own;
      first = median(values);
      console.log(`\n${group.padEnd(NAME_WIDTH)}${HEADS.map((head) => head.padStart(12)).join("")}`);
    }
    const numbers = [median(values), Math.min(...values), Math.max(...values)].map(write);
    const cells = [...numbers, (first / median(values)).toFixed(2), cores ? median(cores).toFixed(2) : "", loss === undefined ? "" : loss.toFixed(4)];
    console.log(`${`  ${name}, ${unit}`.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(12)).join("")}`);
  }
}

/** @param {number} value */
function write(value) {
  return value < 100 ? value.toPrecision(3) : Math.round(value).toLocaleString("en");
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? NaN) : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
