/* Depth: two lines and polygons; the playground at every size and with each of its cards. */
import { closeAlert, escape, fill, inTurn, press, read, see, unfold } from "../deeds.js";
import { expect } from "../../support/test.js";

/** @import { State } from "../states.js" */

/** @type {State[]} */
export const states = [
  { name: "two lines", isEverywhere: true, address: "depth" },
  { name: "two lines, a line in focus", address: "depth?", reach: (page) => page.getByRole("slider", { name: "Line of h1", exact: true }).press("ArrowUp") },
  { name: "two lines, half folded", address: "depth?xor=1_1_-0.5_-1_-1_1.5_1_1_-1.5&fold=50" },
  { name: "two lines, folded", address: "depth?xor=1_1_-0.6_-1_-1_1.4_1_1_-0.5&fold=100" },
  { name: "two lines, shown", address: "depth?fold=0", reach: press("Show OR, NAND, AND") },
  { name: "pentagon", address: "depth?figure=pentagon" },
  { name: "two pentagons", address: "depth?figure=pentagons" },

  { name: "playground", address: "depth?tab=playground", reach: read("Train loss", /\d/) },
  { name: "playground, trained", address: "depth?tab=playground&untilEpoch=300&testPoints=yes&speed=fastest", reach: inTurn(press("Train"), see("Stopped after epoch 300.")) },
  { name: "playground, what a chart can be taken as", address: "depth?tab=playground", reach: (page) => page.locator(".progress .chart").press("Enter"), leave: escape },
  { name: "playground, log scale", address: "depth?tab=playground&untilEpoch=300&testPoints=yes&speed=fastest&scale=log" },
  { name: "playground, as large as it gets", isEverywhere: true, address: "depth?tab=playground&hidden=8-8-8-8&features=x1_x2_x1^2_x2^2_x1x2_sin(x1)_sin(x2)&data=spiral&optimizer=adam&learningRate=0.01", reach: read("Train loss", /\d/) },
  { name: "playground, values", address: "depth?tab=playground&data=hills&loss=squared-error", reach: see("Typical error") },
  { name: "playground, own points", address: "depth?tab=playground&data=own", reach: see("There is no point to learn from yet.") },
  { name: "playground, points as text", address: "depth?tab=playground&data=own", reach: inTurn(press("CSV …"), (page) => page.getByRole("textbox", { name: "Points" }).fill("hello,1,0\n0.1,0.2\n0.3 0.3 7\n-0.5,-0.5,1"), press("Use these points")), leave: escape },
  { name: "playground, a weight", address: "depth?tab=playground&hidden=4-4", reach: inTurn(press("Hidden layer 2, unit 2"), fill("Bias", "2e9")), leave: escape },
  { name: "playground, data", address: "depth?tab=playground", reach: unfold("Data"), leave: escape },
  { name: "playground, network", address: "depth?tab=playground&trueStep=yes", reach: unfold("Network"), leave: escape },
  { name: "playground, code", address: "depth?tab=playground", reach: inTurn(unfold("Network"), press("Code"), see("import keras")), leave: (page) => page.getByRole("dialog", { name: "Code" }).getByRole("button", { name: "Close" }).click() },
  { name: "playground, loss", address: "depth?tab=playground", reach: unfold("Loss"), leave: escape },
  { name: "playground, a step by hand", address: "depth?tab=playground", reach: inTurn(unfold("Loss"), press("A step by hand …"), press("All that are left")), leave: escape },
  {
    name: "playground, diverged",
    address: "depth?tab=playground&activation=identity&hidden=4-4&learningRate=1e30",
    reach: inTurn(press("Train"), (page) => expect(page.getByRole("alert")).toContainText("no longer a number")),
    leave: closeAlert,
  },
  {
    name: "playground, ruined",
    address: "depth?tab=playground&learningRate=1e9&speed=fastest",
    reach: inTurn(press("Train"), (page) => expect(page.getByRole("alert")).toContainText("no longer learns")),
    leave: closeAlert,
  },

  { name: "deep or wide", isEverywhere: true, address: "depth?tab=deep-or-wide", reach: see("Four layers") },
  { name: "deep or wide, begun", address: "depth?tab=deep-or-wide", reach: inTurn(press("Step"), read("Two layers", /%/), read("State", "Paused.")) },
  { name: "deep or wide, the same for all", address: "depth?tab=deep-or-wide", reach: unfold("The same for all three"), leave: escape },
];
