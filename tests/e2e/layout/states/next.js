/* What comes next: the window over a picture, the pool, two networks, few images, what is learnt from what is known, and the course. */
import { escape, inTurn, press, read, see, unfold } from "../deeds.js";
import { taught } from "../../taught.js";

/** @import { Page } from "@playwright/test" */
/** @import { State } from "../states.js" */

const known = "next?tab=known&knownSubject=drawn";
const knownOne = `${known}&knownSeeds=2`;
const knownAll = `${known}&knownDrawings=all&knownSeeds=1`;

/** @param {string} address to come to when so many of each kind have been taught @param {number[]} counts */
const afterTeaching = (address, ...counts) => (/** @type {Page} */ page) => taught(page, counts, address);

/** @type {State[]} */
export const states = [
  { name: "next", isEverywhere: true, address: "next", reach: see("Map of the sums") },
  { name: "next, a map filled", address: "next?kernel=0_-1_0_-1_5_-1_0_-1_0&window=300", reach: inTurn(press("Run the window"), see("Run again")) },
  { name: "next, pooling", address: "next?look=pool&pool=90", reach: see("Pooled map") },
  { name: "next, networks", isEverywhere: true, address: "next?look=networks", reach: see("not learnt yet") },
  { name: "next, networks, begun", address: "next?look=networks", reach: inTurn(press("Step"), read("State", "Paused."), press("Step"), read("State", "Paused."), see("after 25 steps")) },
  { name: "next, few", address: "next?tab=few", reach: see("With dropout") },
  { name: "next, few, begun", address: "next?tab=few&fewImages=100", reach: inTurn(press("Step"), read("State", "Paused."), press("Step"), read("State", "Paused."), see("The same in epoch 10")) },
  { name: "next, known", isEverywhere: true, address: "next?tab=known&knownSeeds=1", reach: see("Pre-trained") },
  { name: "next, known, tried", address: "next?tab=known&knownExamples=5", reach: inTurn(press("Step"), read("Fine-tuned", /%/), read("State", "Paused.")) },
  { name: "next, known, the same for all", address: "next?tab=known", reach: unfold("The same for all three"), leave: escape },
  { name: "next, known, nothing drawn", address: known, reach: see("Nothing has been taught yet.") },
  { name: "next, known, too little drawn", address: known, reach: inTurn(afterTeaching(known, 4, 11), see("Your drawings: cat 4 · car 11.")) },
  {
    name: "next, known, drawn",
    address: knownAll,
    reach: inTurn(afterTeaching(knownAll, 9, 8), see("Your drawings: cat 9 · car 8."), press("Learn your kinds"), read("State", /^Done/)),
  },
  {
    name: "next, known, drawn, from one of each",
    address: knownOne,
    reach: inTurn(afterTeaching(knownOne, 9, 8), see("Your drawings: cat 9 · car 8"), press("Learn your kinds"), read("State", /^Done/)),
  },
  { name: "next, the course", address: "next?tab=course", reach: see("Frameworks") },
  { name: "next, the course, the network as code", address: "next?tab=course&course=code", reach: see("keras.Sequential") },
  { name: "next, the course, whole programs", address: "next?tab=course&course=code&courseCode=program", reach: see("import keras") },
];
