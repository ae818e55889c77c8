/**
 * What became of the two networks on images that were moved.
 */

import { latest } from "../../../shell/spread.js";
import { CONVOLUTIONAL, DENSE } from "./plan.js";

/** @import { SeedRun } from "../../../shell/spread.js" */

/** A part of the images: what falls by less holds, and what differs by less is alike. */
const PLAIN = 0.1;

/**
 * @param {SeedRun[]} runs that are over
 * @returns {"hold" | "dense" | "convolutional" | "alike"} which of them falls further
 */
export function fallOf(runs) {
  const [dense = 0, convolutional = 0] = [DENSE, CONVOLUTIONAL].map((network) => {
    const [before, after] = [latest(runs, network, "test"), latest(runs, network, "shifted")];
    return (before?.accuracy.mean ?? 0) - (after?.accuracy.mean ?? 0);
  });
  if (Math.max(dense, convolutional) < PLAIN) return "hold";
  if (Math.abs(dense - convolutional) < PLAIN) return "alike";
  return dense > convolutional ? "dense" : "convolutional";
}
