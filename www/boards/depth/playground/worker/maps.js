/**
 * What a network and each of its units make of every place of the plane, to be painted.
 */

import { featuresOf } from "./features.js";
import { ANSWER_SIDE, UNIT_SIDE, gridPoints } from "./plane.js";

/** @import { PlaygroundConfig, PlaygroundMaps } from "../protocol" */
/** @import { TrainerHandle } from "../../../../worker/engine.js" */

/** The byte of a value at which a decision would change. */
const MIDDLE = 128;
const REACH = 127;

export class Maps {
  /** @param {PlaygroundConfig} config */
  constructor({ features, activation, edge }) {
    /** Of the hidden units. */
    this.activation = activation;
    this.inputs = featuresOf(gridPoints(ANSWER_SIDE, edge), features);
  }

  /**
   * @param {TrainerHandle} trainer
   * @returns {Promise<PlaygroundMaps>}
   */
  async draw(trainer) {
    const layers = await trainer.activations(this.inputs);
    const answer = layers.pop() ?? new Float32Array(ANSWER_SIDE ** 2);
    return {
      answerSide: ANSWER_SIDE,
      unitSide: UNIT_SIDE,
      answer,
      units: layers.map((values) => this.#unitMaps(values)),
    };
  }

  /** @param {Float32Array} values [cells, units] */
  #unitMaps(values) {
    const units = values.length / (ANSWER_SIDE * ANSWER_SIDE);
    const bytes = new Uint8Array(units * UNIT_SIDE * UNIT_SIDE);
    const stride = ANSWER_SIDE / UNIT_SIDE;
    for (let unit = 0; unit < units; unit += 1) {
      const { middle, reach } = this.#rangeOf(values, unit, units);
      for (let cell = 0; cell < UNIT_SIDE * UNIT_SIDE; cell += 1) {
        const row = stride * Math.floor(cell / UNIT_SIDE);
        const column = stride * (cell % UNIT_SIDE);
        const value = values[(row * ANSWER_SIDE + column) * units + unit] ?? 0;
        bytes[unit * UNIT_SIDE * UNIT_SIDE + cell] = byteOf((value - middle) / reach);
      }
    }
    return bytes;
  }

  /**
   * What a unit can give. Where that has no bounds, what it gives here at most.
   * @param {Float32Array} values [cells, units]
   * @param {number} unit
   * @param {number} units
   */
  #rangeOf(values, unit, units) {
    if (this.activation === "tanh") return { middle: 0, reach: 1 };
    if (this.activation === "sigmoid") return { middle: 0.5, reach: 0.5 };
    let most = 1e-6;
    for (let index = unit; index < values.length; index += units) most = Math.max(most, Math.abs(values[index] ?? 0));
    return { middle: 0, reach: most };
  }
}

/** @param {number} value -1 to 1 */
function byteOf(value) {
  return Math.round(MIDDLE + REACH * value);
}
