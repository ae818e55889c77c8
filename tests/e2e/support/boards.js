/* The boards as the registry lists them; importing it would mix the page's types with those of Node. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./files.js";

export const boards = [...readFileSync(join(root, "www/boards/index.js"), "utf8").matchAll(/\bid: "(\w+)"/g)].map(([, id]) => id ?? "");
