/** The tab's state. */

/** @import { Services, StateOf } from "../../../shell/types" */

/** @typedef {Services<StateOf<typeof settings>>} KnownServices */

export const settings = {};
