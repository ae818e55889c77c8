/** A line and the side of it that fires: output 1 where w1 x1 + w2 x2 + b >= 0. At most three decimals each. */
export interface PerceptronWeights {
  w1: number;
  w2: number;
  b: number;
}

/** What a perceptron gives, row by row: 00, 01, 10, 11. */
export interface PerceptronAnswer {
  /** [4] */
  sums: number[];
  /** [4], 0 or 1 */
  outputs: number[];
  /** How many outputs are those of the table. */
  score: number;
  /** Whether any line gives the table. */
  separable: boolean;
}

/** What showing one sample did. */
export interface PerceptronStep {
  /** Which row was shown, 0 to 3. */
  row: number;
  /** The target less the output: -1, 0 or 1. */
  error: number;
  before: PerceptronWeights;
  after: PerceptronWeights;
}

/** How far learning has come, and what is certain of the future. */
export interface PerceptronProgress {
  weights: PerceptronWeights;
  answer: PerceptronAnswer;
  /** Samples shown. */
  samples: number;
  /** How many of them changed the weights. */
  updates: number;
  /** The newest sample; null before the first. */
  step: PerceptronStep | null;
  /** Which row comes next, 0 to 3. */
  next: number;
  /** "cycles": a whole state has returned, and so will return for ever. */
  verdict: "open" | "converged" | "cycles";
  /** The returned state: updates made until it was there first, and again; null for the other verdicts. */
  cycle: { first: number; again: number } | null;
}

/** A part of the plane of (w1, w2) in which the outputs are the same. */
export interface PerceptronRegion {
  /** How many outputs are those of the table. */
  score: number;
  /** w1, w2 of each corner in turn; the region is convex. */
  corners: number[];
  /** w1 and w2 of a point inside. */
  center: [number, number];
}
