/** The points as a file. */

import { POINTS_FILE } from "../../../code/points.js";
import { saveFile } from "../../../shell/saving.js";
import { pointsIn } from "./own-points.js";

/** @import { PlanarSet } from "./protocol" */

/**
 * Those that train, then those that test, as the code for the network takes them.
 * @param {{ training: PlanarSet, test: PlanarSet }} sets
 */
export function savePoints({ training, test }) {
  const rows = [["x1", "x2", "class"], ...[training, test].flatMap(pointsIn)];
  saveFile(POINTS_FILE, "text/csv", rows.map((columns) => `${columns.join(",")}\r\n`).join(""));
}
