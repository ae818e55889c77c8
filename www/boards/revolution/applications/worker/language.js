/**
 * A small network that learns which letter comes next.
 */

import { Trainer } from "../../../../worker/engine.js";
import { Letters } from "../../../../worker/lesson.js";
import { SteppedNetwork } from "./stepped-network.js";
import { isFinalConsonant, putTogether, takenApart } from "./hangul.js";

/** @import { MessageOf } from "../../../../protocol" */
/** @import { LanguageLesson, LanguageProgress, NextLetter } from "../protocol" */
/** @import { TrainerHandle } from "../../../../worker/engine.js" */

/** What the page is shown: so many of the likeliest letters, and so many words that are made up. */
const SHOWN_LETTERS = 6;
const SHOWN_WORDS = 12;

export class LanguageNetwork {
  #run = new SteppedNetwork(create);

  /**
   * @param {MessageOf<"applicationsLanguage">} message
   * @returns {Promise<LanguageProgress>}
   */
  learn({ lesson, beginning, shown, more }) {
    return this.#run.at(lesson, shown + more, async (trainer, curve) => {
      const letters = lettersOf(lesson);
      try {
        const next = await nextOf(letters, takenApart(beginning), trainer);
        const words = await madeUp(letters, lesson, trainer);
        return { done: trainer.step, curve, next, words, letters: [...letters.alphabet].length };
      } finally {
        letters.free();
      }
    });
  }
}

/** @param {LanguageLesson} lesson */
function lettersOf({ words, context }) {
  return new Letters(takenApart(words), context);
}

/** @param {LanguageLesson} lesson */
async function create(lesson) {
  const letters = lettersOf(lesson);
  const { inputs, labels } = letters;
  letters.free();
  const outputs = inputs.length / labels.length / lesson.context;
  const trainer = await Trainer.create({
    layers: [lesson.context * outputs, lesson.hidden, outputs],
    activation: "tanh", learningRate: 0.01, batchSize: 32, seed: lesson.seed,
  });
  trainer.addTrainingData(inputs, labels);
  return trainer;
}

/**
 * @param {Letters} letters
 * @param {string} beginning
 * @param {TrainerHandle} trainer
 * @returns {Promise<NextLetter[] | null>}
 */
async function nextOf(letters, beginning, trainer) {
  const input = letters.input(beginning);
  if (!input) return null;
  const probabilities = await trainer.predict(input);
  const symbols = ["", ...letters.alphabet];
  const all = symbols.map((letter, index) => ({
    letter: putTogether(letter),
    isFinal: isFinalConsonant(letter),
    text: putTogether(beginning + letter),
    probability: probabilities[index] ?? 0,
  }));
  return all.sort((a, b) => b.probability - a.probability).slice(0, SHOWN_LETTERS);
}

/**
 * @param {Letters} letters
 * @param {LanguageLesson} lesson
 * @param {TrainerHandle} trainer
 */
async function madeUp(letters, lesson, trainer) {
  const list = new Set(takenApart(lesson.words).split(/\s+/));
  // None is longer than the longest that it knows.
  const writer = letters.writer(SHOWN_WORDS, Math.max(...[...list].map((word) => [...word].length)), lesson.seed);
  for (let inputs = writer.inputs; inputs.length > 0; inputs = writer.inputs) writer.write(await trainer.predict(inputs));
  const words = writer.words.map((word) => ({ text: putTogether(word), isFromList: list.has(word) }));
  writer.free();
  return words;
}
