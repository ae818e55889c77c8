/* Rules: each section, with and without new data. */
import { inTurn, press, read, see } from "../deeds.js";

/** @import { State } from "../states.js" */

const rulesHold = read("Accuracy on training images", /\d%/);
const newData = "shift=3&size=70&rotation=40&invert=yes&noise=5&stroke=1";

/** @type {State[]} */
export const states = [
  { name: "rules are enough", address: "rules" },
  { name: "rules are enough, run", address: "rules?", reach: inTurn(press("Run"), read("Right answers", "72 / 72")) },
  { name: "rules break", isEverywhere: true, address: "rules?section=break", reach: rulesHold },
  { name: "rules break, no rule", address: "rules?section=break&rules=none", reach: read("Accuracy on training images", "0.0%") },
  {
    name: "rules break, six rules",
    address: "rules?section=break&rules=width_gt_10.5_0-holes_gt_0.5_0-middle_gt_20_1-symmetry_lt_32.5_1-column_gt_1.5_0-aspect_gt_1.55_1&rule=3",
    reach: inTurn(rulesHold, press("Best threshold")),
  },
  { name: "rules break, new data", address: `rules?section=break&${newData}`, reach: read("Accuracy on new data", /[456]\d\.\d%/) },
  { name: "rules break, wrong ones only", address: `rules?section=break&pair=49&show=wrong&set=new&${newData}`, reach: rulesHold },
  {
    name: "rules break, made anew",
    address: `rules?section=break&rules=width_gt_9_0-holes_gt_0.5_0&${newData}`,
    reach: inTurn(rulesHold, (page) => page.getByRole("combobox", { name: "First digit" }).selectOption("3"), see("The rules have been made anew.")),
  },
  { name: "let it learn", address: "rules?section=learn", reach: rulesHold },
  { name: "let it learn, learnt", address: `rules?section=learn&${newData}`, reach: inTurn(rulesHold, press("Train"), read("Steps", "1,000")) },
  {
    name: "let it learn, seen",
    address: `rules?section=learn&${newData}`,
    reach: inTurn((page) => page.getByRole("switch", { name: "Train with distorted examples, too" }).check(), press("Train"), read("Steps", "1,000")),
  },
];
