/**
 * What is measured of the two networks: each on the test images as they are, and on the same ones moved.
 */

import { CONVOLUTIONAL, DENSE } from "./plan.js";

/** @import { Key } from "../../../i18n" */
/** @import { Line } from "../../../charts/seed-curves.js" */

/** `name`: of its read-out. @typedef {Line & { set: "test" | "shifted", name: Key }} Measured */

/** The best on top, as in the picture. @type {Measured[]} */
export const lines = [
  { network: CONVOLUTIONAL, set: "test", name: "networks.convolutional", style: { colour: "one", dashed: false, faint: false } },
  { network: DENSE, set: "test", name: "networks.dense", style: { colour: "zero", dashed: false, faint: false } },
  { network: CONVOLUTIONAL, set: "shifted", name: "networks.convolutionalShifted", style: { colour: "one", dashed: true, faint: false } },
  { network: DENSE, set: "shifted", name: "networks.denseShifted", style: { colour: "zero", dashed: true, faint: false } },
];
