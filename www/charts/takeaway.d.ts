/** What can be taken of a chart, as files. */

import type { Key } from "../i18n";

export interface Takeaway {
  /** What the chart shows, which the files are called by. */
  title: string;
  /** The chart as a picture of its own, where it is one. */
  svg: (() => string) | null;
  /** Its numbers. */
  tables: Table[];
}

export interface Table {
  label: Key;
  /** What the file is called, where that is not the chart's title. */
  name?: string;
  csv(): string | Promise<string>;
}

/** What a picture of a chart says beside what the chart shows, in the language that is spoken. */
export interface FigureTold {
  title: string;
  x?: Along;
  y?: Along;
  legend?: { name: string; mark: Mark; colour: Token }[];
  /** What is taken, where it is only a part of what the menu is asked for at. */
  figure?: HTMLElement;
  /** What of that is left out, as a selector. */
  without?: string;
  /** Along whose edge the axes go, where that is not the figure's. */
  edge?: Element;
  tables?: Table[];
}

/** What is along an axis, and from where to where where it has numbers: from the left to the right, or from below. */
export interface Along {
  name: string;
  from?: number;
  to?: number;
}

export type Mark = "disc" | "ring" | "diamond" | "square" | "line" | "dashed" | "cross";

/** Of the palette. */
export type Token = "ink" | "ink-2" | "sheet" | "one" | "zero" | "go";
