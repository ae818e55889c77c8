/**
 * Gathers what the steps gave and tells the page of it, at most about twenty times a second.
 */

import { Rate } from "./pace.js";

/** @import { Metrics } from "../protocol" */
/** @import { Position } from "./position.js" */

/** What a submission of steps gave; each [steps].
 *  @typedef {{ losses: Float32Array, hits: Float32Array, rows: Float32Array }} StepMetrics */

const INTERVAL_MS = 50;

export class MetricsFeed {
  /** @type {number[]} */
  #losses = [];
  /** @type {number[]} */
  #accuracies = [];
  #sentAt = -Infinity;
  #rate = new Rate();

  /**
   * @param {Position} position of the run; the metrics tell it as it is when they are sent
   * @param {(metrics: Metrics) => void} send
   */
  constructor(position, send) {
    this.position = position;
    this.send = send;
  }

  /** @param {StepMetrics} metrics */
  add({ losses, hits, rows }) {
    this.#losses.push(...losses);
    this.#accuracies.push(...hits.map((count, step) => count / (rows[step] ?? 1)));
    this.#rate.add(this.position.seconds, rows.reduce((sum, count) => sum + count, 0));
    if (performance.now() - this.#sentAt >= INTERVAL_MS) this.flush();
  }

  /** Sends what has gathered. */
  flush() {
    if (this.#losses.length > 0) this.#send();
  }

  /** Tells that the run is at another place now, without any steps having led there. */
  jump() {
    this.#rate = new Rate();
    this.#send();
  }

  #send() {
    const { step, epoch, seconds } = this.position;
    const losses = Float32Array.from(this.#losses.splice(0));
    const accuracies = Float32Array.from(this.#accuracies.splice(0));
    this.#sentAt = performance.now();
    this.send({ step, epoch, seconds, losses, accuracies, imagesPerSecond: this.#rate.perSecond });
  }
}
