/* Learning: each of the symbols, and each verdict. */
import { inTurn, press, read, see } from "../deeds.js";
import { expectAbove } from "../../breaking.js";

/** @import { State } from "../states.js" */

/** @type {State[]} */
export const states = [
  { name: "learning", isEverywhere: true, address: "learning", reach: read("Divergence", /\d/) },
  { name: "learning, a network", address: "learning?model=network&learningRate=0.02", reach: read("Divergence", /\d/) },
  { name: "learning, steps", address: "learning?model=network&learningRate=0.02&speed=5000&symbol=div", reach: inTurn(press("Run"), (page) => expectAbove(page, "Steps", 3000), press("Pause")) },
  { name: "learning, few samples", address: "learning?model=network&g=bumps&learningRate=0.05&speed=5000&samples=5&symbol=sum", reach: inTurn(press("Run"), (page) => expectAbove(page, "Steps", 2000), press("Pause")) },
  { name: "learning, the surface", address: "learning?g=line&model=line&symbol=argmin", reach: inTurn(press("Step"), press("Step"), read("Steps", "2")) },
  { name: "learning, a step guessed", address: "learning?g=line&model=line", reach: inTurn(press("Guess the next step"), press("Step"), see("Off by")) },
  { name: "learning, no slope", address: "learning?model=line&divergence=zero-one&samples=12&symbol=W", reach: read("Divergence", /\d/) },
  { name: "learning, grown", address: "learning?model=line&learningRate=0.5&speed=50", reach: inTurn(press("Run"), see("The loss has grown"), press("Pause")) },
  { name: "learning, diverged", address: "learning?model=network&learningRate=9000&speed=5000", reach: inTurn(press("Run"), see("beyond all numbers")) },
];
