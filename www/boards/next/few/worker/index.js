/**
 * The requests of the networks that learn from few images.
 */

import { Abreast } from "../../../../worker/abreast.js";
import { courseOf } from "./course.js";

/** @import { Handlers } from "../../../../protocol" */
/** @import { FewMessage } from "../protocol" */
/** @import { Session } from "../../../../worker/session.js" */

/**
 * @param {Session} session
 * @returns {Handlers<FewMessage["type"]>}
 */
export function handlers(session) {
  const abreast = new Abreast(session);
  return {
    fewTrain: (message) => abreast.train(courseOf(message, session.emit)),
    fewPause: () => abreast.pause(),
  };
}
