/**
 * What the page itself asks for, whichever board is shown.
 */

import { Failure } from "./failure.js";
import { trial } from "./trial.js";

/** @import { Handlers } from "../protocol" */
/** @import { Session } from "./session.js" */

/**
 * @param {Session} session
 * @returns {Handlers<"open" | "ping" | "retryData" | "trial">}
 */
export function pageRequests(session) {
  return {
    open: (message) => session.open(message),
    ping: () => null,
    retryData() {
      session.data.load().catch(session.report);
      return null;
    },
    trial(message) {
      if (message.backend === "webgpu" && session.gpuFailed) throw new Failure("device-failed", "the graphics card failed before");
      return trial(session.data, message);
    },
  };
}
