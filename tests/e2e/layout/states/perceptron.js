/* The perceptron: learnt, going round, and why not. */
import { inTurn, press, read, see } from "../deeds.js";

/** @import { State } from "../states.js" */

/** @type {State[]} */
export const states = [
  { name: "perceptron", address: "perceptron" },
  { name: "perceptron, a line at the edge", address: "perceptron?w1=0&b=0.4" },
  { name: "perceptron, one update", address: "perceptron?table=0111&w1=0&w2=0&b=0&rate=1", reach: press("One update") },
  { name: "perceptron, AND learnt", address: "perceptron?table=0001&w1=-0.7&w2=0.4&b=0.3&rate=0.1&speed=1000", reach: inTurn(press("Learn"), read("Verdict", /^Converged/)) },
  { name: "perceptron, number refused", address: "perceptron?table=0001&w1=-10&w2=-10&b=10", reach: async (page) => { const field = page.getByRole("spinbutton", { name: "w1", exact: true }); await field.fill("11"); await field.press("Enter"); } },
  { name: "perceptron, XOR goes round", address: "perceptron?table=0110&speed=1000", reach: inTurn(press("Learn"), read("Verdict", /^Goes round/)) },
  { name: "perceptron, why not", address: "perceptron?table=0110&speed=1000", reach: inTurn(press("Why not?"), see("The same sum")) },
  { name: "perceptron, the ladder", address: "perceptron?extra=ladder" },
  { name: "perceptron, the ladder's end", address: "perceptron?table=0110&speed=1000&extra=ladder", reach: inTurn(press("Learn"), see("What came")) },
  { name: "perceptron, weight space", isEverywhere: true, address: "perceptron?table=0110&extra=map&w1=-1.25&w2=2.5&b=-0.75" },
];
