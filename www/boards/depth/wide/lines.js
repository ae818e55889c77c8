/**
 * How each network's curve looks.
 */

/** @import { Line } from "../../../charts/seed-curves.js" */

/** [networks]. @type {Line[]} */
export const lines = [
  { network: 0, set: "test", style: { colour: "zero", dash: "dashed", faint: false } },
  { network: 1, set: "test", style: { colour: "one", dash: "solid", faint: false } },
  { network: 2, set: "test", style: { colour: "ink", dash: "mixed", faint: false } },
];
