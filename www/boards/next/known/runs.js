/**
 * The runs of the three ways, over their seeds and numbers of examples, and what is taken over in them.
 */

import { keeping } from "../../../shell/kept.js";
import { SeedRuns } from "../../../shell/seed-runs.js";
import { tracked } from "../../../shell/signals.js";
import { planOf, PRETRAINING, PRETRAINING_STEPS, ways } from "./plan.js";
import { examplesOf, settings } from "./settings.js";

/** @import { Score } from "../../../protocol" */
/** @import { KnownLook } from "./protocol" */
/** @import { KnownServices } from "./settings.js" */

/** @extends {SeedRuns<KnownServices>} */
export class KnownRuns extends SeedRuns {
  /** How the pre-training goes. @type {Score | null} */
  pretraining = null;
  /** As it was last. @type {KnownLook | null} */
  look = null;
  #looks = 0;

  /** @param {KnownServices} services */
  constructor(services) {
    super(services, {
      networks: ways.length,
      tests: planOf(1, 0).testSteps.length,
      seeds: ({ state }) => ({ seed: state.values.knownSeed, seeds: state.values.knownSeeds }),
      setSeeds: ({ state }, seeds) => state.set({ knownSeeds: seeds?.seeds ?? settings.knownSeeds.fallback, ...(seeds ? { knownSeed: seeds.seed } : {}) }),
      variants: ({ state }) => examplesOf(state.values.knownExamples).map(String),
      train: ({ client }, { number, seed, variant, tests }) => client.request("knownTrain", { number, plan: planOf(Number(variant), seed), tests }),
      pause: ({ client }) => client.request("knownPause", {}),
    });
    tracked(this, "pretraining", "look");
    services.client.on("score", ({ number, score }) => {
      if (number === PRETRAINING) this.pretraining = score;
      if (this.isOn) void this.#look();
    });
  }

  /** Those with so many examples of each kind. @param {number} examples */
  with(examples) {
    return this.shownOf(String(examples));
  }

  /** The numbers of examples that are asked for. */
  get wanted() {
    return examplesOf(this.services.state.values.knownExamples);
  }

  /** The number of examples that was come to last. */
  get current() {
    return this.wanted.findLast((examples) => this.with(examples).length > 0) ?? this.wanted[0] ?? 0;
  }

  get isPretrained() {
    return this.pretraining?.step === PRETRAINING_STEPS;
  }

  async #look() {
    const asked = (this.#looks += 1);
    const look = await this.services.ask("knownLook", {});
    // A worker that has just begun has nothing to show.
    if (look?.pretrained && asked === this.#looks) this.look = look;
  }
}

export const runsFor = keeping(KnownRuns);
