/**
 * The runs of the four networks, over their seeds.
 */

import { SeedRuns } from "../../../shell/seed-runs.js";
import { SIZES, planOf } from "./plan.js";
import { settings } from "./settings.js";

/** @import { MoreDataServices } from "./settings.js" */

/** @extends {SeedRuns<MoreDataServices>} */
export class MoreDataRuns extends SeedRuns {
  /** @param {MoreDataServices} services */
  constructor(services) {
    super(services, {
      networks: SIZES.length,
      tests: planOf(0).testSteps.length,
      seeds: ({ state }) => state.values,
      setSeeds: ({ state }, seeds) => state.set(seeds ?? { seeds: settings.seeds.fallback }),
      train: ({ client }, { number, seed, tests }) => client.request("revolutionMoreDataTrain", { number, plan: planOf(seed), tests }),
      pause: ({ client }) => client.request("revolutionMoreDataPause", {}),
    });
  }
}
