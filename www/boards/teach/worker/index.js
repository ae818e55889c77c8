/**
 * What a network that was taught by a visitor takes a drawing for. It learns when it is first asked about a teaching.
 */

import { engineReady } from "../../../worker/engine.js";
import { pictureOf } from "../../../worker/picture.js";
import { inTurn } from "../../../worker/tasks.js";
import { canLearn, learn } from "./learner.js";

/** @import { Handlers } from "../../../protocol" */
/** @import { Teaching, TeachMessage } from "../protocol" */
/** @import { TrainerHandle } from "../../../worker/engine.js" */

/** @returns {Handlers<TeachMessage["type"]>} */
export function handlers() {
  /** @type {{ number: number, trainer: TrainerHandle | null }} */
  let learnt = { number: NaN, trainer: null };
  const next = inTurn();

  /** @param {Teaching} teaching @param {number} penWidth */
  const trainerOf = async ({ number, drawings, kinds, seed }, penWidth) => {
    if (learnt.number === number) return learnt.trainer;
    const examples = drawings.map(({ strokes, kind }) => ({ pixels: pictureOf(strokes, penWidth), kind })).filter(({ pixels }) => pixels.length > 0);
    learnt.trainer?.free();
    learnt = { number: NaN, trainer: null };
    learnt = { number, trainer: canLearn(examples) ? await learn(examples, kinds, seed) : null };
    return learnt.trainer;
  };

  return {
    teachGuess: ({ teaching, strokes, penWidth }) =>
      next(async () => {
        await engineReady();
        const trainer = await trainerOf(teaching, penWidth);
        const pixels = pictureOf(strokes, penWidth);
        return { probabilities: trainer && pixels.length > 0 ? (await trainer.predict(pixels)).slice() : null };
      }),
  };
}
