/**
 * The part of the two networks in the messages between the page and its worker: they learn abreast, and the convolutional
 * one is looked into.
 */

import type { NetworkConfig } from "../../../protocol";

declare module "../../../protocol" {
  interface Parts {
    networks: { message: NetworksMessage; results: NetworksResults; event: never };
  }
}

export interface NetworksPlan {
  networks: NetworkConfig[];
  trainingImages: number;
  /** The steps after which each is tried; training ends with the last one. */
  testSteps: number[];
  /** How many test images, from the first on, they are tried on: as they are, and moved by up to `shift` pixels. */
  testImages: number;
  shift: number;
  seed: number;
}

export type NetworksMessage =
  /** Trains the networks of a plan abreast until each has been tried `tests` times more. Another number begins anew. */
  | { type: "networksTrain"; number: number; plan: NetworksPlan; tests: number }
  | { type: "networksPause" }
  /** What a network's first layer, which is a convolution, makes of a picture. It is the one of the run of this number; as
   *  `fresh` says where there is no such run any more, or none yet.
   *  `network`: its place in the plan; `pixels`: [28 * 28]. */
  | { type: "networksMaps"; number: number | null; network: number; fresh: NetworkConfig; pixels: Uint8Array };

export interface NetworksResults {
  networksTrain: { isOver: boolean };
  networksPause: null;
  networksMaps: NetworkMaps;
}

export interface NetworkMaps {
  /** [filters, kernel * kernel] */
  kernels: Float32Array;
  /** [filters, 28 * 28] */
  maps: Float32Array;
  /** Steps that it has learnt. */
  step: number;
}
