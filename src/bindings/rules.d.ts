/** What can be measured of a picture; the units are pixels, percent of pixels, a ratio, or a number of things. */
export type RulesMeasure = "ink" | "width" | "height" | "aspect" | "middle" | "row" | "column" | "holes" | "symmetry";

/** `measure > threshold`, or `<`, votes for a class (0 or 1); where that does not hold, for the other one. */
export interface Rule {
  measure: RulesMeasure;
  comparison: ">" | "<";
  threshold: number;
  class: 0 | 1;
}

/** What is done to pictures to make new data of them. */
export interface Distortion {
  /** Pixels, 0 to 14; each picture in a direction of its own. */
  shift: number;
  /** Percent of the size, 25 to 400. */
  size: number;
  /** Degrees, 0 to 180; each picture to the left or to the right. */
  rotation: number;
  /** Dark ink on light ground. */
  invert: boolean;
  /** Percent of the pixels that become any gray, 0 to 100. */
  noise: number;
  /** Pixels that strokes become wider on each side, -4 to 4. */
  stroke: number;
}

/** A measure of one picture, and what it comes from. */
export interface RulesReading {
  value: number;
  /** Where the measure looks: left, top, width, height in pixels; null for everywhere. */
  rect: [number, number, number, number] | null;
  /** The pixels that count, each as `row * 28 + column`. */
  cells: Uint16Array;
}

/** A rule that no other threshold beats. */
export interface BestRule {
  rule: Rule;
  /** For how many examples it alone is right. */
  right: number;
  /** How many rules were tried. */
  tried: number;
}
