/** What can be taken of curves: a picture of what is shown now, and its numbers. */

import { curvesCsv } from "./csv.js";
import { curvesSvg } from "./curves-svg.js";

/** @import { Drawn } from "./curves-svg.js" */
/** @import { Takeaway } from "./takeaway" */

/** @param {Drawn} drawn @returns {Takeaway} */
export function curvesTakeaway(drawn) {
  const { frame, told } = drawn;
  return { title: told.title, svg: () => curvesSvg(drawn), tables: [{ label: "chart.csv", csv: told.csv ?? (() => curvesCsv(frame, told)) }] };
}
