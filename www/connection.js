/// <reference path="./assets.d.ts" />
/**
 * One worker: its requests and their replies, its events, and the watch over whether it still lives.
 */

import BundledWorker from "./worker/main.js?worker";

/** @import { Event, Message, Problem, Reply, Request, Results } from "./protocol" */

/** Thrown where a request fails: the page words the problem in the reader's language. */
export class ProblemError extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

/** The worker is asked for a sign of life this often, and is given up after so many in a row without one. The count
 *  is of questions, not of time: a page that slept must not take the worker for dead when it wakes. */
const HEARTBEAT_MS = 1000;
const MISSED_BEATS = 8;

export class Connection {
  /** @type {Map<number, { resolve: (result: Results[keyof Results]) => void, reject: (error: Error) => void }>} */
  #pending = new Map();
  #lastId = 0;
  #missedBeats = 0;
  /** Before the script has arrived and answered, silence says nothing. */
  #hasSpoken = false;

  /**
   * @param {(event: Event) => void} onEvent
   * @param {(detail: string) => void} onDeath told once
   */
  constructor(onEvent, onDeath) {
    this.onEvent = onEvent;
    this.onDeath = onDeath;
    this.worker = new BundledWorker();
    this.worker.onmessage = ({ data }) => this.#receive(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.#die(event.message || "the worker's script could not be loaded");
    };
    this.heartbeat = setInterval(() => this.#beat(), HEARTBEAT_MS);
    void this.request({ type: "ping" }).catch(() => {});
  }

  /**
   * @template {Message} M
   * @param {M} message
   * @returns {Promise<Results[M["type"]]>} rejects with a `ProblemError`
   */
  request(message) {
    /** @type {Request} */
    const request = { id: (this.#lastId += 1), message };
    return new Promise((resolve, reject) => {
      // The reply to a request has the result of its type: that is the protocol.
      const resolveAny = /** @type {(result: Results[keyof Results]) => void} */ (resolve);
      this.#pending.set(request.id, { resolve: resolveAny, reject });
      this.worker.postMessage(request);
    });
  }

  /** @param {Problem} problem that the requests under way end with */
  close(problem) {
    clearInterval(this.heartbeat);
    this.worker.onmessage = null;
    this.worker.onerror = null;
    this.worker.terminate();
    for (const { reject } of this.#pending.values()) reject(new ProblemError(problem));
    this.#pending.clear();
  }

  /** @param {Reply | Event} message */
  #receive(message) {
    this.#hasSpoken = true;
    this.#missedBeats = 0;
    if ("event" in message) return this.onEvent(message);
    const waiting = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.ok) waiting?.resolve(message.result);
    else waiting?.reject(new ProblemError(message.problem));
  }

  #beat() {
    if (!this.#hasSpoken) return;
    this.#missedBeats += 1;
    if (this.#missedBeats > MISSED_BEATS) return this.#die("the worker no longer answers");
    void this.request({ type: "ping" }).catch(() => {});
  }

  /** @param {string} detail */
  #die(detail) {
    this.close({ code: "worker-died", detail });
    this.onDeath(detail);
  }
}
