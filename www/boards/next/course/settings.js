/**
 * The tab's state.
 */

import { choice, place } from "../../../shell/settings.js";
import { settings as networks } from "../networks/settings.js";

/** @import { Services, StateOf } from "../../../shell/types" */

/** @typedef {Services<StateOf<typeof settings & typeof networks>>} CourseServices */

/** How much of the code is shown. */
export const extents = /** @type {const} */ (["network", "program"]);

export const settings = {
  course: place(/** @type {const} */ (["map", "code"])),
  courseCode: choice(extents),
};
