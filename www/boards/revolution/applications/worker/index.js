/**
 * The four applications' requests: what has been learnt after so many steps of a lesson.
 */

import { engineReady } from "../../../../worker/engine.js";
import { LanguageNetwork } from "./language.js";
import { VisionNetwork } from "./vision.js";
import { factorize, lessonReady, qLearn } from "../../../../worker/lesson.js";

/** @import { Handlers } from "../../../../protocol" */
/** @import { ApplicationsMessage } from "../protocol" */
/** @import { Session } from "../../../../worker/session.js" */

/**
 * @param {Session} session
 * @returns {Handlers<ApplicationsMessage["type"]>}
 */
export function handlers(session) {
  const vision = new VisionNetwork(() => session.data);
  const language = new LanguageNetwork();
  session.onImages(() => vision.dataArrived());
  return {
    async applicationsVision(message) {
      await engineReady();
      return vision.learn(message);
    },
    async applicationsLanguage(message) {
      await Promise.all([engineReady(), lessonReady()]);
      return language.learn(message);
    },
    /** From the beginning every time, which takes less than a millisecond. */
    async applicationsRecommendation({ lesson, shown, more }) {
      await lessonReady();
      const { ratings, things: columns, factors, penalty, seed } = lesson;
      const done = shown + more;
      const { losses, lossBefore, table, people, things } = factorize(Uint8Array.from(ratings), columns, factors, penalty, seed, done);
      return { done, curve: losses, lossBefore, table, people, things };
    },
    /** From the beginning every time, which takes a few milliseconds. */
    async applicationsReinforcement({ lesson, shown, more }) {
      await lessonReady();
      const done = shown + more;
      const { episodeSteps, ...learnt } = qLearn(lesson.world, lesson.seed, done);
      return { done, curve: episodeSteps, steps: episodeSteps.reduce((sum, steps) => sum + steps, 0), ...learnt };
    },
  };
}
