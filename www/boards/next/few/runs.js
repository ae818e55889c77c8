/**
 * The runs of the three networks, over their seeds; and what is fed to the one whose images are distorted.
 */

import { SeedRuns } from "../../../shell/seed-runs.js";
import { tracked } from "../../../shell/signals.js";
import { epochsAt, planOf, testSteps, ways } from "./plan.js";
import { settings } from "./settings.js";

/** @import { Fed } from "./protocol" */
/** @import { FewServices } from "./settings.js" */

/** @extends {SeedRuns<FewServices>} */
export class FewRuns extends SeedRuns {
  /** What was fed in the epochs of the newest run. @type {{ number: number, epochs: Fed[] }} */
  feeding = { number: NaN, epochs: [] };

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
    tracked(this, "feeding");
    services.client.on("fewFed", ({ number, fed }) => (this.feeding = { number, epochs: [...(number === this.feeding.number ? this.feeding.epochs : []), fed] }));
  }

  /** What was fed in the last epoch of which the curve tells, where its run is among those that are shown: images are made ahead of it. */
  get fed() {
    const { number, epochs } = this.feeding;
    const run = this.shown.find((run) => run.number === number);
    const last = epochsAt(Number(this.services.state.values.fewImages), run?.scores[ways.indexOf("distorted")]?.at(-1)?.step ?? 0);
    const fed = epochs.findLast(({ epoch }) => epoch <= last);
    return run && fed ? { ...fed, seed: run.seed } : null;
  }
}
