/** Points in the plane with their targets. */
export interface PlanarPoints {
  /** [points, 2]. */
  inputs: Float32Array;
  /** [points]: the class, 0 or 1, or a value from 0 to 1. */
  targets: Float32Array;
}

/** Points that were read from text. */
export interface ParsedPoints extends PlanarPoints {
  /** The lines that are no point, counted from 1. */
  problems: { line: number; text: string; reason: "columns" | "number" | "label" }[];
}
