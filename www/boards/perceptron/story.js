/**
 * The board's story: the ladder of the four gates, of which one line can do three.
 */

import { gates } from "./settings.js";

/** @import { Act } from "../../shell/story/story.js" */
/** @import { PerceptronRun } from "./run.js" */
/** @import { PerceptronServices } from "./settings.js" */

/**
 * @param {PerceptronRun} run
 * @param {PerceptronServices} services
 * @returns {() => Act}
 */
export function ladder(run, services) {
  const { attempts } = run;
  const ofLine = [gates.AND, gates.OR, gates.NAND].filter((table) => table !== undefined);
  const done = () => ofLine.filter((table) => attempts.isSolved(table)).length;
  const hasFailed = () => gates.XOR !== undefined && attempts.areEnough(gates.XOR);
  /** @type {Act} */
  const act = {
    name: "perceptron.story.ladder",
    answers: { 1: "perceptron.story.one", 2: "perceptron.story.two", 3: "perceptron.story.three", 4: "perceptron.story.four" },
    hasBegun: () => run.isOn || done() > 0 || hasFailed(),
    came: () => (done() === ofLine.length && hasFailed() ? "3" : null),
    values: () => ({ done: services.format.integer(done()), tried: hasFailed() ? "✗" : "–" }),
    guide: async () => {
      const { ofLadder } = await import("./hints.js");
      const nameOf = (/** @type {string} */ table) => Object.entries(gates).find(([, gate]) => gate === table)?.[0] ?? null;
      return () =>
        ofLadder({
          ofLine: ofLine.map((table) => ({ name: nameOf(table) ?? table, isSolved: attempts.isSolved(table) })),
          now: nameOf(run.table),
          linesForXor: gates.XOR ? attempts.linesFor(gates.XOR) : 0,
        });
    },
    onward: () => run.change({ table: gates.XOR ?? run.table, extra: "reason" }),
  };
  return () => act;
}
