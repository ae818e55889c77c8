/**
 * How far a run is, in steps, epochs and seconds of training.
 */

export class Position {
  step = 0;
  seconds = 0;
  #epochs = 0;
  /** The step at which the current epoch began. */
  #epochStart = 0;
  stepsPerEpoch = 1;

  /** Epochs done, with the part of the current one: 1.25. */
  get epoch() {
    return this.#epochs + (this.step - this.#epochStart) / this.stepsPerEpoch;
  }

  /** The last step ended an epoch. */
  get atEpochEnd() {
    return this.step > 0 && this.step === this.#epochStart;
  }

  /**
   * The step that ends epoch number `epoch`, counted from 1.
   * @param {number} epoch
   */
  endOf(epoch) {
    return this.#epochStart + Math.ceil((epoch - this.#epochs) * this.stepsPerEpoch);
  }

  /** The step that ends the current epoch. */
  get epochEnd() {
    return this.#epochStart + this.stepsPerEpoch;
  }

  /** @param {number} steps */
  advance(steps) {
    this.step += steps;
    while (this.step >= this.epochEnd) {
      this.#epochStart = this.epochEnd;
      this.#epochs += 1;
    }
  }

  /**
   * Takes over where the trainer is; nothing may be under way there.
   * @param {{ step: number, epoch: number, stepsPerEpoch: number }} trainer
   */
  sync({ step, epoch, stepsPerEpoch }) {
    this.step = step;
    this.stepsPerEpoch = stepsPerEpoch;
    this.#epochs = Math.floor(epoch + 1e-9);
    this.#epochStart = step - Math.round((epoch - this.#epochs) * stepsPerEpoch);
  }
}
