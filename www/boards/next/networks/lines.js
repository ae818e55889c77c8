/**
 * What is measured of the two networks: each on the test images as they are, and on the same ones moved.
 */

import { CONVOLUTIONAL, DENSE } from "./plan.js";

/** @import { Key } from "../../../i18n" */
/** @import { Line } from "../../../charts/seed-curves.js" */

/** `name`: of its read-out; `short`: where its curve ends. @typedef {Line & { set: "test" | "shifted", name: Key, short: Key }} Measured */

/** The best on top, as in the picture. @type {Measured[]} */
export const lines = [
  { network: CONVOLUTIONAL, set: "test", name: "networks.convolutional", short: "networks.short.convolutional", style: { colour: "one", dash: "solid", faint: false } },
  { network: DENSE, set: "test", name: "networks.dense", short: "networks.short.dense", style: { colour: "zero", dash: "dotted", faint: false } },
  { network: CONVOLUTIONAL, set: "shifted", name: "networks.convolutionalShifted", short: "networks.short.convolutionalShifted", style: { colour: "one", dash: "dashed", faint: false } },
  { network: DENSE, set: "shifted", name: "networks.denseShifted", short: "networks.short.denseShifted", style: { colour: "zero", dash: "mixed", faint: false } },
];
