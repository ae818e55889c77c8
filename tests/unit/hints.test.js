/* The lines that guide: each follows what the visitor has done, in both languages, and none gives the answer away. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ofReading } from "../../www/boards/digits/hints.js";
import { ofDescent } from "../../www/boards/learning/hints.js";
import { ofLadder } from "../../www/boards/perceptron/hints.js";
import { ofBuilding, ofLearning, ofSomeDistortions } from "../../www/boards/rules/hints.js";

/** @import { Hint } from "../../www/shell/story/guide" */
/** @import { Rule, RulesMeasure } from "../../www/boards/rules/protocol" */

/** @param {RulesMeasure} measure @returns {Rule} */
const rule = (measure) => ({ measure, comparison: ">", threshold: 1, class: 0 });
/** @param {string[]} solved @param {string | null} now */
const ladder = (solved, now, linesForXor = 0) => ofLadder({ ofLine: ["AND", "OR", "NAND"].map((name) => ({ name, isSolved: solved.includes(name) })), now, linesForXor });

test("rules: a measure that tells nothing, rules that all look at the same, and the last step are told apart", () => {
  assert.equal(ofBuilding({ rules: [rule("ink")], training: 0 }), null, "there are no images yet");
  assert.match(ofBuilding({ rules: [rule("ink")], training: 0.5 })?.en ?? "", /coin/);
  assert.match(ofBuilding({ rules: [rule("ink"), rule("ink")], training: 0.8 })?.en ?? "", /same measure/);
  assert.match(ofBuilding({ rules: [rule("ink"), rule("width")], training: 0.8 })?.en ?? "", /threshold/);
  assert.match(ofBuilding({ rules: [rule("ink"), rule("width")], training: 0.93 })?.en ?? "", /still wrong/);
  assert.match(ofLearning({ isOn: false, isDistorted: false })?.en ?? "", /New data/);
  assert.match(ofLearning({ isOn: true, isDistorted: true })?.en ?? "", /Watch both numbers/);
});

test("perceptron: the ladder names the gate that is next, and sends to XOR last", () => {
  assert.equal(ladder([], "AND"), null);
  assert.match(ladder(["AND"], "AND")?.en ?? "", /AND is done. Press OR/);
  assert.match(ladder(["AND"], "XOR")?.en ?? "", /OR first/);
  assert.equal(ladder(["AND"], "NAND"), null);
  assert.match(ladder(["AND", "OR", "NAND"], "NAND")?.en ?? "", /press XOR/);
  assert.match(ladder(["AND", "OR", "NAND"], "XOR")?.en ?? "", /last one/);
  assert.match(ladder(["AND", "OR", "NAND"], "XOR", 3)?.en ?? "", /so far: 3/);
});

test("learning: steps that jump, a loss without a slope and a rest before the end are each met with what to do", () => {
  assert.equal(ofDescent({ steps: 0, isOn: false, isWhole: true, verdict: "idle" }, 1500), null);
  assert.equal(ofDescent({ steps: 40, isOn: true, isWhole: true, verdict: "downhill" }, 1500), null);
  assert.match(ofDescent({ steps: 40, isOn: false, isWhole: true, verdict: "downhill" }, 1500)?.en ?? "", /step 40. Run it on to step 1500/);
  assert.match(ofDescent({ steps: 40, isOn: true, isWhole: true, verdict: "grown" }, 1500)?.en ?? "", /a tenth/);
  assert.match(ofDescent({ steps: 3, isOn: false, isWhole: true, verdict: "flat" })?.en ?? "", /no slope/);
  assert.match(ofDescent({ steps: 4, isOn: false, isWhole: true, verdict: "overshoot" })?.en ?? "", /next step/);
});

test("digits: a rest before every image was seen, and what it reads already", () => {
  assert.equal(ofReading({ isOn: true, epoch: 0.1, accuracy: null }), null);
  assert.equal(ofReading({ isOn: false, epoch: 0, accuracy: null }), null);
  assert.equal(ofReading({ isOn: true, epoch: 0.01, accuracy: 0.09 }), null, "what is right by chance is not read");
  assert.match(ofReading({ isOn: false, epoch: 0.4, accuracy: 0.8 })?.en ?? "", /goes on where it was/);
  assert.match(ofReading({ isOn: true, epoch: 0.4, accuracy: 0.846 })?.en ?? "", /85 in 100/);
});

test("each hint is said in both languages, without an exclamation mark", () => {
  /** @type {(Hint | null)[]} */
  const all = [
    ...[0.5, 0.8, 0.93].flatMap((training) => [ofBuilding({ rules: [rule("ink")], training }), ofBuilding({ rules: [rule("ink"), rule("ink")], training })]),
    ofSomeDistortions(),
    ofLearning({ isOn: false, isDistorted: false }),
    ofLearning({ isOn: true, isDistorted: true }),
    ladder(["AND"], "AND"),
    ladder([], "XOR"),
    ...[0, 3].map((lines) => ladder(["AND", "OR", "NAND"], "XOR", lines)),
    ladder(["AND", "OR", "NAND"], "OR"),
    ofDescent({ steps: 40, isOn: false, isWhole: true, verdict: "downhill" }, 1500),
    ofDescent({ steps: 40, isOn: false, isWhole: true, verdict: "downhill" }),
    ofDescent({ steps: 40, isOn: true, isWhole: true, verdict: "grown" }),
    ofDescent({ steps: 3, isOn: false, isWhole: true, verdict: "flat" }),
    ofReading({ isOn: false, epoch: 0.4, accuracy: null }),
    ofReading({ isOn: true, epoch: 0.4, accuracy: 0.8 }),
  ];
  for (const hint of all) {
    assert.ok(hint);
    assert.match(hint.ko, /[가-힣].*(요\.|\?|세요\.)$/);
    assert.match(hint.en, /^[^가-힣!]+$/);
    assert.doesNotMatch(hint.ko, /!/);
  }
});
