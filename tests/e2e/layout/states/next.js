/* What comes next: the window over a picture, the pool, and the course. */
import { inTurn, press, see } from "../deeds.js";

/** @import { State } from "../states.js" */

/** @type {State[]} */
export const states = [
  { name: "next", isEverywhere: true, address: "next", reach: see("Map of the sums") },
  { name: "next, a map filled", address: "next?kernel=0_-1_0_-1_5_-1_0_-1_0&window=300", reach: inTurn(press("Run the window"), see("Run again")) },
  { name: "next, pooling", address: "next?look=pool&pool=90", reach: see("Pooled map") },
  { name: "next, the course", address: "next?tab=course", reach: see("Frameworks") },
];
