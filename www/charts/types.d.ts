/** What is drawn as curves, wherever that is. */

import type { Dash } from "./dashes.js";

/** Custom properties that the styles register as colours, so that they are read as rgb(). */
export type ColourName = "ink" | "ink-2" | "rule" | "one" | "zero" | "sheet";

/** How a curve looks. */
export interface Curve {
  colour: ColourName;
  dash: Dash;
  /** A background to another curve: thin, without a name. */
  faint: boolean;
  /** Measured here and there: as long as they can be told from each other its points are not joined, for nobody knows what
   *  is between them. */
  isSparse?: boolean;
}

export interface CurveData {
  /** Only growing. */
  x: number[];
  y: number[];
  /** Where the curve ends; empty for none. */
  name: string;
}

/** All that is shown at one moment. */
export interface Frame {
  /** As many as there are in the options. */
  curves: CurveData[];
  xMax: number;
  /** Where the axis below has its numbers, if not where they are round. */
  xMarks?: number[];
  formatX: (x: number) => string;
  formatY: (y: number) => string;
  scale: "linear" | "log";
  /** Of y on the linear scale. */
  range: [number, number];
  /** What room to leave for the names, so that charts above each other are as wide. */
  longestNames: string[];
}

/** What files of the curves say beside the numbers, in the language that is spoken. */
export interface Told {
  title: string;
  /** What is along the axis. */
  x: string;
  y: string;
  /** What each curve is called; empty for one that the legend leaves out. */
  curves: string[];
  /** The numbers as a file, where the points of the curves are not at the numbers themselves. */
  csv?: () => Promise<string>;
}
