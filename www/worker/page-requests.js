/**
 * What the page itself asks for, whichever board is shown.
 */

import { engineReady } from "./engine.js";
import { Failure } from "./failure.js";
import { PIXELS } from "./manifest.js";
import { pictureOf } from "./picture.js";
import { trial } from "./trial.js";

/** @import { Handlers } from "../protocol" */
/** @import { Session } from "./session.js" */

/**
 * @param {Session} session
 * @returns {Handlers<"open" | "ping" | "pictures" | "retryData" | "trial">}
 */
export function pageRequests(session) {
  return {
    open: (message) => session.open(message),
    ping: () => null,
    async pictures({ drawings, penWidth }) {
      await engineReady();
      const pixels = new Uint8Array(drawings.length * PIXELS);
      for (const [row, strokes] of drawings.entries()) pixels.set(pictureOf(strokes, penWidth), row * PIXELS);
      return pixels;
    },
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
