/** What a network reads in pictures of the visitor's own, and what a copy of it learns from them. */

import { engineReady } from "../../../../worker/engine.js";
import { inTurn } from "../../../../worker/tasks.js";
import { copyOf, learnFrom, read } from "./copy.js";

/** @import { Handlers } from "../../../../protocol" */
/** @import { HandwritingMessage, Network } from "../protocol" */
/** @import { TrainerHandle } from "../../../../worker/engine.js" */

/** @returns {Handlers<HandwritingMessage["type"]>} */
export function handlers() {
  const next = inTurn();

  /**
   * @param {Network} network
   * @param {(copy: TrainerHandle) => Promise<Float32Array>} work
   */
  const withCopy = (network, work) =>
    next(async () => {
      await engineReady();
      const copy = await copyOf(network);
      try {
        return await work(copy);
      } finally {
        copy.free();
      }
    });

  return {
    handwritingRead: ({ network, pixels }) => withCopy(network, (copy) => read(copy, pixels)),
    handwritingLearn: ({ network, learn, test }) =>
      withCopy(network, async (copy) => {
        await learnFrom(copy, learn);
        return read(copy, test);
      }),
  };
}
