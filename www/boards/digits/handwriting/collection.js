/**
 * The handwriting of a class, and what the board's network makes of it. It lives as long as the page: nothing of it is
 * written anywhere.
 */

import { ProblemError } from "../../../client.js";
import { askBeforeClosing } from "../../../shell/closing.js";
import { keeping } from "../../../shell/kept.js";
import { Newest } from "../../../shell/newest.js";
import { PEN_WIDTH } from "../../../shell/pen.js";
import { tracked } from "../../../shell/signals.js";
import { INPUTS } from "../sizes.js";
import { writeSheet } from "./codec.js";
import { crc32 } from "./crc32.js";
import { drawnByLot, heldOutByLot } from "../pictures/by-lot.js";
import { areClothes } from "../pictures/clothes.js";
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
 *  pictures there would be; `whole`: all of them, where that is more.
 *  @typedef {Labelled & { key: string, name: string, sheet: Sheet | null, kinds: string[], all: number, whole: Labelled | null }} Hand */

/** What a picture was read as that nobody has said the kind of. @typedef {{ name: string, digit: number, confidence: number }} OneReading */

/** The set of what the camera has taken. */
const PAPER = "paper";

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
  /** What the paper before the camera is read as. @type {Omit<OneReading, "name"> | null} */
  paper = null;
  /** What has been saved as a file. @type {Set<string>} */
  #saved = new Set();
  /** Counts: what was on its way when everything was deleted is not taken in. */
  #deletions = 0;

  /** A network that learns is another one before it has read a large set. @type {Newest<RunControl, { hands: Hand[], answers: Float32Array }>} */
  #reader = new Newest(
    async (run) => {
      const { hands } = this;
      const network = hands.length > 0 ? await networkOf(run) : null;
      const answers = network && (await this.services.ask("handwritingRead", { network, pixels: joined(hands).pixels }));
      return answers ? { hands, answers } : undefined;
    },
    ({ hands, answers }) => {
      if (hands === this.hands) this.reading = readingOf(answers);
    },
  );

  /** The newest picture of many. @type {Newest<{ pixels: Uint8Array, run: RunControl }, Omit<OneReading, "name">>} */
  #paperReader = new Newest(
    async ({ pixels, run }) => (await this.#readingOf(pixels, run)) ?? undefined,
    (paper) => (this.paper = paper),
  );

  /** @param {DigitsServices} services */
  constructor(services) {
    this.services = services;
    tracked(this, "hands", "reading", "outcome", "isLearning", "problems", "pictureProblem", "one", "paper");
  }

  get images() {
    return this.hands.reduce((sum, { labels }) => sum + labels.length, 0);
  }

  /** Takes in all handwriting that texts hold, each once. @param {string[]} texts */
  async take(...texts) {
    const read = texts.map(readSheets);
    const [sheets, problems] = [read.flatMap((one) => one.sheets), read.flatMap((one) => one.problems)];
    // A code that stays in view is read again and again, and leaves everything as it is.
    const known = new Set(this.hands.map(({ key }) => key));
    const fresh = [...new Map(sheets.map((sheet) => [writeSheet(sheet), sheet]))].flatMap(([key, sheet]) => (known.has(key) ? [] : [{ sheet, key }]));
    const isNews = problems.length > 0 ? problems.join() !== this.problems.join() : fresh.length > 0;
    if (isNews) this.problems = problems;
    if (fresh.length === 0) return;
    const deletions = this.#deletions;
    const drawings = fresh.flatMap(({ sheet }) => sheet.drawings.map(({ strokes }) => strokes));
    const pictures = await this.services.ask("pictures", { drawings, penWidth: PEN_WIDTH });
    if (!pictures || deletions !== this.#deletions) return;
    let place = 0;
    const written = fresh.map(({ sheet, key }) => {
      const labels = Uint8Array.from(sheet.drawings, ({ digit }) => digit);
      const pixels = pictures.slice(place, (place += labels.length * INPUTS));
      return { key, name: sheet.name, sheet, pixels, labels, kinds: [], all: labels.length, whole: null };
    });
    this.#add(written);
  }

  /** Takes in pictures, or has one read whose kind nobody has said. @param {File[]} files @param {RunControl} run */
  async takePictures(files, run) {
    const deletions = this.#deletions;
    const read = await readPictures(files, this.services.ask);
    if (!read || deletions !== this.#deletions) return;
    this.pictureProblem = "problem" in read ? read : null;
    if ("problem" in read) return;
    if (!Array.isArray(read)) return this.#readOne(read, run);
    const clothes = this.services.t("handwriting.clothes").split(", ");
    this.#add(
      read.map((set) => {
        const { name, labels: { length: all } } = set;
        // Many sets come sorted by their labels.
        const { pixels, labels } = drawnByLot(set, MOST_PICTURES, this.services.state.values.seed);
        const kinds = areClothes(set.labels) ? clothes : set.kinds;
        return { key: `${name} ${all} ${crc32(pixels)} ${crc32(labels)}`, name, sheet: null, pixels, labels, kinds, all, whole: labels.length < all ? { pixels: set.pixels, labels: set.labels } : null };
      }),
    );
  }

  /** @param {{ name: string, pixels: Uint8Array }} picture @param {RunControl} run */
  async #readOne({ name, pixels }, run) {
    const deletions = this.#deletions;
    const reading = await this.#readingOf(pixels, run);
    if (reading && deletions === this.#deletions) this.one = { name, ...reading };
  }

  /** @param {Uint8Array} pixels [28 * 28] @param {RunControl} run */
  async #readingOf(pixels, run) {
    const network = await networkOf(run);
    const answers = network && (await this.services.ask("handwritingRead", { network, pixels }));
    if (!answers) return null;
    const { predicted, confidence } = readingOf(answers);
    return { digit: predicted[0] ?? 0, confidence: confidence[0] ?? 0 };
  }

  /** @param {Uint8Array | null} pixels null where nothing is before the camera @param {RunControl} run */
  readPaper(pixels, run) {
    if (pixels) this.#paperReader.ask({ pixels, run });
    else this.paper = null;
  }

  /** All that the camera has taken is one set. @param {Uint8Array} pixels [28 * 28] @param {number} digit @param {string} name */
  takePaper(pixels, digit, name) {
    const before = this.hands.find(({ key }) => key === PAPER);
    const all = joined([...(before ? [before] : []), { pixels, labels: Uint8Array.of(digit) }]);
    const hand = { key: PAPER, name, sheet: null, ...all, kinds: [], all: all.labels.length, whole: null };
    this.#put([...this.hands.filter((one) => one !== before), hand]);
  }

  /** @param {string} key */
  remove(key) {
    this.#put(this.hands.filter((hand) => hand.key !== key));
  }

  clear() {
    this.#deletions += 1;
    this.#put([]);
    this.problems = [];
    this.pictureProblem = null;
    this.one = null;
  }

  /** Has the network as it is now read all of it. @param {RunControl} run */
  read(run) {
    this.#reader.ask(run);
  }

  /** Labels of one set may stand for something else in another: then they are not to be learnt together. */
  get haveSameKinds() {
    return new Set(this.hands.map(({ kinds }) => kinds.join("/"))).size <= 1;
  }

  /** The board's network begins anew with all of it. @param {RunControl} run */
  train(run) {
    const [first] = this.hands;
    if (!first) return;
    const name = this.hands.length === 1 ? first.name : "";
    const set = joined(this.hands.map(({ whole, pixels, labels }) => whole ?? { pixels, labels }));
    run.learnFrom({ name, kinds: first.kinds, ...heldOutByLot(set, this.services.state.values.seed) });
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

  /** Each once. @param {Hand[]} hands */
  #add(hands) {
    const all = new Map([...this.hands, ...hands].map((hand) => [hand.key, hand]));
    if (all.size > this.hands.length) this.#put([...all.values()]);
  }

  /** All handwriting is in a file now. */
  saved() {
    this.#saved = new Set(this.hands.flatMap(({ key, sheet }) => (sheet ? [key] : [])));
    this.#guard();
  }

  /** Pictures that were opened are still where they were opened from. */
  #guard() {
    askBeforeClosing(this, this.hands.some(({ key, sheet }) => (sheet || key === PAPER) && !this.#saved.has(key)));
  }

  /** @param {Hand[]} hands */
  #put(hands) {
    this.hands = hands;
    this.#guard();
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
