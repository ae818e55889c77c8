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
  /** The number of the run that learns. @type {number | null} */
  let learning = null;

  return {
    networksTrain(message) {
      learning = message.number;
      return abreast.train(courseOf(message));
    },
    networksPause: () => abreast.pause(),
    async networksMaps({ number, network, fresh, pixels }) {
      const trainer = (number === learning && abreast.trainers[network]) || (await unlearnt.of(fresh));
      const { step } = trainer;
      const [kernels, [maps = new Float32Array()]] = await Promise.all([trainer.weights(0), trainer.activations(pixels)]);
      const filters = maps.length / pixels.length;
      return { kernels: byFilter(kernels, filters), maps: byFilter(maps, filters), step };
    },
  };
}
