/** (f - g)^2, |f - g|, or 1 where they are further apart than a tolerance and 0 elsewhere. */
export type DivergenceKind = "squared" | "absolute" | "zero-one";

/** A function to be found. */
export type TargetShape = "line" | "sine" | "step" | "bumps";

/** How far two functions are from each other. */
export interface Divergences {
  /** [places] */
  pointwise: Float32Array;
  /** Their mean times the width of X, which goes from -3 to 3. */
  total: number;
}

/** The loss of every line w x + b of a square of weights. */
export interface LossSurface {
  /** [side, side]: at the middle of each cell, the largest b first, w growing along a row. */
  values: Float32Array;
  /** The lowest cell's middle. */
  lowest: { w: number; b: number };
}
