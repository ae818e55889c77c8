/**
 * The runs of the three networks, over their seeds.
 */

import { SeedRuns } from "../../../shell/seed-runs.js";
import { SHAPES, planOf, testSteps } from "./plan.js";
import { settings } from "./settings.js";

/** @import { WideServices } from "./settings.js" */

/** @extends {SeedRuns<WideServices>} */
export class WideRuns extends SeedRuns {
  /** @param {WideServices} services */
  constructor(services) {
    super(services, {
      networks: SHAPES.length,
      tests: testSteps.length,
      seeds: ({ state: { values } }) => ({ seed: values.wideSeed, seeds: values.wideSeeds }),
      setSeeds: ({ state }, seeds) => state.set(seeds ? { wideSeed: seeds.seed, wideSeeds: seeds.seeds } : { wideSeeds: settings.wideSeeds.fallback }),
      train: ({ client }, { seed, number, tests }) => client.request("wideTrain", { number, tests, plan: planOf(seed) }),
      pause: ({ client }) => client.request("widePause", {}),
    });
  }
}
