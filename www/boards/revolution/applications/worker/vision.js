/**
 * A small network that learns to read digits.
 */

import { Trainer } from "../../../../worker/engine.js";
import { images } from "../../../../worker/gallery.js";
import { CLASSES, PIXELS } from "../../../../worker/manifest.js";
import { Signal } from "../../../../worker/tasks.js";
import { SteppedNetwork } from "./stepped-network.js";

/** @import { MessageOf, Split } from "../../../../protocol" */
/** @import { VisionLesson, VisionProgress } from "../protocol" */
/** @import { Data } from "../../../../worker/data.js" */

/** Test images that the page is shown with what they are read as. */
const SHOWN_IMAGES = 12;

export class VisionNetwork {
  #arrived = new Signal();
  #run = new SteppedNetwork((/** @type {VisionLesson} */ lesson) => this.#create(lesson));

  /** @param {() => Data} dataOf */
  constructor(dataOf) {
    this.dataOf = dataOf;
  }

  dataArrived() {
    this.#arrived.fire();
  }

  /**
   * @param {MessageOf<"applicationsVision">} message
   * @returns {Promise<VisionProgress>}
   */
  learn({ lesson, shown, more }) {
    return this.#run.at(lesson, shown + more, async (trainer, curve) => {
      const { hits, outputs } = await trainer.evaluate(0, lesson.testImages);
      const { pixels, labels } = images(this.dataOf(), "test", firstRows(SHOWN_IMAGES), null);
      const answers = firstRows(SHOWN_IMAGES).map((row) => outputs.subarray(row * CLASSES, (row + 1) * CLASSES));
      const confidence = Float32Array.from(answers, (answer) => Math.max(...answer));
      const predicted = Uint8Array.from(answers, (answer, row) => answer.indexOf(confidence[row] ?? 0));
      return { done: trainer.step, curve, accuracy: hits / lesson.testImages, pixels, labels, predicted, confidence };
    });
  }

  /** @param {VisionLesson} lesson */
  async #create({ images: rows, testImages, hidden, seed }) {
    await this.#haveArrived("train", rows);
    await this.#haveArrived("test", testImages);
    const trainer = await Trainer.create({ layers: [PIXELS, hidden, CLASSES], learningRate: 0.003, batchSize: 32, seed });
    const training = images(this.dataOf(), "train", firstRows(rows), null);
    const test = images(this.dataOf(), "test", firstRows(testImages), null);
    trainer.addTrainingData(training.pixels, training.labels);
    trainer.addTestData(test.pixels, test.labels);
    return trainer;
  }

  /**
   * Where they do not come, the page has been told why, and they can be fetched once more.
   * @param {Split} split
   * @param {number} rows
   */
  async #haveArrived(split, rows) {
    while (this.dataOf().rows(split) < rows) await this.#arrived.next();
  }
}

/** @param {number} count */
function firstRows(count) {
  return Array.from({ length: count }, (_, row) => row);
}
