/** What a network reads in pictures of the visitor's own, what a copy of it learns from them, and what is to be made of them first. */

import { engineReady } from "../../../../worker/engine.js";
import { inTurn } from "../../../../worker/tasks.js";
import { copyOf, learnFrom, read } from "./copy.js";
import { readImageTable } from "./csv.js";
import { digitIn } from "./found.js";
import { photographOf } from "./photograph.js";
import { shrunk } from "./shrunk.js";

/** @import { Handlers } from "../../../../protocol" */
/** @import { HandwritingMessage, Network } from "../protocol" */
/** @import { TrainerHandle } from "../../../../worker/engine.js" */

/** Smaller ones are no photographs. */
const LEAST_PHOTOGRAPH = 56;

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
    handwritingFound: async ({ photograph: { rgba, width, height } }) => digitIn(rgba, width, height),
    handwritingPicture: async ({ picture, isDigit }) => {
      const photograph = await photographOf(picture);
      if (!photograph) return null;
      const { rgba, width, height } = photograph;
      const found = isDigit && Math.min(width, height) > LEAST_PHOTOGRAPH ? digitIn(rgba, width, height) : null;
      return found ?? shrunk(rgba, width, height);
    },
    handwritingTable: async ({ bytes }) => readImageTable(new TextDecoder().decode(bytes)),
  };
}
