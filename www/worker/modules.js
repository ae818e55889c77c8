/**
 * Who answers what: each board's module says so itself, and is named here. A request that nobody answers is a type error.
 */

import { digits } from "./digits.js";
import { Failure } from "./failure.js";
import { fields } from "./fields.js";
import { learning } from "./learning.js";
import { perceptron } from "./perceptron.js";
import { playground } from "./playground.js";
import { revolution } from "./revolution.js";
import { rules } from "./rules.js";
import { trial } from "./trial.js";

/** @import { Handlers } from "../protocol" */
/** @import { Session } from "./session.js" */

/**
 * @param {Session} session
 * @returns {Handlers}
 */
export function handlersOf(session) {
  return {
    ...page(session),
    ...rules(session),
    ...perceptron(),
    ...playground(session),
    ...learning(),
    ...revolution(session),
    ...fields(session),
    ...digits(session),
  };
}

/**
 * What the page itself asks for.
 * @param {Session} session
 * @returns {Handlers<"open" | "ping" | "retryData" | "trial">}
 */
function page(session) {
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
