/**
 * The perceptron board's part of the messages between the page and its worker. Every answer follows from its request alone,
 * so that nothing is lost with a worker.
 */

import type { PerceptronAnswer, PerceptronProgress, PerceptronRegion, PerceptronWeights } from "../../../src/bindings/perceptron";

export type { PerceptronAnswer, PerceptronProgress, PerceptronRegion, PerceptronStep, PerceptronWeights } from "../../../src/bindings/perceptron";

declare module "../../protocol" {
  interface Parts {
    perceptron: { message: PerceptronMessage; results: PerceptronResults; event: never };
  }
}

export type PerceptronMessage =
  /** What a perceptron gives for each row of a truth table. */
  | { type: "perceptronAnswer"; table: TruthTable; weights: PerceptronWeights }
  /** The perceptron rule: `shown` samples from `start`, then `more`, or fewer where the verdict comes before. */
  | { type: "perceptronLearn"; lesson: PerceptronLesson; shown: number; more: number }
  /** Every (w1, w2) from -reach to reach, for the bias of `weights`. */
  | { type: "perceptronMap"; table: TruthTable; weights: PerceptronWeights; reach: number }
  /** Weights to begin with, decided by the seed. */
  | { type: "perceptronStart"; seed: number };

export interface PerceptronResults {
  perceptronAnswer: PerceptronAnswer;
  perceptronLearn: PerceptronProgress;
  perceptronMap: PerceptronRegion[];
  perceptronStart: PerceptronWeights;
}

/** Targets of the rows 00, 01, 10, 11: "0110" is XOR. */
export type TruthTable = string;

/** Everything that determines a course of the perceptron rule. */
export interface PerceptronLesson {
  table: TruthTable;
  start: PerceptronWeights;
  rate: number;
  /** Deals the order of the rows, the same in every pass; 0 leaves them in the table's. */
  seed: number;
}
