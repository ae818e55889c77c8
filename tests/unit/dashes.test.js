/* The curves of a picture are told from each other without their colours: on grey paper, and in a reader's own two colours. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { dashes } from "../../www/charts/dashes.js";

const boards = join(import.meta.dirname, "../../www/boards");

test("no two curves of a picture are broken alike", () => {
  const pictures = readdirSync(boards, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js")).flatMap((file) => {
    const found = [...readFileSync(join(boards, file), "utf8").matchAll(/colour: "[\w-]+", dash: "(\w+)", faint: false/g)].map(([, dash]) => dash);
    return found.length > 1 ? [{ file, found }] : [];
  });
  assert.ok(pictures.length > 5, "there are pictures of several curves");
  for (const { file, found } of pictures) assert.equal(new Set(found).size, found.length, `${file}: ${found.join(", ")}`);
  assert.equal(new Set(Object.values(dashes).map(String)).size, Object.keys(dashes).length);
});
