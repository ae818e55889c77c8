/**
 * The requests of the two networks: they learn abreast, and the first layer of one is looked into.
 */

import { Abreast } from "../../../../worker/abreast.js";
import { engineReady } from "../../../../worker/engine.js";
import { createTrainer } from "../../../../worker/trainers.js";
import { courseOf } from "./course.js";
import { byFilter } from "./filters.js";

/** @import { Handlers, NetworkConfig } from "../../../../protocol" */
/** @import { NetworksMessage } from "../protocol" */
/** @import { TrainerHandle } from "../../../../worker/engine.js" */
/** @import { Session } from "../../../../worker/session.js" */

/**
 * @param {Session} session
 * @returns {Handlers<NetworksMessage["type"]>}
 */
export function handlers(session) {
  const abreast = new Abreast(session);
  /** One that has not learnt, to be looked into before there is one that has. @type {{ key: string, trainer: Promise<TrainerHandle> } | null} */
  let fresh = null;

  /** @param {NetworkConfig} config */
  const freshOf = (config) => {
    const key = JSON.stringify(config);
    if (fresh?.key !== key) {
      void fresh?.trainer.then((trainer) => trainer.free());
      fresh = { key, trainer: engineReady().then(() => createTrainer(config, "cpu")) };
    }
    return fresh.trainer;
  };

  return {
    networksTrain: (message) => abreast.train(courseOf(message)),
    networksPause: () => abreast.pause(),
    async networksMaps({ network, fresh, pixels }) {
      const trainer = abreast.trainers[network] ?? (await freshOf(fresh));
      const { step } = trainer;
      const [kernels, [maps = new Float32Array()]] = await Promise.all([trainer.weights(0), trainer.activations(pixels)]);
      const filters = maps.length / pixels.length;
      return { kernels: byFilter(kernels, filters), maps: byFilter(maps, filters), step };
    },
  };
}
