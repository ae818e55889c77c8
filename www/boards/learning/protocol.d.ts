/**
 * The learning board's part of the messages between the page and its worker: a target g(x), a model f(x; W), and how far
 * they are from each other. Every answer follows from its request alone, so that nothing is lost with a worker.
 */

import type { DivergenceKind, LossSurface, TargetShape } from "../../../src/bindings/divergence";

export type { DivergenceKind, Divergences, LossSurface, TargetShape } from "../../../src/bindings/divergence";

declare module "../../protocol" {
  interface Parts {
    learning: { message: LearningMessage; results: LearningResults; event: never };
  }
}

/** What is to be found, and what one has to find it with. */
export interface LearningProblem {
  /** [121]: the heights of g, evenly from x = -3 to 3, straight in between. */
  knots: Float32Array;
  /** How many places of X one has; null for all of X, which is the rule of the integral. */
  samples: number | null;
  /** Draws those places. */
  seed: number;
  divergence: DivergenceKind;
  /** Of the 0-1 divergence. */
  tolerance: number;
}

export type LearningMessage =
  /** The heights of a target to begin with. */
  | { type: "learningTarget"; shape: TargetShape }
  /** Fresh weights of a model with these hidden layers. */
  | { type: "learningStart"; hidden: number[]; seed: number }
  /** Up to `steps` gradient steps from `weights`, as many as can be done in the time of a frame. Without hidden layers the
   *  model is the line w x + b, and the weights are w and b. */
  | { type: "learningFit"; problem: LearningProblem; hidden: number[]; weights: Float32Array; learningRate: number; steps: number }
  /** The loss of every line, for w and b from -reach to reach. */
  | { type: "learningSurface"; problem: LearningProblem; reach: number; side: number };

export interface LearningResults {
  learningTarget: Float32Array;
  learningStart: Float32Array;
  learningFit: LearningFit;
  learningSurface: LossSurface;
}

/** The model after some steps, and how far it is from the target. */
export interface LearningFit {
  /** Layer after layer: its weights [inputs, units], then its biases [units]. All are finite. */
  weights: Float32Array;
  /** How many were done. */
  steps: number;
  /** [steps, 2]: w and b after each step; empty where the model is no line. */
  path: Float32Array;
  /** How far the last step moved the weights; null without a step. */
  moved: number | null;
  /** The last of the steps after which the loss was greater than before, counted from 1; null where none was. */
  rise: number | null;
  /** The next step would have given weights or a loss that are no numbers, so it was not done. */
  isDiverged: boolean;
  /** All over X, at the places of the rule. */
  whole: Comparison;
  /** At the samples; the same as `whole` where there are none but all of X. */
  seen: Comparison;
}

/** f and g at some places. */
export interface Comparison {
  /** [places] */
  x: Float32Array;
  f: Float32Array;
  g: Float32Array;
  /** div(f, g) at each of them. */
  pointwise: Float32Array;
  /** Over all of X the integral, over samples the sum that stands for it. */
  total: number;
}
