/**
 * The runs of the three networks, over their seeds; and what is fed to the one whose images are distorted.
 */

import { SeedRuns } from "../../../shell/seed-runs.js";
import { tracked } from "../../../shell/signals.js";
import { planOf, testSteps, ways } from "./plan.js";
import { settings } from "./settings.js";

/** @import { Fed } from "./protocol" */
/** @import { FewServices } from "./settings.js" */

/** @extends {SeedRuns<FewServices>} */
export class FewRuns extends SeedRuns {
  /** What was fed in the newest epoch, and in which run. @type {{ number: number, fed: Fed } | null} */
  newest = null;

  /** @param {FewServices} services */
  constructor(services) {
    super(services, {
      networks: ways.length,
      tests: testSteps.length,
      seeds: ({ state: { values } }) => ({ seed: values.fewSeed, seeds: values.fewSeeds }),
      setSeeds: ({ state }, seeds) => state.set(seeds ? { fewSeed: seeds.seed, fewSeeds: seeds.seeds } : { fewSeeds: settings.fewSeeds.fallback }),
      variants: ({ state }) => [state.values.fewImages],
      train: ({ client }, { number, seed, variant, tests }) => client.request("fewTrain", { number, tests, plan: planOf(Number(variant), seed) }),
      pause: ({ client }) => client.request("fewPause", {}),
    });
    tracked(this, "newest");
    services.client.on("fewFed", ({ number, fed }) => (this.newest = { number, fed }));
  }

  /** What was fed in the newest epoch, where its run is among those that are shown. */
  get fed() {
    const { newest } = this;
    return newest && this.shown.some(({ number }) => number === newest.number) ? newest.fed : null;
  }
}
