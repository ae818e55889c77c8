/**
 * What the page has asked for: a device, the data, one run, one drawing. Every request has its method here.
 */

import { Data } from "./data.js";
import { chooseDevice, cpu } from "./device.js";
import { Drawing } from "./drawing.js";
import { fetchFrom } from "./embedded.js";
import { engineReady, progress as engineProgress, progressed as engineProgressed, sha256 } from "./engine.js";
import { Failure, problemOf } from "./failure.js";
import { Fields } from "./fields.js";
import { examples, firstLayer, images } from "./gallery.js";
import { Learning } from "./learning.js";
import { MoreData } from "./more-data.js";
import { Playground } from "./playground.js";
import * as perceptron from "./perceptron.js";
import { Lane } from "./race.js";
import { Rules } from "./rules.js";
import { Run } from "./run.js";
import { delay } from "./tasks.js";
import { createTrainerOn } from "./trainers.js";
import { Training } from "./training.js";
import { trial } from "./trial.js";

/** @import { DeviceInfo, Event, Message, MessageOf, Results } from "../protocol" */

/** One method for every type of request.
 *  @typedef {{ [T in Message["type"]]: (message: MessageOf<T>) => Results[T] | Promise<Results[T]> }} Handlers */

/** @implements {Handlers} */
export class Session {
  /** @type {Promise<DeviceInfo> | null} */
  #device = null;
  /** An earlier worker died of the graphics card. */
  #gpuFailed = false;
  /** @type {Data | null} */
  #data = null;
  /** @type {Training | null} */
  #training = null;
  /** The newest configuration, made when the ones before it are. @type {Promise<unknown>} */
  #configured = Promise.resolve();

  /**
   * @param {(event: Event) => void} emit
   * @param {(error: unknown) => void} report where errors go that are no answer to a request
   */
  constructor(emit, report) {
    this.emit = emit;
    this.report = report;
    this.playground = new Playground(emit, report);
    this.learning = new Learning();
    this.moreData = new MoreData(emit);
    this.lane = new Lane(emit);
    this.fields = new Fields(() => this.#opened(this.#data));
    this.rules = new Rules(() => this.#opened(this.#data));
    this.drawing = new Drawing(
      () => this.#training?.run ?? null,
      (prediction) => emit({ event: "prediction", prediction }),
      report,
    );
    void this.#tellEngine();
  }

  /** @param {MessageOf<"open">} message */
  async open({ backend, dataUrl, files, gpuFailed = false }) {
    this.#gpuFailed = gpuFailed;
    if (dataUrl !== null) this.#data = this.#loadData(new URL(dataUrl), files);
    this.#device = gpuFailed && backend !== "cpu" ? Promise.resolve(cpu("device-failed")) : chooseDevice(backend, self);
    const device = await this.#device;
    this.emit({ event: "device", device });
    return device;
  }

  /** @param {MessageOf<"configure">} message */
  configure(message) {
    const configured = this.#configured.then(() => this.#configure(message));
    this.#configured = configured.catch(() => {});
    return configured;
  }

  /** @param {MessageOf<"train">} message */
  async train({ run, untilEpoch }) {
    (await this.#trainingOf(run)).train(untilEpoch);
    return null;
  }

  /** @param {MessageOf<"pause">} message */
  async pause({ run }) {
    (await this.#trainingOf(run)).pause();
    return null;
  }

  /** @param {MessageOf<"step">} message */
  async step({ run }) {
    (await this.#trainingOf(run)).step();
    return null;
  }

  /** @param {MessageOf<"setLearningRate">} message */
  async setLearningRate({ run, learningRate }) {
    (await this.#trainingOf(run)).run.setLearningRate(learningRate);
    return null;
  }

  /** @param {MessageOf<"rewind">} message */
  async rewind({ run }) {
    return (await this.#trainingOf(run)).rewind();
  }

  /** @param {MessageOf<"draw">} message */
  draw(message) {
    this.drawing.set(message);
    return null;
  }

  /** @param {MessageOf<"images">} message */
  images({ split, rows }) {
    return images(this.#opened(this.#data), split, rows, this.#answers);
  }

  /** @param {MessageOf<"examples">} message */
  examples(message) {
    return examples(this.#opened(this.#data), message, this.#answers);
  }

  /** @param {MessageOf<"firstLayer">} message */
  async firstLayer({ run, units }) {
    return firstLayer((await this.#trainingOf(run)).run, units);
  }

  perceptronAnswer = perceptron.answer;
  perceptronLearn = perceptron.learn;
  perceptronMap = perceptron.map;
  perceptronStart = perceptron.start;

  /** @param {MessageOf<"trial">} message */
  trial(message) {
    if (message.backend === "webgpu" && this.#gpuFailed) throw new Failure("device-failed", "the graphics card failed before");
    return trial(this.#opened(this.#data), message);
  }

  /** @param {MessageOf<"rulesAnswer">} message */
  rulesAnswer(message) {
    return this.rules.answer(message);
  }

  /** @param {MessageOf<"rulesMeasure">} message */
  rulesMeasure(message) {
    return this.rules.measure(message);
  }

  /** @param {MessageOf<"rulesBest">} message */
  rulesBest(message) {
    return this.rules.best(message);
  }

  /** @param {MessageOf<"rulesLearn">} message */
  rulesLearn(message) {
    return this.rules.learn(message);
  }

  ping() {
    return null;
  }

  retryData() {
    this.#opened(this.#data).load().catch(this.report);
    return null;
  }

  /** @param {MessageOf<"playgroundConfigure">} message */
  playgroundConfigure(message) {
    return this.playground.configure(message);
  }

  /** @param {MessageOf<"playgroundTrain">} message */
  playgroundTrain(message) {
    return this.playground.train(message);
  }

  /** @param {MessageOf<"playgroundPause">} message */
  playgroundPause(message) {
    return this.playground.pause(message);
  }

  /** @param {MessageOf<"playgroundSetLearningRate">} message */
  playgroundSetLearningRate(message) {
    return this.playground.setLearningRate(message);
  }

  /** @param {MessageOf<"playgroundSetParameter">} message */
  playgroundSetParameter(message) {
    return this.playground.setParameter(message);
  }

  /** @param {MessageOf<"playgroundRewind">} message */
  playgroundRewind(message) {
    return this.playground.rewind(message);
  }

  /** @param {MessageOf<"playgroundShown">} message */
  playgroundShown(message) {
    return this.playground.shown(message);
  }

  /** @param {MessageOf<"playgroundParsePoints">} message */
  playgroundParsePoints(message) {
    return this.playground.parsePoints(message);
  }

  /** @param {MessageOf<"learningTarget">} message */
  learningTarget(message) {
    return this.learning.target(message);
  }

  /** @param {MessageOf<"learningStart">} message */
  learningStart(message) {
    return this.learning.start(message);
  }

  /** @param {MessageOf<"learningFit">} message */
  learningFit(message) {
    return this.learning.fit(message);
  }

  /** @param {MessageOf<"learningSurface">} message */
  learningSurface(message) {
    return this.learning.surface(message);
  }

  /** @param {MessageOf<"moreDataTrain">} message */
  moreDataTrain(message) {
    return this.moreData.train(message, this.#opened(this.#data));
  }

  moreDataPause() {
    return this.moreData.pause();
  }

  /** @param {MessageOf<"racePrepare">} message */
  async racePrepare(message) {
    return this.lane.prepare(message, await this.#opened(this.#device));
  }

  /** @param {MessageOf<"raceStart">} message */
  raceStart(message) {
    return this.lane.start(message);
  }

  /** @param {MessageOf<"fieldsVision">} message */
  fieldsVision(message) {
    return this.fields.learnVision(message);
  }

  /** @param {MessageOf<"fieldsLanguage">} message */
  fieldsLanguage(message) {
    return this.fields.learnLanguage(message);
  }

  /** @param {MessageOf<"fieldsRecommendation">} message */
  fieldsRecommendation(message) {
    return this.fields.learnRecommendation(message);
  }

  /** @param {MessageOf<"fieldsReinforcement">} message */
  fieldsReinforcement(message) {
    return this.fields.learnReinforcement(message);
  }

  /** Says how far the engine is, until it is here or given up. */
  async #tellEngine() {
    this.emit({ event: "engine", engine: { ...engineProgress } });
    if (engineProgress.state !== "loading") return;
    await engineProgressed.next();
    await this.#tellEngine();
  }

  get #answers() {
    return this.#training?.evaluations.answers ?? null;
  }

  /**
   * @param {URL} url of the manifest
   * @param {MessageOf<"open">["files"]} files
   */
  #loadData(url, files) {
    const data = new Data(
      url,
      { fetch: files ? fetchFrom(files) : (url, options) => fetch(url, options), sha256: sha256WhenReady, delay },
      {
        onProgress: (progress) => this.emit({ event: "data", data: progress }),
        onBlocks: () => {
          this.moreData.dataArrived();
          this.fields.vision.dataArrived();
          this.#training?.dataArrived().catch(this.report);
        },
        onError: this.report,
      },
    );
    data.load().catch(this.report);
    return data;
  }

  /**
   * @param {MessageOf<"configure">} message
   * @returns {Promise<Results["configure"]>}
   */
  async #configure({ run: number, config, checkpoint }) {
    const wanted = await this.#opened(this.#device);
    await engineReady;
    const { trainer, device } = await createTrainerOn(config, wanted);
    if (device !== wanted) this.#setDevice(device);
    const run = new Run(number, config, trainer, this.#opened(this.#data));
    const training = new Training(run, {
      emit: this.emit,
      onWeights: () => this.drawing.weightsChanged(),
      onRest: () => this.drawing.refresh(),
      onMoved: (error) => this.#moved(error),
      onError: this.report,
    });
    try {
      await training.prepare(checkpoint);
    } catch (error) {
      await training.close();
      throw error;
    }
    // The earlier run is given up only now that this one stands.
    const dropped = (await this.#training?.close()) ?? null;
    this.#training = training;
    await training.begin();
    return { info: run.info, dropped };
  }

  /** @param {unknown} error why the graphics card was given up */
  #moved(error) {
    const { code, detail } = problemOf(error) ?? { code: "device-failed", detail: String(error) };
    // Also where it had too little memory: the CPU has more.
    const reason = code === "device-hung" || code === "device-lost" ? code : "device-failed";
    this.#setDevice(cpu(reason));
    this.report(new Failure(reason, detail));
  }

  /** @param {DeviceInfo} device */
  #setDevice(device) {
    this.#device = Promise.resolve(device);
    this.emit({ event: "device", device });
  }

  /**
   * The training of a run that is there, or will be when its configuration is made.
   * @param {number} run
   */
  async #trainingOf(run) {
    await this.#configured;
    if (this.#training?.run.number !== run) throw new Failure("bad-request", `there is no run ${run}`);
    return this.#training;
  }

  /**
   * @template T
   * @param {T | null} value
   * @returns {T}
   */
  #opened(value) {
    if (value === null) throw new Failure("bad-request", "the session has not been opened");
    return value;
  }
}

/** @param {Uint8Array} bytes */
async function sha256WhenReady(bytes) {
  await engineReady;
  return sha256(bytes);
}
