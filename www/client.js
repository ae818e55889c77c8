/**
 * The page's side of the worker. It outlives the worker: when one dies, a new one takes over the run with the newest
 * weights that the page was given, the drawing, and the training if it was on.
 */

import { signal } from "@preact/signals-core";
import { Connection, ProblemError } from "./connection.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { Backend, Checkpoint, Event, EventOf, Message, MessageOf, Pictures, Problem, Results, RunConfig } from "./protocol" */

export { ProblemError };

/** What the caller of `request` gives: the client fills in the rest.
 *  @template {Message["type"]} T
 *  @typedef {Omit<MessageOf<T>, "type" | "run">} Body */

/** A run that is to be made, and who waits for it.
 *  @typedef {{ number: number, config: RunConfig, checkpoint: Checkpoint | undefined, pictures: Pictures | undefined, resolve: (made: Results["configure"]) => void, reject: (error: unknown) => void }} Wanted */

/** @typedef {{ message: Message, resolve: (result: Results[Message["type"]]) => void, reject: (error: unknown) => void }} Held */

/** After so many deaths within so long it is no accident, and the page stops trying. */
const DEATHS = 3;
const DEATHS_WITHIN_MS = 60_000;

/**
 * Starts the worker. A device that cannot be had is no error: the `device` event says what was taken and why.
 * @param {{ backend: Backend | "auto", dataUrl: string | null, files?: MessageOf<"open">["files"] }} options `dataUrl` is the
 * manifest's; null loads no data
 */
export function createClient({ backend, dataUrl, files }) {
  return new Client({ type: "open", backend, dataUrl: dataUrl && new URL(dataUrl, document.baseURI).href, files });
}

class Client {
  /** Null while there is no worker. @type {Connection | null} */
  #connection = null;
  /** What was asked while the worker could not be had. @type {Held[]} */
  #held = [];
  /** No worker will be started any more. */
  #isGivenUp = false;
  /** @type {Map<Event["event"], Set<(event: Event) => void>>} */
  #listeners = new Map();
  /** @type {Map<Event["event"], Signal<Event | undefined>>} */
  #latest = new Map();
  #runs = 0;
  /** The run whose events count. */
  #run = 0;
  /** The run that stands, to be taken over by the next worker. @type {{ number: number, config: RunConfig, pictures: Pictures | undefined } | null} */
  #standing = null;
  /** The run that is to take its place. @type {Wanted | null} */
  #wanted = null;
  /** The newest weights, and whose they are. @type {{ run: number, checkpoint: Checkpoint } | null} */
  #saved = null;
  /** What the run is training towards; null when it is not training. @type {MessageOf<"train"> | null} */
  #goal = null;
  /** @type {MessageOf<"draw"> | null} */
  #drawing = null;
  /** When workers died lately. @type {number[]} */
  #deaths = [];
  /** The worker may have died of the graphics card. */
  #hasUsedGpu = false;

  /** @param {MessageOf<"open">} opening */
  constructor(opening) {
    this.opening = opening;
    this.#start();
  }

  /**
   * @template {Exclude<Message["type"], "open" | "configure">} T
   * @param {T} type
   * @param {Body<T>} body
   * @returns {Promise<Results[T]>} rejects with a `ProblemError`
   */
  request(type, body) {
    const message = /** @type {Message} */ (/** @type {unknown} */ ({ ...body, type, run: this.#run }));
    this.#remember(message);
    const reply = this.#send(message);
    if (message.type === "rewind") {
      const rewound = /** @type {Promise<Results["rewind"]>} */ (reply);
      rewound.then(({ learningRate }) => this.#keepLearningRate(learningRate), () => {});
    }
    return /** @type {Promise<Results[T]>} */ (reply);
  }

  /**
   * Makes a new run. A configuration that is refused leaves the run that there was; a worker that dies meanwhile leaves it
   * to the next one.
   * @param {RunConfig} config
   * @param {Checkpoint} [checkpoint] weights to begin with
   * @param {Pictures} [pictures] to learn from in place of the data set
   * @returns {Promise<Results["configure"]>}
   */
  configure(config, checkpoint, pictures) {
    const number = (this.#runs += 1);
    this.#run = number;
    this.#goal = null;
    return new Promise((resolve, reject) => {
      this.#wanted = { number, config, checkpoint, pictures, resolve, reject };
      if (this.#connection) this.#make(this.#wanted);
    });
  }

  /**
   * @template {Event["event"]} T
   * @param {T} name
   * @param {(event: EventOf<T>) => void} listener
   * @returns {() => void} ends it
   */
  on(name, listener) {
    const listeners = this.#listeners.get(name) ?? new Set();
    const typed = /** @type {(event: Event) => void} */ (listener);
    this.#listeners.set(name, listeners.add(typed));
    return () => listeners.delete(typed);
  }

  /**
   * The newest event of that kind, the run's own where it belongs to one: a board mounted later can paint at once. Who reads
   * it in drawing follows it.
   * @template {Event["event"]} T
   * @param {T} name
   */
  latest(name) {
    const event = this.#latestOf(name).value;
    const isOver = event && "run" in event && event.run !== this.#run;
    return /** @type {EventOf<T> | undefined} */ (isOver ? undefined : event);
  }

  /** Starts another worker in the place of one that does not come. */
  restart() {
    this.#connection?.close({ code: "worker-died", detail: "another one was asked for" });
    this.#deaths = [];
    this.#start();
    this.#receive({ event: "restarted" });
  }

  close() {
    this.#isGivenUp = true;
    this.#connection?.close({ code: "worker-failed", detail: "the client was closed" });
    this.#connection = null;
  }

  /**
   * @template {Message} M
   * @param {M} message
   * @returns {Promise<Results[M["type"]]>}
   */
  async #send(message) {
    if (this.#connection) return this.#connection.request(message);
    if (this.#isGivenUp) throw new ProblemError({ code: "worker-failed", detail: "there is no worker any more" });
    return new Promise((resolve, reject) => {
      const resolveAny = /** @type {Held["resolve"]} */ (/** @type {unknown} */ (resolve));
      this.#held.push({ message, resolve: resolveAny, reject });
    });
  }

  /** Starts a worker and puts it where the last one was. */
  #start() {
    // What the last one had of these, this one has not.
    this.#latestOf("engine").value = undefined;
    this.#latestOf("data").value = undefined;
    this.#connection = new Connection(
      (event) => this.#receive(event),
      (detail) => this.#miss(detail),
      (detail, hasSpoken) => this.#restartAfter(detail, hasSpoken),
    );
    this.#resend(this.opening);
    if (this.#drawing) this.#resend(this.#drawing);
    if (this.#standing) {
      const { number, config, pictures } = this.#standing;
      const checkpoint = this.#saved?.run === number ? this.#saved.checkpoint : undefined;
      this.#resend({ type: "configure", run: number, config, checkpoint, pictures });
    }
    // After the one that stands, which is left if this one is refused.
    if (this.#wanted) this.#make(this.#wanted);
    if (this.#goal) this.#resend({ ...this.#goal, run: this.#run });
    for (const { message, resolve, reject } of this.#held.splice(0)) this.#send(message).then(resolve, reject);
  }

  /** @param {Wanted} wanted */
  async #make(wanted) {
    const { number, config, checkpoint, pictures, resolve, reject } = wanted;
    try {
      const made = await this.#send({ type: "configure", run: number, config, checkpoint, pictures });
      // The learning rate may have been set since.
      this.#standing = { number, config: wanted.config, pictures };
      if (checkpoint && this.#saved?.run !== number) this.#saved = { run: number, checkpoint };
      if (this.#wanted === wanted) this.#wanted = null;
      resolve(made);
    } catch (error) {
      // The next worker is asked for it.
      if (this.#wanted === wanted && error instanceof ProblemError && error.problem.code === "worker-died") return;
      if (this.#wanted === wanted) this.#wanted = null;
      if (this.#run === number) this.#run = this.#standing?.number ?? 0;
      reject(error);
    }
  }

  /**
   * Sends what nobody waits for.
   * @param {Message} message
   */
  #resend(message) {
    this.#send(message).catch((error) => {
      // The death of a worker is told by itself.
      if (error instanceof ProblemError && error.problem.code !== "worker-died") this.#tell(error.problem);
    });
  }

  /** The worker does not come; it may still. @param {string} detail */
  #miss(detail) {
    this.#receive({ event: "engine", engine: { state: "missing", receivedBytes: 0, detail, scripts: [] } });
  }

  /**
   * @param {string} detail how the worker died
   * @param {boolean} hasLived its script has come, and was carried out
   */
  #restartAfter(detail, hasLived) {
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter((at) => now - at < DEATHS_WITHIN_MS), now];
    if (this.#deaths.length >= DEATHS) {
      this.#connection = null;
      if (!hasLived) return this.#miss(detail);
      this.#isGivenUp = true;
      this.#tell({ code: "worker-failed", detail });
      return;
    }
    if (this.#hasUsedGpu) this.opening = { ...this.opening, gpuFailed: true };
    if (hasLived) this.#tell({ code: this.#hasUsedGpu ? "device-failed" : "worker-died", detail });
    this.#hasUsedGpu = false;
    this.#start();
    this.#receive({ event: "restarted" });
  }

  /** @param {Event} event */
  #receive(event) {
    if ("run" in event && event.run !== this.#run) return;
    if (event.event === "checkpoint") this.#saved = event;
    if (event.event === "device") this.#hasUsedGpu ||= event.device.backend === "webgpu";
    // A run that came to its end is not set going again in another worker.
    if (event.event === "state" && ["reached", "diverged"].includes(event.state)) this.#goal = null;
    this.#latestOf(event.event).value = event;
    for (const listener of this.#listeners.get(event.event) ?? []) listener(event);
  }

  /** @param {Event["event"]} name */
  #latestOf(name) {
    /** @type {Signal<Event | undefined>} */
    const latest = this.#latest.get(name) ?? signal(undefined);
    this.#latest.set(name, latest);
    return latest;
  }

  /** @param {Problem} problem */
  #tell(problem) {
    this.#receive({ event: "problem", problem });
  }

  /**
   * Keeps what the next worker will have to know.
   * @param {Message} message
   */
  #remember(message) {
    if (message.type === "train") this.#goal = message;
    if (message.type === "pause" || message.type === "step" || message.type === "rewind") this.#goal = null;
    if (message.type === "draw") this.#drawing = message;
    if (message.type === "setLearningRate") this.#keepLearningRate(message.learningRate);
    if (message.type === "trial") this.#hasUsedGpu ||= message.backend === "webgpu";
  }

  /** @param {number} learningRate of the run that counts */
  #keepLearningRate(learningRate) {
    for (const run of [this.#standing, this.#wanted]) {
      if (run?.number === this.#run) run.config = { ...run.config, learningRate };
    }
  }
}
