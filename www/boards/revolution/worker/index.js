/**
 * The revolution board's requests: networks that learn from more and more images, and one lane of the race.
 */

import { Abreast } from "../../../worker/abreast.js";
import { courseOf } from "./more-data.js";
import { RaceTraining } from "./race.js";

/** @import { Handlers } from "../../../protocol" */
/** @import { RevolutionMessage } from "../protocol" */
/** @import { Session } from "../../../worker/session.js" */

/**
 * @param {Session} session
 * @returns {Handlers<RevolutionMessage["type"]>}
 */
export function handlers(session) {
  const moreData = new Abreast(session);
  const lane = new RaceTraining(session);
  return {
    revolutionMoreDataTrain: (message) => moreData.train(courseOf(message)),
    revolutionMoreDataPause: () => moreData.pause(),
    revolutionRacePrepare: (message) => lane.prepare(message),
    revolutionRaceStart: (message) => lane.start(message),
  };
}
