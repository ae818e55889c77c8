/* Teaching: with nothing taught, with a guess, with all kinds that there can be, and with a file that was refused. */
import { inTurn, press, read, see } from "../deeds.js";
import { expect } from "../../support/test.js";
import { digits, drawOn } from "../../playing.js";
import { taught, teach } from "../../taught.js";

/** @import { Page } from "@playwright/test" */
/** @import { State } from "../states.js" */

/** @param {string} digit */
const draw = (digit) => (/** @type {Page} */ page) => drawOn(page.getByLabel("Draw one"), digits[digit] ?? []);

/** @type {State[]} */
export const states = [
  { name: "teach", isEverywhere: true, address: "teach", reach: see("I do not know anything yet.") },
  { name: "teach, asked for a drawing", address: "teach", reach: inTurn(press("Teach"), see("The sheet is empty.")) },
  {
    name: "teach, a guess",
    address: "teach",
    reach: inTurn(draw("4"), press("Teach"), draw("7"), press("Teach"), draw("7"), read("Guess", "car"), press("Wrong"), draw("4"), read("Guess", /ca[rt]/)),
  },
  { name: "teach, many drawings", address: "teach", reach: (page) => teach(page, [4, 11]) },
  { name: "teach, three kinds", address: "teach", reach: inTurn((page) => taught(page, [6, 6], "teach?kinds=~~"), see("house")) },
  { name: "teach, five kinds", address: "teach?kinds=~~~hippopotamus~", reach: (page) => expect(page.getByRole("textbox", { name: "Kind 5" })).toBeVisible() },
  { name: "teach, reset", address: "teach", reach: inTurn(press("Reset"), see("All drawings have been forgotten.")), leave: press("Take it back") },
];
