/**
 * The playground's requests: one small network at a time, and what the page asks of it.
 */

import { engineReady, parsePoints } from "../../../../worker/engine.js";
import { Failure } from "../../../../worker/failure.js";
import { Network } from "./network.js";
import { PlaygroundTraining } from "./training.js";
import { inTurn } from "../../../../worker/tasks.js";

/** @import { Handlers, MessageOf } from "../../../../protocol" */
/** @import { PlaygroundInfo, PlaygroundMessage } from "../protocol" */
/** @import { Session } from "../../../../worker/session.js" */

/**
 * @param {Session} session
 * @returns {Handlers<PlaygroundMessage["type"]>}
 */
export function handlers({ emit, report }) {
  /** @type {{ number: number, network: Network, training: PlaygroundTraining } | null} */
  let current = null;
  const next = inTurn();

  /**
   * @param {MessageOf<"playgroundConfigure">} message
   * @returns {Promise<PlaygroundInfo>}
   */
  const configure = async ({ network: number, config, checkpoint }) => {
    await engineReady();
    const network = await Network.create(config);
    if (checkpoint) network.restore(checkpoint);
    // The earlier network is given up only now that this one stands.
    await current?.training.close();
    const training = new PlaygroundTraining(network, (frame) => emit({ event: "playgroundFrame", network: number, frame }), report);
    current = { number, network, training };
    return { training: network.training, test: network.test };
  };

  /** The network that is there, or will be when its configuration is made. @param {number} number */
  const networkOf = (number) =>
    next(() => {
      if (current?.number !== number) throw new Failure("bad-request", `there is no network ${number}`);
      return current;
    });

  return {
    playgroundConfigure: (message) => next(() => configure(message)),
    async playgroundTrain({ network, goal }) {
      (await networkOf(network)).training.train(goal);
      return null;
    },
    async playgroundPause({ network }) {
      (await networkOf(network)).training.pause();
      return null;
    },
    async playgroundSetLearningRate({ network, learningRate }) {
      (await networkOf(network)).network.learningRate = learningRate;
      return null;
    },
    async playgroundSetParameter(message) {
      const { network, training } = await networkOf(message.network);
      await training.change(() => network.setParameter(message));
      return null;
    },
    async playgroundRewind({ network }) {
      return (await networkOf(network)).training.rewind();
    },
    playgroundShown({ network }) {
      // That of an earlier network may still come.
      if (current?.number === network) current.training.shown();
      return null;
    },
    async playgroundParsePoints({ text }) {
      await engineReady();
      return parsePoints(text);
    },
  };
}
