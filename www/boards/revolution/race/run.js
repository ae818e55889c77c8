/**
 * The race: both lanes get the same images and the same network, warm up, and train the same batches.
 */

import { ProblemError } from "../../../client.js";
import { tracked } from "../../../shell/signals.js";
import { TakeBack } from "../../../shell/take-back.js";
import { Lane } from "./lane.js";
import { IMAGES, configOf, stepsOf } from "./plan.js";

/** @import { RaceCourse } from "../protocol" */
/** @import { Client } from "../../../shell/types" */
/** @import { RaceServices, RaceState } from "./settings.js" */

/** Enough for shaders to be compiled, memory to be had and clocks to rise. */
const WARM_UP_STEPS = 8;

export class RaceRun {
  /** @type {"idle" | "waiting-for-data" | "preparing" | "running" | "over"} */
  state = "idle";
  lanes = newLanes();
  /** What the lanes train. @type {RaceState["network"]} */
  network = "512-512";
  /** Batches to the finish line; 0 before it is known. */
  steps = 0;
  /** One lane after the other, because both need the CPU. */
  inTurn = false;
  /** Counts the races, so that only the newest counts. */
  #asked = 0;

  /** The board's, which come anew every time that it is shown. @type {RaceServices} */
  services;

  /** @param {RaceServices} services */
  constructor(services) {
    this.services = services;
    this.takeBack = new TakeBack(this);
    tracked(this, "state", "lanes", "network", "steps", "inTurn");
  }

  get isOn() {
    return this.state !== "idle" && this.state !== "over";
  }

  async start() {
    this.reset();
    const asked = this.#asked;
    const { network, distance } = this.services.state.values;
    this.network = network;
    this.state = "waiting-for-data";
    try {
      await dataAreHere(this.services.client);
      if (asked === this.#asked) await this.#race(distance, () => asked !== this.#asked);
    } catch (error) {
      this.services.explain(error);
      if (asked === this.#asked) this.stop();
    }
  }

  /** Ends it, or forgets it where it is over. */
  toggle() {
    if (this.isOn) this.stop();
    else void this.start();
  }

  stop() {
    this.#asked += 1;
    for (const lane of this.lanes) lane.close();
    this.lanes = newLanes();
    this.steps = 0;
    this.state = "idle";
  }

  /** Forgets it; one that is over can be had back. */
  reset() {
    const { state, lanes, network, steps, inTurn } = this;
    this.stop();
    if (state !== "over") return;
    this.takeBack.offer(steps, () => {
      this.stop();
      Object.assign(this, { state, lanes, network, steps, inTurn });
    });
  }

  /**
   * @param {RaceState["distance"]} distance
   * @param {() => boolean} isUnwanted
   */
  async #race(distance, isUnwanted) {
    this.state = "preparing";
    const course = await this.#course();
    for (const lane of this.lanes) {
      await lane.prepare(course);
      if (isUnwanted()) return;
    }
    const ready = this.lanes.filter(({ state }) => state === "ready");
    this.inTurn = ready.some(({ info }) => info?.device.software);
    this.steps = stepsOf(distance, this.inTurn);
    this.state = "running";
    if (this.inTurn) {
      for (const lane of ready) if (!isUnwanted()) await lane.run(this.steps);
    } else {
      await Promise.all(ready.map((lane) => lane.run(this.steps)));
    }
    if (isUnwanted()) return;
    for (const lane of this.lanes) lane.close();
    this.state = "over";
    this.takeBack.goOn();
  }

  /** @returns {Promise<RaceCourse>} */
  async #course() {
    const rows = Array.from({ length: IMAGES }, (_, row) => row);
    const { pixels, labels } = await this.services.client.request("images", { split: "train", rows });
    if (labels.length < IMAGES) throw new ProblemError({ code: "data-missing", detail: `${labels.length} of ${IMAGES} images are here` });
    return { config: configOf(this.network), pixels, labels, warmUpSteps: WARM_UP_STEPS };
  }
}

/** @returns {[cpu: Lane, gpu: Lane]} */
function newLanes() {
  return [new Lane("cpu"), new Lane("webgpu")];
}

/**
 * Resolves when no more images are to come: all are here, or what could not be had has been told.
 * @param {Client} client
 * @returns {Promise<void>}
 */
function dataAreHere(client) {
  return new Promise((resolve) => {
    if (client.latest("data")?.data.complete) return resolve();
    const end = client.on("data", ({ data }) => {
      if (!data.complete) return;
      end();
      resolve();
    });
  });
}
