/* What the acts ask about: the outcome of another setting than the one that was asked about is no outcome. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bestOf, first } from "../../www/shell/story/beats.js";
import { goneOn, rateOf } from "../../www/shell/gone.js";
import { enoughAfter } from "../../www/boards/teach/guesses.js";
import { accuraciesAt } from "./support/abreast.js";

// Nothing is drawn here.
globalThis.cancelAnimationFrame = () => {};
globalThis.addEventListener = () => {};

// Types of the page's elements do not reach here.
const actsOf = async (/** @type {string} */ board) => /** @type {Record<string, (...parts: any[]) => any>} */ (await import(/** @type {string} */ (`../../www/boards/${board}/story.js`)));

/** A board's services whose state is plain. @param {Record<string, unknown>} values */
function servicesOf(values) {
  const format = { integer: String, percent: String, exact: String };
  return /** @type {any} */ ({ state: { values, set: (/** @type {object} */ changes) => Object.assign(values, changes) }, format, language: "en", notices: { dismiss() {}, offer() {} } });
}

/** What is asked about is the same with these settings and another with each of those. @param {any} act @param {Record<string, unknown>} values @param {object[]} others @param {object[]} [tried] settings that are part of what is tried */
function asksAbout(act, values, others, tried = []) {
  const asked = act().about();
  const before = { ...values };
  for (const [changes, isAsked] of /** @type {[object, boolean][]} */ ([...others.map((one) => [one, true]), ...tried.map((one) => [one, false])])) {
    Object.assign(values, changes);
    assert.equal(act().about() !== asked, isAsked, JSON.stringify(changes));
    Object.assign(values, before);
  }
  assert.equal(act().about(), asked);
}

test("a run that went on with another learning rate is a run of several, from there on", () => {
  assert.equal(rateOf(null, 0.1), "0.1");
  const one = goneOn(goneOn(null, 0.1, 0), 0.1, 5);
  assert.equal(rateOf(one, 7), "0.1", "what is set since has not been gone with");
  const two = goneOn(goneOn(one, 0.3, 20), 0.1, 30);
  assert.equal(rateOf(two, 0.1), "several");
  assert.equal(rateOf(two, 0.1, 20), "0.1");
  assert.equal(rateOf(two, 0.1, 21), "several");
});

test("of what a run comes to, the first counts until it is thrown away; of a mission's tries, the best", () => {
  assert.equal(first("half", null), "half");
  assert.equal(first("all", "half"), "half");
  assert.equal(first(null, "half"), null);
  const best = bestOf(["4", "8", "more"]);
  assert.equal(best("8", "more"), "8");
  assert.equal(best("more", "8"), "8");
  assert.equal(best(null, "8"), "8");
  assert.equal(best(null, null), null);
});

test("learning: what came with another rate, target or loss is not told of what was predicted", async () => {
  const { descent } = await actsOf("learning");
  const { Fit } = await import(/** @type {string} */ ("../../www/boards/learning/fit.js"));
  const values = { g: "own", own: [0, 1], samples: 0, seed: 1, divergence: "squared", tolerance: 0.1, model: "network", hidden: [4], w: 0, b: 0, learningRate: 0.1, speed: 1 };
  const services = servicesOf(values);
  const over = { x: Float32Array.of(0), f: Float32Array.of(0), pointwise: Float32Array.of(1), total: 1 };
  services.ask = async (/** @type {string} */ type, /** @type {{ steps: number }} */ { steps }) =>
    type === "learningStart" ? Float32Array.of(0) : { steps: 800 * steps, weights: Float32Array.of(0), moved: 1, rise: null, path: [], seen: over, whole: over, isDiverged: false };
  const fit = new Fit(services);
  const act = descent?.(fit, services);
  const done = () => new Promise((resolve) => setTimeout(resolve));
  const step = async () => {
    fit.step();
    await done();
  };
  const set = async (/** @type {object} */ changes) => {
    Object.assign(values, changes);
    assert.equal(act().came(), null, "not even until the worker has answered");
    fit.follow({ ...values });
    await done();
  };
  fit.follow({ ...values });
  await done();
  asksAbout(act, values, [{ learningRate: 0.2 }, { seed: 2 }, { samples: 20 }, { divergence: "absolute" }, { hidden: [5] }, { own: [1, 0] }], [{ speed: 5 }]);
  const asked = act().about();
  await step();
  await step();
  assert.equal(act().came()?.length, 6);
  values.learningRate = 0.2;
  assert.equal(act().about(), asked, "it is still what the first 1,500 steps came to");
  await step();
  assert.equal(act().about(), asked);

  await fit.reset();
  await done();
  const other = act().about();
  assert.notEqual(other, asked);
  await step();
  await set({ learningRate: 0.1 });
  await step();
  assert.ok(act().came());
  assert.ok(![asked, other].includes(act().about()), "it went with two rates");

  await fit.reset();
  await done();
  await step();
  await step();
  await set({ samples: 20 });
  assert.equal(act().came(), null, "the loss has become another one on the way");
});

test("digits: it is judged by what it read after its first epoch, of the network that was asked about", async () => {
  const { reading } = await actsOf("digits");
  const { DigitsHistory } = await import(/** @type {string} */ ("../../www/boards/digits/history.js"));
  const values = { hidden: [512, 512], activation: "relu", loss: "cross-entropy", optimizer: "momentum", learningRate: 0.07, initializer: "he-uniform", batchSize: 128, trainingImages: 60_000, shuffle: true, seed: 1, view: "curves" };
  const run = { isOn: false, isAsSet: true, metrics: null, history: new DigitsHistory(), gone: null, hasLearntElsewhere: false };
  const act = reading?.(run, [], servicesOf(values));
  asksAbout(act, values, [{ hidden: [2] }, { seed: 2 }, { learningRate: 1 }, { trainingImages: 100 }, { optimizer: "adam" }], [{ view: "code" }]);
  const asked = act().about();
  const evaluated = (/** @type {number} */ epoch, /** @type {number} */ accuracy) => run.history.addEvaluation({ step: 100 * epoch, epoch, seconds: epoch, loss: 1, accuracy });
  evaluated(0.5, 0.4);
  assert.equal(act().came(), null);
  evaluated(1.2, 0.7);
  evaluated(9, 0.97);
  assert.equal(act().came(), "eight");
  run.isAsSet = false;
  assert.equal(act().came(), null, "while another one is made, what is shown is of the one before");
  run.isAsSet = true;
  run.hasLearntElsewhere = true;
  assert.notEqual(act().about(), asked, "a network from a file is another one");
});

test("depth: a fold is of its lines, a cloud's network is judged after thirty epochs, and the spiral by the fewest units", async () => {
  const { linesAct, playgroundAct } = await actsOf("depth");
  const { settings, solution } = await import(/** @type {string} */ ("../../www/boards/depth/two-lines/settings.js"));
  const lines = { figure: "xor", xor: solution, pentagon: settings.pentagon.fallback, pentagons: settings.pentagons.fallback, fold: 0 };
  asksAbout(linesAct?.({ isToFold: true, change() {} }, servicesOf(lines)), lines, [{ xor: [solution[1], solution[0], solution[2]] }], [{ fold: 50 }]);

  const values = { data: "xor", own: [], points: 250, noise: 5, trainPart: 70, features: ["x1"], hidden: [4], activation: "tanh", loss: "cross-entropy", optimizer: "sgd", learningRate: 0.1, l1: 0, l2: 0, batchSize: 10, seed: 1, speed: "10" };
  const run = { isOn: false, isAsSet: true, gone: null, info: { test: { targets: [1] } }, frame: { step: 0, epoch: 0, test: { hits: 0, rows: 10 } } };
  const act = playgroundAct?.(run, servicesOf(values));
  asksAbout(act, values, [{ seed: 2 }, { noise: 50 }, { learningRate: 1 }, { hidden: [1] }], [{ speed: "1" }]);
  run.frame = { step: 900, epoch: 31, test: { hits: 7, rows: 10 } };
  assert.equal(act().came(), "most");
  run.isAsSet = false;
  assert.equal(act().came(), null);
  run.isAsSet = true;
  run.frame.test = { hits: 0, rows: 0 };
  assert.equal(act().came(), null, "without test points nothing can be told");
  run.frame.test = { hits: 10, rows: 10 };
  values.data = "spiral";
  asksAbout(act, values, [{ noise: 50 }, { features: ["x1", "x2"] }], [{ hidden: [8, 8] }, { learningRate: 1 }, { activation: "relu" }]);
  assert.equal(act().counts(act().came(), "8"), "4");
});

test("rules: what came with other rules or another pair is not told of these", async () => {
  const { breakAct, learnAct } = await actsOf("rules");
  const { settings, together, original } = await import(/** @type {string} */ ("../../www/boards/rules/settings.js"));
  /** @type {any} */
  const values = { pair: [0, 1], rules: settings.rules.fallback, seed: 1, seen: false, ...together };
  const newData = { distortion: together, seed: 1 };
  const answered = { pair: [0, 1], newData, rules: settings.rules.fallback };
  const answer = { training: { right: 99, images: 100 }, distorted: { right: 50, images: 100 } };
  const lesson = { isOn: false, isDone: true, hasLearnt: true, scores: answer, inquiry: { answered } };
  const trial = { isMade: true, values, get newData() { return { distortion: Object.fromEntries(Object.keys(original).map((name) => [name, values[name]])), seed: values.seed }; }, answers: { answer, answered }, lesson };
  const [fall, learn] = [breakAct?.(trial, servicesOf(values)), learnAct?.(trial, servicesOf(values))];
  const others = [{ pair: [3, 8] }, { rules: settings.rules.fallback.slice(1) }, { seed: 2 }];
  for (const act of [fall, learn]) asksAbout(act, values, others, [{ shift: 1 }]);
  assert.equal(fall().came(), "half");
  assert.equal(learn().came(), "same");
  for (const changes of others) {
    const before = { ...values };
    Object.assign(values, changes);
    assert.equal(fall().came(), null, `what is shown is not of ${JSON.stringify(changes)} yet`);
    assert.equal(learn().came(), null);
    Object.assign(values, before);
  }
  trial.isMade = false;
  assert.equal(fall().name, "rules.story.build");
  asksAbout(fall, values, [{ pair: [3, 8] }], others.slice(1));
  assert.equal(fall().came(), "few");
  values.rules = settings.rules.fallback.slice(1);
  assert.equal(fall().came(), null, "95 % came with the rules before");
});

test("teach: how many drawings it took is known once it is so, and more of them do not change that", () => {
  const drawing = (/** @type {number | null} */ guess) => ({ kind: 1, guess });
  const right = Array.from({ length: 10 }, () => drawing(1));
  const goal = { right: 9, of: 10 };
  assert.equal(enoughAfter([drawing(null), drawing(null), ...right.slice(1)], goal), null);
  const enough = [drawing(null), drawing(null), drawing(0), ...right.slice(1)];
  assert.equal(enoughAfter(enough, goal), 12);
  assert.equal(enoughAfter([...enough, ...right, drawing(0), drawing(0)], goal), 12);
});

test("revolution and next: a seed, a network or a list is asked about by itself", async () => {
  const { dataAct, raceAct, fieldsAct } = await actsOf("revolution");
  const runs = { isOn: false, shown: [] };
  const data = { seed: 1, seeds: 1 };
  asksAbout(dataAct?.(runs, servicesOf(data)), data, [{ seed: 2 }], [{ seeds: 3 }]);

  const race = { network: "128" };
  const run = { state: "idle", network: "512-512", lanes: [{}, {}] };
  const raceOf = raceAct?.(run, servicesOf(race));
  asksAbout(raceOf, race, [{ network: "1024-1024" }]);
  run.state = "over";
  assert.equal(raceOf().about(), "512-512", "what raced, whatever is chosen since");

  const fields = { fieldsOpen: "vision", fieldsSeed: 1, fieldsList: "page", fieldsWords: "", fieldsRatings: [1], fieldsWorld: "sp" };
  const [vision, language, recommendation, reinforcement] = Array.from({ length: 4 }, () => ({ run: {} }));
  const each = fieldsAct?.({ past: { isToldOfEach: true }, vision, language, recommendation, reinforcement }, servicesOf(fields));
  /** @type {[string, object][]} */
  const ones = [["vision", {}], ["language", { fieldsList: "korean" }], ["recommendation", { fieldsRatings: [5] }], ["reinforcement", { fieldsWorld: "sop" }]];
  for (const [fieldsOpen, changes] of ones) {
    fields.fieldsOpen = fieldsOpen;
    const others = ones.map(([, one]) => one).filter((one) => one !== changes && Object.keys(one).length > 0);
    asksAbout(each, fields, [{ fieldsSeed: 2 }, ...(Object.keys(changes).length > 0 ? [changes] : [])], others);
  }

  const { fewAct } = await actsOf("next/few");
  const few = { fewImages: "100", fewSeed: 1, fewSeeds: 1 };
  asksAbout(fewAct?.(runs, servicesOf(few)), few, [{ fewSeed: 2 }], [{ fewSeeds: 4 }]);
  const { networksAct } = await actsOf("next/networks");
  const networks = { networksSeed: 1 };
  const ofNetworks = networksAct?.(runs, servicesOf(networks));
  asksAbout(() => ofNetworks, networks, [{ networksSeed: 2 }]);
  const { knownAct } = await actsOf("next/known");
  const known = { knownSubject: "digits", knownExamples: "5", knownSeed: 1, knownSeeds: 3 };
  const knownRuns = { ...runs, subject: "digits", canRun: true, wanted: [5], with: () => [], taught: { number: 1, counts: [] } };
  for (const knownExamples of ["5", "all"]) {
    known.knownExamples = knownExamples;
    asksAbout(knownAct?.(knownRuns, servicesOf(known)), known, [{ knownSeed: 2 }], [{ knownSeeds: 1 }]);
  }
  knownRuns.subject = "drawn";
  const own = knownAct?.(knownRuns, servicesOf(known));
  const asked = own().about();
  knownRuns.taught = { number: 2, counts: [] };
  assert.notEqual(own().about(), asked, "other drawings are another question");
});

test("what comes of several seeds is told once all of them are over, and not of the first", async () => {
  const first = accuraciesAt(1, Array.from({ length: 4 }, () => ({ train: 0.9, test: 0.8, shifted: 0.5 })));
  const runs = { isOn: true, shown: [first], areOver: false };
  const { dataAct, wideAct, fewAct, networksAct } = Object.assign({}, ...(await Promise.all(["revolution", "depth", "next/few", "next/networks"].map(actsOf))));
  const services = servicesOf({ seed: 1, wideSeed: 1, fewSeed: 1, fewImages: "1000", networksSeed: 1 });
  const acts = [dataAct(runs, services)(), wideAct(runs, services)(), fewAct(runs, services)(), networksAct(runs, services)];
  assert.deepEqual(acts.map((act) => act.came()), [null, null, null, null]);
  runs.areOver = true;
  for (const act of acts) assert.notEqual(act.came(), null, act.name);
});
