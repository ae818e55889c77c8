/**
 * The pages that are no boards: the cover before them, and the check of the machine beside them.
 */

/** @import { PageEntry } from "../shell/types" */

/** @type {PageEntry} */
export const cover = { id: "", title: "cover.short", texts: ["cover"], load: () => import("./cover.js") };

/** @type {PageEntry} */
export const check = { id: "check", title: "check.title", texts: ["check"], load: () => import("./check.js") };
