/** What is learnt and how, as far as it makes a difference to the code for it. */

import type { RunConfig } from "../protocol";

export interface Network extends RunConfig {
  /** Numbers of an example. */
  inputs: number;
  classes: number;
  /** Times that every image has its turn. */
  epochs: number;
}

/** What stands above each part of the code. */
export interface Headings {
  data: string;
  model: string;
  loss: string;
  training: string;
}

/** The code for a network, line by line. */
export type Writer = (network: Network, headings: Headings) => string[];
