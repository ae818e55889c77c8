/// <reference path="./assets.d.ts" />
/**
 * One worker: its requests and their replies, its events, and the watch over whether it still lives.
 */

import { TICK_MS } from "./ticks.js";
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

/** With every tick the worker is asked for a sign of life, and it is given up after so many in a row without one. */
const MISSED_BEATS = 8;
/** A script that has not come after so many is spoken of. It is not given up: it may only be slow. */
const LATE_BEATS = 12;

export class Connection {
  /** @type {Map<number, { resolve: (result: Results[keyof Results]) => void, reject: (error: Error) => void }>} */
  #pending = new Map();
  #lastId = 0;
  #missedBeats = 0;
  /** Before the script has arrived and answered, silence says nothing of its health. */
  #hasLived = false;

  /**
   * @param {(event: Event) => void} onEvent
   * @param {(detail: string) => void} onLate told once where the script does not come
   * @param {(detail: string, hasLived: boolean) => void} onDeath told once; a worker whose script could not be had has not
   * lived
   */
  constructor(onEvent, onLate, onDeath) {
    this.onEvent = onEvent;
    this.onLate = onLate;
    this.onDeath = onDeath;
    this.worker = new BundledWorker();
    this.worker.onmessage = ({ data }) => this.#receive(data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      // A script that threw says what; one that could not be loaded says nothing, and another page in its place is no script.
      this.#hasLived ||= Boolean(event.message) && !event.message.includes("SyntaxError");
      this.#die(event.message || "the worker's script could not be loaded");
    };
    this.heartbeat = setInterval(() => this.#beat(), TICK_MS);
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
    this.#hasLived = true;
    this.#missedBeats = 0;
    if ("event" in message) return this.onEvent(message);
    const waiting = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.ok) waiting?.resolve(message.result);
    else waiting?.reject(new ProblemError(message.problem));
  }

  #beat() {
    this.#missedBeats += 1;
    if (!this.#hasLived) {
      if (this.#missedBeats === LATE_BEATS) this.onLate("the worker's script has not come");
      return;
    }
    if (this.#missedBeats > MISSED_BEATS) return this.#die("the worker no longer answers");
    void this.request({ type: "ping" }).catch(() => {});
  }

  /** @param {string} detail */
  #die(detail) {
    this.close({ code: "worker-died", detail });
    this.onDeath(detail, this.#hasLived);
  }
}
