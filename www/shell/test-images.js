/**
 * The first test images, for pictures that show what the data look like.
 */

/** @import { Client } from "./types" */

/**
 * @param {Client} client
 * @param {number} count
 * @param {(pixels: Uint8Array) => void} take given [count, 28 * 28] once they are here
 * @returns {() => void} ends the wait
 */
export function whenTestImages(client, count, take) {
  const end = client.on("data", () => void ask());
  let asked = false;
  let isOver = false;
  const ask = async () => {
    if (asked || !client.latest("data")?.data.testImages) return;
    asked = true;
    try {
      const { pixels } = await client.request("images", { split: "test", rows: Array.from({ length: count }, (_, row) => row) });
      if (!isOver) take(pixels);
    } catch (error) {
      // A worker that dies is told of by itself.
      console.warn(error);
    }
  };
  void ask();
  return () => {
    isOver = true;
    end();
  };
}
