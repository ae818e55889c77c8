/** What the tab about starting from what is known asks. */

import { KnownTraining } from "./training.js";

/** @import { Handlers } from "../../../../protocol" */
/** @import { Session } from "../../../../worker/session.js" */
/** @import { KnownMessage } from "../protocol" */

/** @param {Session} session @returns {Handlers<KnownMessage["type"]>} */
export function handlers(session) {
  const training = new KnownTraining(session);
  return {
    knownTrain: (message) => training.train(message),
    knownPause: () => training.pause(),
    knownLook: () => training.look(),
  };
}
