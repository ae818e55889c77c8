/* Images a second of one that trains, for `contenders` of a benchmark. */

const MEASURE_MS = 2000;

/**
 * What has been warmed up, and has shown that it learns: its loss is that of the last images of the warm-up, the same for all of
 * a group.
 * @param {string} group
 * @param {string} name
 * @param {(steps: number) => Promise<ArrayLike<number>>} train
 * @param {{ batch: number, warmUp: number, compared: number, atOnce: number }} images in a batch; that all have seen when
 *   their losses are compared; at last, whose loss that is; and between two readings of the losses while it is measured
 */
export async function contender(group, name, train, { batch, warmUp, compared, atOnce }) {
  /** @type {number[]} */
  let losses = [];
  for (let seen = 0; seen < warmUp; seen += compared) losses = Array.from(await train(compared / batch));
  return {
    group,
    name,
    unit: "images/s",
    loss: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    measure: async () => {
      const start = performance.now();
      let images = 0;
      while (performance.now() - start < MEASURE_MS) {
        await train(atOnce / batch);
        images += atOnce;
      }
      return images / ((performance.now() - start) / 1000);
    },
  };
}
