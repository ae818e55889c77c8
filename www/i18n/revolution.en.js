/** The revolution board's frame, and its tabs More data and Hardware race. */
export const revolution = {
  "revolution.title": "Why now",
  "revolution.question": "Why now?",
  "revolution.tabs": "Reasons",
  "revolution.more-data": "More data",
  "revolution.race": "Hardware race",

  "moreData.lead": "The same network, the same number of steps. Only the number of images it learns from is another.",

  "race.lead": "The same network learns the same batches twice: on one core of the CPU, and on the graphics card.",
};
