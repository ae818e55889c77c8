/**
 * How each network's curve looks.
 */

/** @import { Line } from "../../../charts/seed-curves.js" */

/** [networks]. @type {Line[]} */
export const lines = [
  { network: 0, set: "test", style: { colour: "zero", dashed: true, faint: false } },
  { network: 1, set: "test", style: { colour: "one", dashed: false, faint: false } },
  { network: 2, set: "test", style: { colour: "ink", dashed: false, faint: false } },
];
