/* The story that a board tells, at each of its beats; the boards' own states show it beside what they have. */
import { inTurn, press, read, see } from "../deeds.js";

/** @import { Page } from "@playwright/test" */
/** @import { State } from "../states.js" */

/** @type {State[]} */
export const states = [
  { name: "story, predicted", isEverywhere: true, address: "perceptron", reach: press("all four") },
  { name: "story, explained", address: "rules", reach: inTurn(press("now and then"), press("Run"), read("Right answers", "72 / 72"), see("a surprise")) },
  {
    name: "story, a curve explained",
    address: "depth",
    reach: inTurn(press("three"), press("Show OR, NAND, AND"), press("Onward"), press("Predict"), press("Fold"), see("another way")),
  },
  {
    name: "story, onward",
    address: "depth",
    reach: inTurn(press("Show OR, NAND, AND"), press("Fold"), see("another way"), press("Onward"), (/** @type {Page} */ page) => page.getByRole("radio", { name: "XOR", exact: true }).check({ force: true }), see("Stacked lines")),
  },
  { name: "story, a curve", address: "learning?model=network&learningRate=0.02", reach: press("Predict") },
  { name: "look back", isEverywhere: true, address: "look-back", reach: see("Not predicted yet") },
];
