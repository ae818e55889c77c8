/* What a teacher finds in the presenter window. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

/** @import { Notes } from "../../www/shell/notes" */

const boards = join(import.meta.dirname, "../../www/boards");
const folders = readdirSync(boards, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
/** @type {Map<string, Notes>} */
const all = new Map(await Promise.all(folders.map(async (board) => /** @type {const} */ ([board, (await import(join(boards, board, "notes.js"))).notes]))));
const acts = [...all.values()].flatMap((notes) => Object.values(notes.acts));

test("the acts of all boards fill a lecture of 50 minutes, and one of 90", () => {
  for (const length of /** @type {const} */ ([50, 90])) {
    assert.equal(acts.reduce((sum, { minutes }) => sum + minutes[length], 0), length);
  }
});

test("each act has something to say, to ask and to expect, and a misunderstanding, in both languages", () => {
  assert.ok(acts.length >= folders.length);
  for (const { words } of acts) {
    for (const language of /** @type {const} */ (["ko", "en"])) {
      const { say, ask, expect, misunderstanding } = words[language];
      for (const text of [say, ask, expect, misunderstanding]) assert.ok(text.length > 10 && !text.includes("!"), text);
      assert.match(ask, /\?/);
    }
    assert.match(words.ko.say, /[가-힣]/);
    assert.doesNotMatch(words.en.say, /[가-힣]/);
  }
});

test("the notes of a board with tabs are those of its tabs, in their order, and of the views within one", () => {
  for (const [board, { tab, acts }] of all) {
    const code = readFileSync(join(boards, board, `${board}.js`), "utf8");
    const tabs = [...code.matchAll(/\{ id: "([\w-]+)", title: /g)].map(([, id]) => id);
    const named = Object.entries(acts).map(([act, { at }]) => (tab && at?.[tab]) ?? act);
    assert.deepEqual([...new Set(named)], tabs.length > 0 ? tabs : ["board"], board);
    assert.equal(tab !== null, tabs.length > 0, board);
    if (tab) assert.ok(code.includes(`state.values.${tab}`), `${board} has the setting ${tab}`);
  }
  const views = /const views = .*?(\[.*\])/.exec(readFileSync(join(boards, "next/parts/settings.js"), "utf8"))?.[1] ?? "";
  assert.deepEqual(Object.values(all.get("next")?.acts ?? {}).flatMap(({ at }) => at?.look ?? []), JSON.parse(views));
});
