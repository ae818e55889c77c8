/**
 * The requests of the two networks: they learn abreast, and the first layer of one is looked into.
 */

import { Abreast } from "../../../../worker/abreast.js";
import { Fresh } from "../../../../worker/fresh.js";
import { courseOf } from "./course.js";
import { byFilter } from "./filters.js";

/** @import { Handlers } from "../../../../protocol" */
/** @import { NetworksMessage } from "../protocol" */
/** @import { Session } from "../../../../worker/session.js" */

/**
 * @param {Session} session
 * @returns {Handlers<NetworksMessage["type"]>}
 */
export function handlers(session) {
  const abreast = new Abreast(session);
  const unlearnt = new Fresh();
  /** The seed of the networks that learn. */
  let learning = -1;

  return {
    networksTrain(message) {
      learning = message.plan.seed;
      return abreast.train(courseOf(message));
    },
    networksPause: () => abreast.pause(),
    async networksMaps({ network, fresh, pixels }) {
      const trainer = (fresh.seed === learning && abreast.trainers[network]) || (await unlearnt.of(fresh));
      const { step } = trainer;
      const [kernels, [maps = new Float32Array()]] = await Promise.all([trainer.weights(0), trainer.activations(pixels)]);
      const filters = maps.length / pixels.length;
      return { kernels: byFilter(kernels, filters), maps: byFilter(maps, filters), step };
    },
  };
}
