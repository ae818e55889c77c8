/**
 * The runs of the three ways, over their seeds and numbers of examples, and what is taken over in them.
 */

import { keeping } from "../../../shell/kept.js";
import { LastVisit } from "../../../shell/last-visit.js";
import { PEN_WIDTH } from "../../../shell/pen.js";
import { SeedRuns } from "../../../shell/seed-runs.js";
import { allows } from "../../../shell/settings.js";
import { tracked, whenever } from "../../../shell/signals.js";
import { spread } from "../../../shell/spread.js";
import { planOf, PRETRAINING_STEPS, pretrainingOf, ROUNDS, ways } from "./plan.js";
import { examplesIn, settings } from "./settings.js";
import { SET } from "./summary.js";
import { Taught } from "./taught.js";

/** @import { Score } from "../../../protocol" */
/** @import { SeedRun } from "../../../shell/spread.js" */
/** @import { StateOf } from "../../../shell/types" */
/** @import { KnownLook } from "./protocol" */
/** @import { KnownServices } from "./settings.js" */

/** What is kept from visit to visit: runs that are over, with what they looked like last, and for what the state asked.
 *  @typedef {{ runs: { run: SeedRun, look: KnownLook | undefined }[], pretraining: Map<number, Score>, settings: Partial<StateOf<typeof settings>> }} Kept */

/** Stands between what is learnt and from how many examples. */
const FROM = " from ";

/** @extends {SeedRuns<KnownServices>} */
export class KnownRuns extends SeedRuns {
  /** How each pre-training goes, by its number. @type {Map<number, Score>} */
  pretraining = new Map();
  /** As each run was last, by its number. @type {Map<number, KnownLook>} */
  looks = new Map();
  #asked = 0;
  /** How many runs that are over have been kept. */
  #kept = 0;

  /** @param {KnownServices} services */
  constructor(services) {
    const taught = new Taught();
    super(services, {
      networks: ways.length,
      tests: Math.max(planOf(1, 0).testSteps.length, ROUNDS),
      seeds: ({ state }) => ({ seed: state.values.knownSeed, seeds: state.values.knownSeeds }),
      setSeeds: ({ state }, seeds) => state.set({ knownSeeds: seeds?.seeds ?? settings.knownSeeds.fallback, ...(seeds ? { knownSeed: seeds.seed } : {}) }),
      variants: () => this.wanted.map((examples) => this.#variantWith(examples)),
      train: ({ client }, { number, seed, variant, tests }) => client.request("knownTrain", { number, plan: planOf(Number(variant.split(FROM)[1]), seed, this.#drawn), tests }),
      pause: ({ client }) => client.request("knownPause", {}),
    });
    this.taught = taught;
    /** They take minutes. @type {LastVisit<Kept>} */
    this.lastVisit = new LastVisit(this, {
      name: "known",
      version: 1,
      words: ({ runs }, at) => ({ text: "known.kept", values: { time: this.services.format.time(at), runs: this.services.format.integer(runs.length) } }),
      restore: (kept) => this.#restore(kept),
    });
    tracked(this, "pretraining", "looks");
    whenever(() => [this.over.length, this.looks, this.isOn], () => this.#keep());
    services.client.on("score", ({ number, score }) => {
      if (number < 0) this.pretraining = new Map(this.pretraining).set(number, score);
      if (this.isOn) void this.#look();
    });
  }

  /** What is to be learnt. */
  get subject() {
    return this.services.state.values.knownSubject;
  }

  /** Whether there is anything to be learnt. */
  get canRun() {
    return this.wanted.length > 0;
  }

  /** @override */
  toggle() {
    if (this.canRun) super.toggle();
  }

  /** @override */
  step() {
    if (this.canRun) super.step();
  }

  /** Those with so many examples of each kind. @param {number} examples */
  with(examples) {
    return this.shownOf(this.#variantWith(examples));
  }

  /** Whether all seeds are over with so many examples: before, nothing is said of what they come to together. @param {number} examples */
  areOverWith(examples) {
    const some = this.with(examples);
    return some.length === this.experiment.seeds(this.services).seeds && some.every(({ isOver }) => isOver);
  }

  /** The numbers of examples that are asked for, and that there are. */
  get wanted() {
    return examplesIn(this.services.state.values).filter((examples) => this.subject === "digits" || this.taught.allows(examples));
  }

  /** The number of examples that was come to last. */
  get current() {
    return this.wanted.findLast((examples) => this.with(examples).length > 0) ?? examplesIn(this.services.state.values)[0] ?? 0;
  }

  /** What the networks that are taken over come to on their own digits, over the seeds that are done; or the first one, as far as it is. */
  get before() {
    const { seed, seeds } = this.experiment.seeds(this.services);
    const scores = Array.from({ length: seeds }, (_, index) => this.pretraining.get(pretrainingOf(seed + index)) ?? []).flat();
    const done = scores.filter(({ step }) => step === PRETRAINING_STEPS);
    const accuracies = (done.length > 0 ? done : scores.slice(0, 1)).flatMap(({ outcomes }) => outcomes[SET]?.accuracy ?? []);
    return accuracies.length > 0 ? spread(accuracies) : null;
  }

  /** How far the network is that is taken over with a seed. @param {number} seed */
  pretrainingSteps(seed) {
    return this.pretraining.get(pretrainingOf(seed))?.step ?? 0;
  }

  /** What the last of these runs that was looked at looked like, and of which seed that is. @returns {KnownLook & { seed: number } | null} */
  get look() {
    const run = this.with(this.current).findLast(({ number }) => this.looks.has(number));
    const look = run && this.looks.get(run.number);
    return look ? { ...look, seed: run.seed } : null;
  }

  #keep() {
    const { over, looks, pretraining } = this;
    if (over.length === 0) return;
    const asked = Object.fromEntries(Object.entries(this.services.state.values).filter(([name]) => name in settings));
    this.lastVisit.keep({ runs: over.map((run) => ({ run, look: looks.get(run.number) })), pretraining, settings: asked });
    // What has just come to its end took long, and waits for nothing: the page may be loaded anew before the next seed is over.
    if (!this.isOn || over.length > this.#kept) this.lastVisit.rest();
    this.#kept = over.length;
  }

  /** @param {Kept} kept */
  #restore({ runs, pretraining, settings: asked }) {
    if (!allows(settings, asked)) return;
    const numbers = this.add(runs.map(({ run }) => run));
    const looks = runs.flatMap(({ look }, index) => (look ? [{ ...look, number: numbers[index] ?? NaN }] : []));
    this.looks = new Map([...this.looks, .../** @type {[number, KnownLook][]} */ (looks.map((look) => [look.number, look]))]);
    this.pretraining = new Map([...this.pretraining, ...pretraining]);
    this.services.state.set(asked);
  }

  get #drawn() {
    return this.subject === "digits" ? null : { drawings: this.taught.drawings, penWidth: PEN_WIDTH, rounds: ROUNDS };
  }

  /** @param {number} examples */
  #variantWith(examples) {
    return `${this.subject === "digits" ? "digits" : this.taught.number}${FROM}${examples}`;
  }

  async #look() {
    const asked = (this.#asked += 1);
    const look = await this.services.ask("knownLook", {});
    // A worker that has just begun has nothing to show.
    if (look?.pretrained && asked === this.#asked) this.looks = new Map(this.looks).set(look.number, look);
  }
}

export const runsFor = keeping(KnownRuns);
