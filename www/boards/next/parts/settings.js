/** The tab's state. */

/** @import { Services, StateOf } from "../../../shell/types" */

/** @typedef {Services<StateOf<typeof settings>>} PartsServices */

export const settings = {};
