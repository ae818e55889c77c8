/* The story of a board: which beat an act is at, and what is kept of a prediction. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeName, written } from "../../www/shell/story/answers.js";
import { agree, Telling } from "../../www/shell/story/beats.js";
import { Predictions } from "../../www/shell/story/predictions.js";

/** A browser's memory. */
function memory() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return { recall: (/** @type {string} */ name) => kept.get(name) ?? null, remember: (/** @type {string} */ name, /** @type {string} */ value) => void kept.set(name, value) };
}

/** Of a board that only this test has. @type {any} */
const made = { board: "noise", act: "loud", about: "", words: { very: "noise.story.very", hardly: "noise.story.hardly" }, course: null, values: { room: "3" }, predicted: "very", came: null, address: "#/noise?room=3" };

test("an act begins with its question, goes on to the run once that is answered, and explains only what has come", () => {
  const telling = new Telling();
  assert.equal(telling.beat(null, false), "predict");
  telling.predict("two");
  assert.equal(telling.beat(null, false), "run");
  assert.equal(telling.beat(null, true), "run");
  assert.equal(telling.beat("three", true), "explain");
  telling.isOnward = true;
  assert.equal(telling.beat("three", true), "onward");
});

test("nobody has to predict: who runs goes on without", () => {
  const telling = new Telling();
  assert.equal(telling.beat(null, true), "run");
  assert.equal(telling.beat("three", true), "explain");
  assert.equal(telling.predicted, null);
});

test("a run that is reset is explained no more, and its prediction stays", () => {
  const telling = new Telling();
  telling.predict("two");
  assert.equal(telling.beat("three", true), "explain");
  assert.equal(telling.beat(null, false), "run");
  assert.equal(telling.predicted, "two");
});

test("a prediction that is taken back is asked for again, and so is an act that is told once more", () => {
  const telling = new Telling();
  telling.predict("two");
  telling.isOnward = true;
  assert.equal(telling.beat(null, false), "onward", "what is tried out after the explanation is asked no more");
  telling.takeBack();
  assert.equal(telling.beat(null, false), "predict");
});

test("a curve is as predicted where it is near, wherever it is near, and a choice where it is the same", () => {
  assert.ok(agree([1, 0.5, 0.2], [1, 0.45, 0.25]));
  assert.ok(!agree([1, 0.9, 0.8], [1, 0.3, 0.1]));
  assert.ok(agree("two", "two"));
  assert.ok(!agree("two", "three"));
});

test("predictions are kept with what was asked and what came, one an act, until they are taken back", () => {
  const store = memory();
  const predictions = new Predictions(store);
  predictions.keep(made);
  predictions.keep({ ...made, act: "soft", predicted: [0.5, 1] });
  predictions.complete({ board: "noise", act: "loud", about: "", came: "hardly" });
  const later = new Predictions(store);
  assert.deepEqual(later.all, [{ ...made, came: "hardly" }, { ...made, act: "soft", predicted: [0.5, 1] }]);
  predictions.keep({ ...made, predicted: "hardly" });
  assert.deepEqual(later.all.map(({ act, predicted }) => [act, predicted]), [["soft", [0.5, 1]], ["loud", "hardly"]]);
  predictions.drop({ board: "noise", act: "soft", about: "" });
  assert.deepEqual(later.all.map(({ act }) => act), ["loud"]);
});

test("what comes with another setting is no outcome of what was predicted", () => {
  const predictions = new Predictions(memory());
  predictions.keep({ ...made, about: "50" });
  predictions.complete({ board: "noise", act: "loud", about: "10", came: "very" });
  assert.deepEqual(predictions.all, [{ ...made, about: "50" }]);
  predictions.keep({ ...made, about: "10" });
  assert.deepEqual(predictions.all, [{ ...made, about: "10" }], "one an act");
});

test("a prediction of an earlier visit gets its outcome when it comes, and keeps the one that it has", () => {
  const predictions = new Predictions(memory());
  predictions.keep(made);
  predictions.complete({ board: "noise", act: "loud", about: "", came: "hardly" }, false);
  predictions.complete({ board: "noise", act: "loud", about: "", came: "very" }, false);
  predictions.complete({ board: "noise", act: "soft", about: "", came: "very" }, false);
  assert.deepEqual(predictions.all, [{ ...made, came: "hardly" }]);
});

test("what was predicted at an earlier visit stands, and so does whether its outcome was seen", () => {
  const predictions = new Predictions(memory());
  predictions.keep(made);
  const recalled = (/** @type {Telling} */ telling) => {
    predictions.recall({ board: "noise", act: "loud", about: "" }, telling);
    return [telling.predicted, telling.isSeen];
  };
  assert.deepEqual(recalled(new Telling()), ["very", false]);
  predictions.complete({ board: "noise", act: "loud", about: "", came: "hardly" });
  assert.deepEqual(recalled(new Telling()), ["very", true]);
  const meanwhile = new Telling();
  meanwhile.predict("hardly");
  assert.deepEqual(recalled(meanwhile), ["hardly", true]);
  const another = new Telling();
  predictions.recall({ board: "noise", act: "loud", about: "50" }, another);
  assert.deepEqual([another.predicted, another.isSeen], [null, false], "it was asked about another setting");
});

test("who begins anew is remembered no more", () => {
  const store = memory();
  const predictions = new Predictions(store);
  predictions.keep(made);
  predictions.forget();
  assert.deepEqual(new Predictions(store).all, []);
});

test("an answer is written in the words of whoever reads it, a curve as parts of its course, and one whose words are gone as it was kept", () => {
  const speaking = (/** @type {string} */ language) => /** @type {any} */ ({
    t: (/** @type {string} */ key, /** @type {Record<string, string>} */ values) => [language, key, ...Object.values(values ?? {})].join(" "),
    format: { percent: (/** @type {number} */ part) => `${Math.round(part * 100)}%`, integer: String },
  });
  const course = /** @type {any} */ ({ start: [0, 0], lowest: 0.5, places: { key: "noise.at", value: "metres", at: [1, 10] } });
  const wording = /** @type {any} */ ({ words: made.words, course });
  assert.equal(written("very", wording, speaking("ko")), "ko noise.story.very");
  assert.equal(written("very", wording, speaking("en")), "en noise.story.very");
  assert.equal(written("deafening", wording, speaking("en")), "deafening");
  assert.equal(written([0, 0.5, 1], wording, speaking("en")), "50% · 75% · 100%");
  assert.equal(placeName(1, course, speaking("ko")), "ko noise.at 10");
});

test("where the browser keeps nothing, or something else stands in the place, nothing is remembered and nothing fails", () => {
  const forgetful = new Predictions({ recall: () => null, remember: () => {} });
  forgetful.keep(made);
  assert.deepEqual(forgetful.all, []);
  for (const text of ["{", "7", '[{"board":"noise"}]', "[null]", JSON.stringify([{ ...made, address: "javascript:alert(1)" }]), JSON.stringify([{ ...made, course: { start: "steep" } }])]) {
    const store = memory();
    store.remember("predictions", text);
    const predictions = new Predictions(store);
    assert.deepEqual(predictions.all, [], text);
    predictions.keep(made);
    assert.deepEqual(predictions.all, [made]);
  }
});
