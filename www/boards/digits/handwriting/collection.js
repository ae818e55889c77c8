/**
 * The handwriting of a class, and what the board's network makes of it. It lives as long as the page: nothing of it is
 * written anywhere.
 */

import { ProblemError } from "../../../client.js";
import { keeping } from "../../../shell/kept.js";
import { PEN_WIDTH } from "../../../shell/pen.js";
import { tracked } from "../../../shell/signals.js";
import { INPUTS } from "../sizes.js";
import { writeSheet } from "./codec.js";
import { readPictures } from "../pictures/read.js";
import { halves, hits, joined, readingOf } from "./labelled.js";
import { readSheets } from "./links.js";

/** @import { RunControl } from "../run-control.js" */
/** @import { DigitsServices } from "../settings.js" */
/** @import { PictureProblem } from "../pictures/read.js" */
/** @import { Misread, Sheet } from "./codec.js" */
/** @import { Reading } from "./labelled.js" */
/** @import { Labelled } from "./protocol" */

/** What one person has written, or a set of pictures: then there is no sheet. `key`: the same for the same handwriting;
 *  pixels: [rows, 28 * 28]; labels: [rows]; `kinds`: what the labels stand for, empty where they are digits; `all`: how many
 *  pictures there would be.
 *  @typedef {Labelled & { key: string, name: string, sheet: Sheet | null, kinds: string[], all: number }} Hand */

/** What a picture was read as that nobody has said the kind of. @typedef {{ name: string, digit: number, confidence: number }} OneReading */

/** A copy on the CPU reads and learns: of so many pictures in a few seconds. */
const MOST_PICTURES = 2000;

/** @typedef {{ before: number, after: number, images: number }} Outcome how many of the other half are read */

class Collection {
  /** @type {Hand[]} */
  hands = [];
  /** What the network reads in all of them, in their order: [rows]; null where it has not answered. @type {Reading | null} */
  reading = null;
  /** @type {Outcome | null} */
  outcome = null;
  isLearning = false;
  /** Why something that was handed in last was refused. @type {Misread[]} */
  problems = [];
  /** Why pictures that were opened last were refused. @type {PictureProblem | null} */
  pictureProblem = null;
  /** @type {OneReading | null} */
  one = null;

  /** Counts the questions, so that only the newest one's answer counts. */
  #asked = 0;

  /** @param {DigitsServices} services */
  constructor(services) {
    this.services = services;
    tracked(this, "hands", "reading", "outcome", "isLearning", "problems", "pictureProblem", "one");
  }

  get images() {
    return this.hands.reduce((sum, { labels }) => sum + labels.length, 0);
  }

  /** Takes in all handwriting that a text holds, each once. @param {string} text */
  async take(text) {
    const { sheets, problems } = readSheets(text);
    this.problems = problems;
    for (const sheet of sheets) {
      const key = writeSheet(sheet);
      if (this.hands.some((hand) => hand.key === key)) continue;
      const pixels = await this.services.ask("handwritingPictures", { drawings: sheet.drawings.map(({ strokes }) => strokes), penWidth: PEN_WIDTH });
      if (!pixels || this.hands.some((hand) => hand.key === key)) continue;
      const labels = Uint8Array.from(sheet.drawings, ({ digit }) => digit);
      this.#put([...this.hands, { key, name: sheet.name, sheet, pixels, labels, kinds: [], all: labels.length }]);
    }
  }

  /** Takes in pictures, or has one read whose kind nobody has said. @param {File[]} files @param {RunControl} run */
  async takePictures(files, run) {
    const read = await readPictures(files);
    this.pictureProblem = "problem" in read ? read : null;
    if ("problem" in read) return;
    if (!("labels" in read)) return this.#readOne(read, run);
    const { name, kinds } = read;
    const labels = read.labels.slice(0, MOST_PICTURES);
    const pixels = read.pixels.slice(0, labels.length * INPUTS);
    const key = `${name} ${read.labels.length}`;
    if (this.hands.every((hand) => hand.key !== key)) this.#put([...this.hands, { key, name, sheet: null, pixels, labels, kinds, all: read.labels.length }]);
  }

  /** @param {{ name: string, pixels: Uint8Array }} picture @param {RunControl} run */
  async #readOne({ name, pixels }, run) {
    const network = await networkOf(run);
    const answers = network && (await this.services.ask("handwritingRead", { network, pixels }));
    if (!answers) return;
    const { predicted, confidence } = readingOf(answers);
    this.one = { name, digit: predicted[0] ?? 0, confidence: confidence[0] ?? 0 };
  }

  /** @param {string} key */
  remove(key) {
    this.#put(this.hands.filter((hand) => hand.key !== key));
  }

  clear() {
    this.#put([]);
    this.problems = [];
    this.pictureProblem = null;
    this.one = null;
  }

  /** Has the network as it is now read all of it. @param {RunControl} run */
  async read(run) {
    const number = (this.#asked += 1);
    const { hands } = this;
    const network = hands.length > 0 ? await networkOf(run) : null;
    if (!network) return;
    const { pixels } = joined(hands);
    const answers = await this.services.ask("handwritingRead", { network, pixels });
    if (answers && number === this.#asked && hands === this.hands) this.reading = readingOf(answers);
  }

  /** A copy of the network learns from half of it, and is tested on the other half. @param {RunControl} run */
  async learn(run) {
    const { hands } = this;
    this.isLearning = true;
    const network = await networkOf(run);
    const { learn, test } = halves(hands);
    const before = network && (await this.services.ask("handwritingRead", { network, pixels: test.pixels }));
    const after = before && (await this.services.ask("handwritingLearn", { network, learn, test: test.pixels }));
    this.isLearning = false;
    if (!before || !after || hands !== this.hands) return;
    this.outcome = { before: hits(before, test.labels), after: hits(after, test.labels), images: test.labels.length };
  }

  /** @param {Hand[]} hands */
  #put(hands) {
    this.hands = hands;
    this.reading = null;
    this.outcome = null;
  }
}

/** @typedef {InstanceType<typeof Collection>} ClassCollection */

export const collectionFor = keeping(Collection);

/** @param {RunControl} run @returns {Promise<import("./protocol").Network | null>} null where the worker has died under it, which is told by itself */
async function networkOf(run) {
  try {
    return await run.checkpoint();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    run.services.explain(error);
    return null;
  }
}
