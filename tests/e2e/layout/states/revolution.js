/* Why now: more data, the race, and the four applications. */
import { escape, inTurn, press, read, unfold } from "../deeds.js";

/** @import { State } from "../states.js" */

/** @type {State[]} */
export const states = [
  { name: "more data", address: "revolution" },
  { name: "more data, begun", address: "revolution?", reach: inTurn(press("Step"), read("State", "Paused."), press("Step"), read("State", "Paused.")) },
  { name: "more data, the same for all", address: "revolution?", reach: unfold("The same for all four"), leave: escape },
  { name: "race", isEverywhere: true, address: "revolution?tab=race" },
  { name: "race, finished", address: "revolution?tab=race&network=128&distance=100", reach: inTurn(press("Start race"), read("State", "Finished.")) },
  { name: "vision", isEverywhere: true, address: "revolution?tab=fields&fieldsOpen=vision" },
  { name: "language", address: "revolution?tab=fields&fieldsOpen=language" },
  { name: "recommendation", isEverywhere: true, address: "revolution?tab=fields&fieldsOpen=recommendation" },
  { name: "reinforcement", address: "revolution?tab=fields&fieldsOpen=reinforcement" },
  { name: "vision, learnt", address: "revolution?tab=fields&fieldsOpen=vision", reach: inTurn(press("Train all four"), read("Steps", "378")) },
  { name: "language, learnt", address: "revolution?tab=fields&fieldsOpen=language&fieldsBeginning=oliv", reach: read("Steps", "500") },
  { name: "race, the same sums", address: "revolution?tab=race", reach: inTurn(unfold("The same for both"), press("Games and networks: the same sums …")), leave: escape },
  { name: "language, its words", address: "revolution?tab=fields&fieldsOpen=language&fieldsBeginning=oliv", reach: unfold("English names"), leave: escape },
  { name: "recommendation, learnt", address: "revolution?tab=fields&fieldsOpen=recommendation", reach: read("Epochs", "300") },
  { name: "reinforcement, learnt", address: "revolution?tab=fields&fieldsOpen=reinforcement", reach: read("Episodes", "240") },
];
