/* Every text of the page in both languages, by its key. */
import { load, parts } from "../../../www/i18n/index.js";

const all = /** @type {(keyof typeof parts)[]} */ (Object.keys(parts));

export const en = await load("en", all);
export const ko = await load("ko", all);
