/**
 * The kinds that a visitor taught by drawing them, as they were kept last: one board has them taught, and others go on from
 * there.
 */

import { readCollection } from "./drawings-file.js";
import { lastKept } from "./last-visit.js";

/** @import { Collection } from "./drawings-file.js" */

/** Under which name, and in which form, the drawings are kept: as their file has them. */
export const keptAs = { name: "drawings", version: 1 };

/** What was taught last, in this visit or an earlier one. @returns {Promise<Collection | null>} */
export async function lastDrawings() {
  const kept = await lastKept(keptAs.name, keptAs.version);
  const read = kept && readCollection(kept.value);
  return read && !("problem" in read) ? read : null;
}
