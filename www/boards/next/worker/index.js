/** What the board of what comes next asks. */

import { engineReady } from "../../../worker/engine.js";
import { pictureOf } from "../../../worker/picture.js";

/** @import { Handlers } from "../../../protocol" */
/** @import { NextMessage } from "../protocol" */

/** @returns {Handlers<NextMessage["type"]>} */
export function handlers() {
  return {
    async nextPicture({ strokes, penWidth }) {
      await engineReady();
      return pictureOf(strokes, penWidth);
    },
  };
}
