/**
 * The runs of the two networks, over their seeds.
 */

import { SeedRuns } from "../../../shell/seed-runs.js";
import { planOf, testSteps } from "./plan.js";
import { settings } from "./settings.js";

/** @import { NetworksServices } from "./settings.js" */

/** @extends {SeedRuns<NetworksServices>} */
export class NetworkRuns extends SeedRuns {
  /** @param {NetworksServices} services */
  constructor(services) {
    super(services, {
      networks: planOf(0).networks.length,
      tests: testSteps.length,
      seeds: ({ state: { values } }) => ({ seed: values.networksSeed, seeds: values.networksSeeds }),
      setSeeds: ({ state }, seeds) => state.set(seeds ? { networksSeed: seeds.seed, networksSeeds: seeds.seeds } : { networksSeeds: settings.networksSeeds.fallback }),
      train: ({ client }, { seed, ...wanted }) => client.request("networksTrain", { ...wanted, plan: planOf(seed) }),
      pause: ({ client }) => client.request("networksPause", {}),
    });
  }
}
