/**
 * A network with its first weights, to be looked into before there is one that has learnt.
 */

import { engineReady } from "./engine.js";
import { createTrainer } from "./trainers.js";

/** @import { NetworkConfig } from "../protocol" */
/** @import { TrainerHandle } from "./engine.js" */

export class Fresh {
  #key = "";
  /** @type {Promise<TrainerHandle> | null} */
  #trainer = null;

  /** The same one until another is asked for. @param {NetworkConfig} config */
  of(config) {
    const key = JSON.stringify(config);
    if (this.#trainer && key === this.#key) return this.#trainer;
    void this.#trainer?.then((trainer) => trainer.free());
    this.#key = key;
    return (this.#trainer = engineReady().then(() => createTrainer(config, "cpu")));
  }
}
