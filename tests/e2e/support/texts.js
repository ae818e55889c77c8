/* Every text of the page in both languages, by its key. */
import { introduce, load, shell } from "../../../www/i18n/index.js";
import { entries } from "./boards.js";

introduce(entries);
const parts = [shell, ...entries.flatMap(({ texts }) => texts)];

export const en = await load("en", parts);
export const ko = await load("ko", parts);
