/* The cover, the check of the machine, and what opens over any page. */
import { escape, inTurn, press, read, see } from "../deeds.js";

/** @import { State } from "../states.js" */

/** @type {State[]} */
export const states = [
  { name: "cover", isEverywhere: true, address: "" },
  { name: "worksheet", address: "worksheet" },
  { name: "check", address: "check", reach: read("Verdict", /^Ready/) },
  { name: "keys", address: "perceptron", reach: inTurn((page) => page.locator("body").press("?"), see("Boards tell their story")), leave: escape },
  { name: "share", address: "digits", reach: inTurn((page) => page.locator("body").press("q"), see("Hand this page on")), leave: escape },
  {
    name: "share, with controls",
    address: "perceptron",
    reach: async (page) => {
      await page.locator("body").press("q");
      await page.getByText("Choose controls to keep").click();
    },
    leave: escape,
  },
  { name: "device", address: "learning", reach: press("Which one, and why"), leave: escape },
];
