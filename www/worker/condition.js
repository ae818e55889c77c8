/**
 * How a network in training is doing: whether its weights are worth coming back to, and whether they are ruined. Steps
 * that are too large ruin it long before its loss is no number any more, and often without its ever getting there.
 */

/** The mean loss over some examples, and which part of them was answered rightly.
 *  @typedef {{ loss: number, accuracy: number }} Score */

/** So many times as bad as the fresh weights, and as guessing, is ruined. */
const RUINED_LOSS = 10;
/** Who knew at least so much, from 0 for guessing to 1 for always right, and has only this part of it left, is ruined. */
const KNEW = 0.3;
const RUINED_PART = 0.2;
/** Whose loss is so much better than that of guessing does not guess, whatever a few examples near the boundary do. */
const GUESSING_LOSS = 0.95;
/** What is ruined stays so for so many steps: many a network comes back at once from a step that was too large. */
const LASTING_STEPS = 100;
/** Where steps are slow nobody waits for so many of them: it is enough that it stays so for this time, and these steps. */
const LASTING_SLOWLY = { milliseconds: 5000, steps: 5 };

export class Condition {
  isRuined = false;
  /** No weights so far have answered better. */
  isGood = false;
  /** What no loss of a network that learns goes far beyond. */
  #highestLoss = 0;
  /** The most that it has known so far, by its answers and by its loss. */
  #most = 0;
  /** What the best weights so far came to. @type {Score} */
  #best = { loss: Infinity, accuracy: -Infinity };
  /** Since when it does as badly as if it were ruined; null where it does not. @type {{ step: number, at: number } | null} */
  #badSince = null;

  /** @param {Score} guessing what one and the same answer to every example comes to */
  constructor(guessing) {
    this.guessing = guessing;
  }

  /**
   * @param {Score} score of the weights as they are now; the first one is best taken of the fresh weights
   * @param {number} step that led to them
   * @param {number} [at] when it was taken, in milliseconds
   */
  take({ loss, accuracy }, step, at = performance.now()) {
    const { guessing } = this;
    // Fresh weights may do worse than guessing.
    this.#highestLoss ||= Number.isFinite(loss) ? Math.max(loss, guessing.loss) : guessing.loss;
    const answered = (accuracy - guessing.accuracy) / (1 - guessing.accuracy);
    const isBeyond = !(loss <= RUINED_LOSS * this.#highestLoss);
    const isGuessing = !(loss < GUESSING_LOSS * guessing.loss) && answered <= RUINED_PART * this.#most;
    const isBad = isBeyond || (this.#most >= KNEW && isGuessing);
    this.#badSince = isBad ? (this.#badSince ?? { step, at }) : null;
    const badSteps = this.#badSince ? step - this.#badSince.step : 0;
    const isBadForLong = this.#badSince !== null && at - this.#badSince.at >= LASTING_SLOWLY.milliseconds && badSteps >= LASTING_SLOWLY.steps;
    this.isRuined = !Number.isFinite(loss) || badSteps >= LASTING_STEPS || isBadForLong;

    const best = this.#best;
    this.isGood = !isBad && (accuracy > best.accuracy || (accuracy === best.accuracy && loss <= best.loss));
    if (this.isGood) this.#best = { loss, accuracy };
    // Before anything is learnt, answers swing from side to side while the loss stays that of guessing.
    if (!isBad) this.#most = Math.max(this.#most, Math.min(answered, 1 - loss / guessing.loss));
  }
}
