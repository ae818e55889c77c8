/**
 * How far the images are.
 */

/** @import { Client } from "../../shell/types" */

/**
 * How much of the data is here, 0 to 1.
 * @param {Client} client
 */
export function loadedPart(client) {
  const { loadedBytes = 0, totalBytes = 0 } = client.latest("data")?.data ?? {};
  return totalBytes > 0 ? loadedBytes / totalBytes : 0;
}
