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
/** What is no further behind the best is as good: neighbouring steps differ by so much. */
const AS_GOOD = 0.02;

export class Condition {
  isRuined = false;
  /** The weights are as good as the best so far. */
  isGood = false;
  /** What no loss of a network that learns goes far beyond. */
  #highestLoss = 0;
  /** The most that it has known so far. */
  #most = 0;

  /** @param {Score} guessing what one and the same answer to every example comes to */
  constructor(guessing) {
    this.guessing = guessing;
  }

  /** @param {Score} score of the weights as they are now; the first one is best taken of the fresh weights */
  take({ loss, accuracy }) {
    // Fresh weights may do worse than guessing.
    this.#highestLoss ||= Number.isFinite(loss) ? Math.max(loss, this.guessing.loss) : this.guessing.loss;
    const known = Math.max(0, (accuracy - this.guessing.accuracy) / (1 - this.guessing.accuracy));
    const isBeyond = !(loss <= RUINED_LOSS * this.#highestLoss);
    const isGuessing = !(loss < GUESSING_LOSS * this.guessing.loss) && known <= RUINED_PART * this.#most;
    const hasForgotten = this.#most >= KNEW && isGuessing;
    this.isRuined = isBeyond || hasForgotten;
    this.isGood = !this.isRuined && known >= this.#most - AS_GOOD;
    if (!this.isRuined) this.#most = Math.max(this.#most, known);
  }
}
