/* Digits: untrained, trained, and each look inside. */
import { closeAlert, escape, fill, inTurn, press, read, see, unfold } from "../deeds.js";
import { expectAbove } from "../../breaking.js";
import { digits, draw } from "../../playing.js";
import { expect } from "../../support/test.js";

/** @import { State } from "../states.js" */

/** Small enough to be trained in a second or two. */
const network = "hidden=32&batchSize=32";

/** @type {State[]} */
export const states = [
  { name: "digits", isEverywhere: true, address: "digits", reach: see("10,000 held out") },
  ...["confusion", "mistakes", "weights", "inside"].map((view) => ({ name: `digits, ${view}, untrained`, address: `digits?view=${view}` })),
  { name: "digits, code", address: "digits?view=code", reach: see("import keras") },
  { name: "digits, data", address: "digits", reach: inTurn(unfold("Data"), (page) => expect(page.getByRole("img", { name: "Image 2: a 4", exact: true })).toBeVisible()), leave: escape },
  { name: "digits, writing for a class", address: "digits?collect=draw", reach: see("Write a 0") },
  { name: "digits, the class", address: "digits?collect=class", reach: see("Nobody's handwriting is here yet."), leave: escape },
  { name: "digits, model", address: "digits", reach: unfold("Model"), leave: escape },
  { name: "digits, loss", address: "digits", reach: unfold("Loss"), leave: escape },
  { name: "digits, trained", address: `digits?${network}`, reach: inTurn(press("Train"), (page) => expectAbove(page, "Test accuracy", 90, 60_000), press("Pause"), see("Paused."), (page) => draw(page, digits[3] ?? []), read("Prediction", /\d/)) },
  { name: "digits, trained, log scale", address: `digits?${network}&scale=log&axis=seconds` },
  {
    name: "digits, confusion",
    address: `digits?${network}&view=confusion`,
    reach: async (page) => {
      await page.getByRole("button", { name: /^4 read as 9: \d+$/ }).click();
      await expect(page.getByRole("img", { name: /a 4, read as 9/ }).first()).toBeVisible();
    },
  },
  { name: "digits, mistakes", address: `digits?${network}&view=mistakes`, reach: (page) => expect(page.getByRole("img", { name: /read as/ }).first()).toBeVisible() },
  { name: "digits, first layer", address: `digits?${network}&view=weights` },
  { name: "digits, inside", address: `digits?${network}&view=inside`, reach: see("Hidden layer 1: ") },
  { name: "digits, a pixel followed", address: `digits?${network}&view=inside`, reach: inTurn(press("Follow a pixel …"), see("Times its weight")), leave: escape },
  { name: "digits, number refused, note", address: `digits?${network}&hidden=5000`, reach: fill("Learning rate", "-1") },
  {
    name: "digits, diverged",
    address: `digits?${network}&learningRate=1e30`,
    reach: inTurn(press("Train"), (page) => expect(page.getByRole("alert")).toContainText("no longer a number")),
    leave: closeAlert,
  },
];
