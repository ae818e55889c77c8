/**
 * What all of the page's requests share: the device, the data, and the way back to the page.
 */

import { progress, progressed } from "./arrival.js";
import { Data } from "./data.js";
import { chooseDevice, cpu } from "./device.js";
import { fetchFrom } from "./embedded.js";
import { engineReady, sha256 } from "./engine.js";
import { Failure, problemOf } from "./failure.js";
import { delay } from "./tasks.js";

/** @import { DeviceInfo, Event, MessageOf } from "../protocol" */

export class Session {
  /** An earlier worker died of the graphics card. */
  gpuFailed = false;
  /** @type {Promise<DeviceInfo> | null} */
  #device = null;
  /** @type {Data | null} */
  #data = null;
  /** @type {(() => void)[]} */
  #onImages = [];

  /**
   * @param {(event: Event) => void} emit
   * @param {(error: unknown) => void} report where errors go that are no answer to a request
   */
  constructor(emit, report) {
    this.emit = emit;
    this.report = report;
    void this.#tellEngine();
  }

  /** @param {MessageOf<"open">} message */
  async open({ backend, dataUrl, files, gpuFailed = false }) {
    this.gpuFailed = gpuFailed;
    if (dataUrl !== null) this.#data = this.#loadData(new URL(dataUrl), files);
    this.#device = gpuFailed && backend !== "cpu" ? Promise.resolve(cpu("device-failed")) : chooseDevice(backend, self);
    const device = await this.#device;
    this.emit({ event: "device", device });
    return device;
  }

  get data() {
    return opened(this.#data);
  }

  /** The device that is at work. */
  get device() {
    return opened(this.#device);
  }

  /** Another device is at work from now on. @param {DeviceInfo} device */
  moveTo(device) {
    this.#device = Promise.resolve(device);
    this.emit({ event: "device", device });
  }

  /** The graphics card has failed: the CPU is at work from now on, and the page is told why, and so is whoever asked. @param {unknown} error */
  giveUpDevice(error) {
    const { code, detail } = problemOf(error) ?? { code: "device-failed", detail: String(error) };
    // Also where it had too little memory: the CPU has more.
    const reason = code === "device-hung" || code === "device-lost" ? code : "device-failed";
    this.moveTo(cpu(reason));
    const failure = new Failure(reason, detail);
    this.report(failure);
    return failure;
  }

  /** @param {() => void} listener told when images have come, or when it is known that some will not */
  onImages(listener) {
    this.#onImages.push(listener);
  }

  /** Says how far the engine is, until it is given up: a package may be missed later. */
  async #tellEngine() {
    this.emit({ event: "engine", engine: { ...progress } });
    if (progress.state === "missing") return;
    await progressed.next();
    await this.#tellEngine();
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
          for (const listener of this.#onImages) listener();
        },
        onError: this.report,
      },
    );
    data.load().catch(this.report);
    return data;
  }
}

/**
 * @template T
 * @param {T | null} value
 * @returns {T}
 */
function opened(value) {
  if (value === null) throw new Failure("bad-request", "the session has not been opened");
  return value;
}

/** @param {Uint8Array} bytes */
async function sha256WhenReady(bytes) {
  await engineReady();
  return sha256(bytes);
}
