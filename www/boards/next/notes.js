/** @import { Notes } from "../../shell/notes" */

/** @type {Notes} */
export const notes = { tab: "tab", acts: {} };
