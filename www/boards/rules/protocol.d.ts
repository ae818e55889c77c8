/**
 * The part of the board of rules in the messages between the page and its worker: two kinds of digits, rules made by hand
 * and networks that are to tell them apart, and new data.
 *
 * Every answer follows from its request and the data set alone, so that nothing is lost with a worker. It is null while
 * the images that it needs are on their way.
 */

import type { BestRule, Distortion, Rule, RulesMeasure, RulesReading } from "../../../src/bindings/rules";

export type { BestRule, Distortion, Rule, RulesMeasure, RulesReading } from "../../../src/bindings/rules";

declare module "../../protocol" {
  interface Parts {
    rules: { message: RulesMessage; results: RulesResults; event: never };
  }
}

/** The two digits; the first is class 0. Of each data set the first 1,000 of their images count, or as many as can be had. */
export type DigitPair = [number, number];

/** What is done to the held-out images, and the seed that decides what is random in it. */
export interface NewData {
  distortion: Distortion;
  seed: number;
}

/** The images that one learns from or makes rules by, and the held-out ones, distorted. */
export type RulesSet = "training" | "new";

/** Which images of a set are wanted: the first so many, of all or of those answered wrongly. */
export interface Wanted {
  count: number;
  wrongOnly: boolean;
}

export type RulesMessage =
  | { type: "rulesAnswer"; pair: DigitPair; newData: NewData; rules: Rule[]; wanted: Wanted }
  /** A measure of one image, and of all images of its set. */
  | { type: "rulesMeasure"; pair: DigitPair; newData: NewData; set: RulesSet; image: number; measure: RulesMeasure }
  /** The single rule with a vote for this class that is right most often on the training images; of all measures without one. */
  | { type: "rulesBest"; pair: DigitPair; class: 0 | 1; measure?: RulesMeasure }
  /** A network after so many steps. One that has seen new data was trained on distorted copies of the training images, too. */
  | { type: "rulesLearn"; pair: DigitPair; newData: NewData; hasSeenNewData: boolean; step: number; wanted: Wanted };

export interface RulesResults {
  rulesAnswer: RulesScores | null;
  rulesMeasure: RulesMeasured | null;
  rulesBest: (BestRule & { images: number }) | null;
  rulesLearn: LearntScores | null;
}

export interface RulesScores {
  training: RulesScore;
  /** The held-out images as they are. */
  original: RulesScore;
  /** And as new data. */
  distorted: RulesScore;
}

export interface LearntScores extends RulesScores {
  step: number;
  /** With the part of the current one: 1.25. */
  epoch: number;
}

export interface RulesScore {
  images: number;
  right: number;
  /** How many got as many votes for the one as for the other; none of them is right. */
  undecided: number;
  shown: ShownImages;
}

export interface ShownImages {
  /** Which of the set's images these are. */
  indices: Uint16Array;
  /** [images, 28 * 28], 0 is background. */
  pixels: Uint8Array;
  /** 0 or 1. */
  classes: Uint8Array;
  /** 0, 1, or 2 for none. */
  answers: Uint8Array;
}

export interface RulesMeasured {
  /** [28 * 28] */
  pixels: Uint8Array;
  class: 0 | 1;
  reading: RulesReading;
  /** The measure of every image of the set, and its class. */
  values: Float64Array;
  classes: Uint8Array;
}
