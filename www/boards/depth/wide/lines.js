/**
 * What is measured of the three networks, and how their curves look.
 */

/** @import { Key } from "../../../i18n" */
/** @import { Line } from "../../../charts/seed-curves.js" */

/** `name`: of its read-out; `short`: where its curve ends. @typedef {Line & { name: Key, short: Key }} Measured */

/** [networks]. @type {Measured[]} */
export const lines = [
  { network: 0, set: "test", name: "wide.one", short: "wide.short.one", style: { colour: "zero", dash: "dashed", faint: false } },
  { network: 1, set: "test", name: "wide.two", short: "wide.short.two", style: { colour: "one", dash: "solid", faint: false } },
  { network: 2, set: "test", name: "wide.four", short: "wide.short.four", style: { colour: "ink", dash: "mixed", faint: false } },
];
