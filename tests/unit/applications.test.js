/* What the four fields take from a visitor: words, worlds, and Hangul as letters. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { names } from "../../www/boards/revolution/applications/names.js";
import { readWords, wordLimits } from "../../www/boards/revolution/applications/words.js";
import { cellsOf, edited, isWorld } from "../../www/boards/revolution/applications/world.js";
import { isFinalConsonant, putTogether, takenApart } from "../../www/boards/revolution/applications/worker/hangul.js";

/** @param {string} text */
function problemOf(text) {
  const read = readWords(text);
  return "problem" in read ? read.problem : null;
}

test("both lists are taken as they are, with at least sixty different words", () => {
  for (const list of Object.values(names)) {
    const read = readWords(list);
    assert.ok("words" in read);
    assert.ok(new Set(read.words).size >= 60);
    assert.deepEqual(read.words, list.split(/\s+/));
  }
});

test("words stand between white space and commas, in lower case", () => {
  assert.deepEqual(readWords(" Ada, bob;\n지민\tÉlise  o'neil "), { words: ["ada", "bob", "지민", "élise", "o'neil"] });
});

test("what is no list of words is refused with the reason", () => {
  assert.equal(problemOf("one two three four"), "fields.words.few");
  assert.equal(problemOf("one two three four 5"), "fields.words.strange");
  assert.equal(problemOf("one two three four -"), "fields.words.strange");
  assert.equal(problemOf(`one two three four ${"a".repeat(wordLimits.longest + 1)}`), "fields.words.long");
  assert.equal(problemOf("a ".repeat(wordLimits.most + 1)), "fields.words.many");
  const many = Array.from({ length: wordLimits.letters + 1 }, (_, place) => String.fromCodePoint(0x4e00 + place)).join(" ");
  assert.equal(problemOf(many), "fields.words.letters");
});

const world = "ooowooog-owowowop-owooowoo-owwwowwo-oooooooo-swowwowo";

test("a world has six rows of eight, one start, one goal, and at most one pit", () => {
  assert.ok(isWorld(world));
  assert.ok(isWorld(world.replace("p", "o")));
  for (const bad of ["", world.slice(1), world.replace("g", "o"), world.replace("s", "g"), world.replace("o", "p"), world.replace("o", "x"), world.replace("o", "s")]) {
    assert.ok(!isWorld(bad), bad);
  }
});

test("walls and the pit come and go, the goal and the start move, and neither is built over", () => {
  const at = (/** @type {string | null} */ edit, /** @type {number} */ place) => cellsOf(edit ?? "")[place];
  assert.equal(at(edited(world, 0, "wall"), 0), "w");
  assert.equal(edited(edited(world, 0, "wall") ?? "", 0, "wall"), world);
  const moved = edited(world, 0, "goal");
  assert.equal(at(moved, 0), "g");
  assert.equal(at(moved, 7), "o");
  assert.equal(at(edited(world, 15, "pit"), 15), "o");
  const pit = edited(world, 0, "pit");
  assert.deepEqual([at(pit, 0), at(pit, 15)], ["p", "o"]);
  assert.equal(edited(world, 7, "wall"), null);
  assert.equal(edited(world, 40, "goal"), null);
  for (const edit of [moved, pit]) assert.ok(isWorld(edit ?? ""));
});

test("syllables are taken apart and put together again", () => {
  for (const word of ["지민", "한결", "닭", "olivia", "élise"]) assert.equal(putTogether(takenApart(word)), word);
  assert.equal([...takenApart("한결")].length, 6);
  assert.equal(takenApart("Mia"), "mia");
  // One who types 지 has typed ㅈ before: the beginning of the same syllable.
  assert.equal(takenApart("ㅈ"), takenApart("지").slice(0, 1));
  assert.equal(takenApart("ㅣ"), takenApart("지").slice(1));
});

test("what makes no syllable is shown letter by letter, and final consonants are told apart", () => {
  const [initial = "", vowel = "", final = ""] = takenApart("민");
  assert.equal(putTogether(initial), "ㅁ");
  assert.equal(putTogether(vowel), "ㅣ");
  assert.equal(putTogether(final), "ㄴ");
  assert.equal(putTogether(vowel + final + initial), "ㅣㄴㅁ");
  assert.deepEqual([initial, vowel, final].map(isFinalConsonant), [false, false, true]);
});
