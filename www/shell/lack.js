/**
 * What training needs to begin, and whether it is on its way.
 */

/** @import { Client } from "./types" */

/** What comes, or will not come by itself: "lost-".
 *  @typedef {"engine" | "lost-engine" | "data" | "lost-data"} Lack */

/**
 * @param {Client} client
 * @returns {Lack | null} null when all is here
 */
export function lackOf(client) {
  const engine = client.latest("engine")?.engine;
  if (engine?.state === "missing") return "lost-engine";
  if (engine?.state !== "ready") return "engine";
  const data = client.latest("data")?.data;
  if (!data) return "data";
  const { trainingImages, failed, complete, totalBytes } = data;
  if (trainingImages > 0) return null;
  const isUnlisted = failed.length > 0 && totalBytes === 0;
  return complete || isUnlisted ? "lost-data" : "data";
}

/** Only asking once more helps. @param {Lack | null} lack */
export function isLost(lack) {
  return lack === "lost-engine" || lack === "lost-data";
}

/**
 * How much of the data is here, 0 to 1.
 * @param {Client} client
 */
export function loadedPart(client) {
  const { loadedBytes = 0, totalBytes = 0 } = client.latest("data")?.data ?? {};
  return totalBytes > 0 ? loadedBytes / totalBytes : 0;
}
