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
