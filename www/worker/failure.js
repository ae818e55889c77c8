/**
 * What can go wrong and is expected to. Everything else is a defect: after it nothing in this worker can be
 * relied on, so it is reported as an uncaught error, and the page replaces the worker.
 */

/** @import { Problem } from "../protocol" */

/** A failure that the page is told of. */
export class Failure extends Error {
  /**
   * @param {Problem["code"]} code
   * @param {string} detail English, for the console and a report
   */
  constructor(code, detail) {
    super(detail);
    this.code = code;
  }
}

/**
 * The engine's error codes and what they are to the page.
 * @type {Record<string, Problem["code"]>}
 */
const engineCodes = {
  "bad-options": "bad-config",
  "bad-data": "bad-request",
  "bad-checkpoint": "bad-request",
  "no-adapter": "device-lost",
  "device-lost": "device-lost",
  "device-error": "device-failed",
  "out-of-memory": "out-of-memory",
};

/**
 * The engine's code of an error that it threw, or undefined.
 * @param {unknown} error
 * @returns {string | undefined}
 */
function engineCode(error) {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/**
 * The error as the page is told of it, or null where it is a defect.
 * @param {unknown} error
 * @returns {Problem | null}
 */
export function problemOf(error) {
  if (error instanceof Failure) return { code: error.code, detail: error.message };
  const code = engineCodes[engineCode(error) ?? ""];
  return code && error instanceof Error ? { code, detail: error.message } : null;
}

/** There is no room for what the engine was to take. @param {unknown} error */
export function isOutOfMemory(error) {
  return engineCode(error) === "out-of-memory";
}

/**
 * The accelerator failed, so the same work may well succeed on the CPU.
 * @param {unknown} error
 */
export function isDeviceFailure(error) {
  if (error instanceof Failure) return error.code === "device-hung";
  return ["no-adapter", "device-lost", "device-error", "out-of-memory"].includes(engineCode(error) ?? "");
}
