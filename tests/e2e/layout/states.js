/*
 * The states that the layout is looked at in: each by its address, and by what a visitor does there where the address
 * does not tell it. They are gone through in this order by one page, in English until they are reached: what one of them
 * has learnt, the next ones show.
 */
import { button, expectAbove, readout } from "../breaking.js";
import { digits, draw } from "../playing.js";
import { expect } from "../support/test.js";

/** @import { Page } from "@playwright/test" */

/**
 * @typedef {object} State
 * @property {string} name
 * @property {string} address the board's part of it
 * @property {(page: Page) => Promise<unknown>} [reach]
 * @property {(page: Page) => Promise<unknown>} [leave]
 */

/** @param {string} name */
const press = (name) => (/** @type {Page} */ page) => button(page, name).click();

/** @param {Page} page */
const escape = (page) => page.keyboard.press("Escape");

/** @param {Page} page */
const closeAlert = (page) => page.getByRole("alert").getByRole("button", { name: "Close" }).click();

/** @param {string} name as it begins */
const unfold = (name) => (/** @type {Page} */ page) => page.getByRole("main").getByRole("button", { name: new RegExp(`^${name}`) }).click();

/** @param {string} label @param {string} value */
const fill = (label, value) => async (/** @type {Page} */ page) => {
  const field = page.getByRole("main").getByLabel(label, { exact: true });
  await field.fill(value);
  await field.press("Enter");
};

/** @param {...((page: Page) => Promise<unknown>)} deeds */
const inTurn = (...deeds) => async (/** @type {Page} */ page) => {
  for (const deed of deeds) await deed(page);
};

/** @param {string} text */
const see = (text) => (/** @type {Page} */ page) => expect(page.getByText(text).filter({ visible: true }).first()).toBeVisible({ timeout: 30_000 });

/** @param {string} name @param {string | RegExp} text */
const read = (name, text) => (/** @type {Page} */ page) => expect(readout(page, name)).toHaveText(text, { timeout: 30_000 });

const rulesHold = read("Accuracy on training images", /\d%/);
const newData = "shift=3&size=70&rotation=40&invert=yes&noise=5&stroke=1";

/** @type {State[]} */
const pages = [
  { name: "cover", address: "" },
  { name: "check", address: "check", reach: read("Verdict", /^Ready/) },
  { name: "keys", address: "perceptron", reach: (page) => page.locator("body").press("?"), leave: escape },
  { name: "share", address: "digits", reach: (page) => page.locator("body").press("q"), leave: escape },
  {
    name: "share, with controls",
    address: "perceptron",
    reach: async (page) => {
      await page.locator("body").press("q");
      await page.getByText("Choose controls to keep").click();
    },
    leave: escape,
  },
  { name: "device", address: "learning", reach: press("Which one, and why"), leave: escape },
];

/** @type {State[]} */
const rules = [
  { name: "rules are enough", address: "rules" },
  { name: "rules are enough, run", address: "rules?", reach: inTurn(press("Run"), read("Right answers", "72 / 72")) },
  { name: "rules break", address: "rules?section=break", reach: rulesHold },
  {
    name: "rules break, six rules",
    address: "rules?section=break&rules=width_gt_10.5_0-holes_gt_0.5_0-middle_gt_20_1-symmetry_lt_32.5_1-column_gt_1.5_0-aspect_gt_1.55_1&rule=3",
    reach: inTurn(rulesHold, press("Best threshold")),
  },
  { name: "rules break, new data", address: `rules?section=break&${newData}`, reach: read("Accuracy on new data", /[456]\d\.\d%/) },
  { name: "rules break, wrong ones only", address: `rules?section=break&pair=49&show=wrong&set=new&${newData}`, reach: rulesHold },
  {
    name: "rules break, made anew",
    address: `rules?section=break&rules=width_gt_9_0-holes_gt_0.5_0&${newData}`,
    reach: inTurn(rulesHold, (page) => page.getByRole("combobox", { name: "First digit" }).selectOption("3"), see("The rules have been made anew.")),
  },
  { name: "let it learn", address: "rules?section=learn", reach: rulesHold },
  { name: "let it learn, learnt", address: `rules?section=learn&${newData}`, reach: inTurn(rulesHold, press("Train"), read("Steps", "1,000")) },
  {
    name: "let it learn, seen",
    address: `rules?section=learn&${newData}`,
    reach: inTurn((page) => page.getByRole("switch", { name: "Train with distorted examples, too" }).check(), press("Train"), read("Steps", "1,000")),
  },
];

/** @type {State[]} */
const perceptron = [
  { name: "perceptron", address: "perceptron" },
  { name: "perceptron, one update", address: "perceptron?table=0111&w1=0&w2=0&b=0&rate=1", reach: press("One update") },
  { name: "perceptron, AND learnt", address: "perceptron?table=0001&w1=-0.7&w2=0.4&b=0.3&rate=0.1&speed=1000", reach: inTurn(press("Learn"), read("Verdict", /^Converged/)) },
  { name: "perceptron, number refused", address: "perceptron?table=0001&w1=-10&w2=-10&b=-10", reach: async (page) => { const field = page.getByRole("spinbutton", { name: "w1", exact: true }); await field.fill("11"); await field.press("Enter"); } },
  { name: "perceptron, XOR goes round", address: "perceptron?table=0110&speed=1000", reach: inTurn(press("Learn"), read("Verdict", /^Goes round/)) },
  { name: "perceptron, why not", address: "perceptron?table=0110&speed=1000", reach: inTurn(press("Why not?"), see("The same sum")) },
  { name: "perceptron, weight space", address: "perceptron?table=0110&extra=map&w1=-1.25&w2=2.5&b=-0.75" },
];

/** @type {State[]} */
const depth = [
  { name: "two lines", address: "depth" },
  { name: "two lines, a line in focus", address: "depth?", reach: (page) => page.getByRole("slider", { name: "Line of h1", exact: true }).press("ArrowUp") },
  { name: "two lines, half folded", address: "depth?xor=1_1_-0.5_-1_-1_1.5_1_1_-1.5&fold=50" },
  { name: "two lines, folded", address: "depth?xor=1_1_-0.6_-1_-1_1.4_1_1_-0.5&fold=100" },
  { name: "two lines, shown", address: "depth?fold=0", reach: press("Show OR, NAND, AND") },
  { name: "pentagon", address: "depth?figure=pentagon" },
  { name: "two pentagons", address: "depth?figure=pentagons" },
];

/** @type {State[]} */
const playground = [
  { name: "playground", address: "depth?tab=playground", reach: read("Train loss", /\d/) },
  { name: "playground, trained", address: "depth?tab=playground&untilEpoch=300&testPoints=yes&speed=fastest", reach: inTurn(press("Train"), see("Stopped after epoch 300.")) },
  { name: "playground, log scale", address: "depth?tab=playground&untilEpoch=300&testPoints=yes&speed=fastest&scale=log" },
  { name: "playground, as large as it gets", address: "depth?tab=playground&hidden=8-8-8-8&features=x1_x2_x1^2_x2^2_x1x2_sin(x1)_sin(x2)&data=spiral&optimizer=adam&learningRate=0.01", reach: read("Train loss", /\d/) },
  { name: "playground, values", address: "depth?tab=playground&data=hills&loss=squared-error", reach: see("Typical error") },
  { name: "playground, own points", address: "depth?tab=playground&data=own", reach: see("There is no point to learn from yet.") },
  { name: "playground, points as text", address: "depth?tab=playground&data=own", reach: inTurn(press("CSV …"), (page) => page.getByRole("textbox", { name: "Points" }).fill("hello,1,0\n0.1,0.2\n0.3 0.3 7\n-0.5,-0.5,1"), press("Use these points")), leave: escape },
  { name: "playground, a weight", address: "depth?tab=playground&hidden=4-4", reach: inTurn(press("Hidden layer 2, unit 2"), fill("Bias", "2e9")), leave: escape },
  { name: "playground, data", address: "depth?tab=playground", reach: unfold("Data"), leave: escape },
  { name: "playground, network", address: "depth?tab=playground&trueStep=yes", reach: unfold("Network"), leave: escape },
  { name: "playground, loss", address: "depth?tab=playground", reach: unfold("Loss"), leave: escape },
  {
    name: "playground, diverged",
    address: "depth?tab=playground&activation=identity&hidden=4-4&learningRate=1e30",
    reach: inTurn(press("Train"), (page) => expect(page.getByRole("alert")).toContainText("no longer a number")),
    leave: closeAlert,
  },
];

/** @type {State[]} */
const learning = [
  { name: "learning", address: "learning", reach: read("Divergence", /\d/) },
  { name: "learning, steps", address: "learning?speed=5000&symbol=div", reach: inTurn(press("Run"), (page) => expectAbove(page, "Steps", 3000), press("Pause")) },
  { name: "learning, few samples", address: "learning?g=bumps&learningRate=0.05&speed=5000&samples=5&symbol=sum", reach: inTurn(press("Run"), (page) => expectAbove(page, "Steps", 2000), press("Pause")) },
  { name: "learning, the surface", address: "learning?g=line&model=line&symbol=argmin", reach: inTurn(press("Step"), press("Step"), read("Steps", "2")) },
  { name: "learning, no slope", address: "learning?model=line&divergence=zero-one&samples=12&symbol=W", reach: read("Divergence", /\d/) },
  { name: "learning, grown", address: "learning?model=line&learningRate=0.5&speed=50", reach: inTurn(press("Run"), see("The loss has grown"), press("Pause")) },
  { name: "learning, diverged", address: "learning?learningRate=9000&speed=5000", reach: inTurn(press("Run"), see("beyond all numbers")) },
];

/** @type {State[]} */
const revolution = [
  { name: "more data", address: "revolution" },
  { name: "more data, begun", address: "revolution?", reach: inTurn(press("Step"), read("State", "Paused."), press("Step"), read("State", "Paused.")) },
  { name: "more data, the same for all", address: "revolution?", reach: unfold("The same for all four"), leave: escape },
  { name: "race", address: "revolution?tab=race" },
  { name: "race, finished", address: "revolution?tab=race&network=128&distance=100", reach: inTurn(press("Start race"), read("State", "Finished.")) },
  { name: "vision", address: "revolution?tab=fields&fieldsOpen=vision" },
  { name: "language", address: "revolution?tab=fields&fieldsOpen=language" },
  { name: "recommendation", address: "revolution?tab=fields&fieldsOpen=recommendation" },
  { name: "reinforcement", address: "revolution?tab=fields&fieldsOpen=reinforcement" },
  { name: "vision, learnt", address: "revolution?tab=fields&fieldsOpen=vision", reach: inTurn(press("Train all four"), read("Steps", "378")) },
  { name: "language, learnt", address: "revolution?tab=fields&fieldsOpen=language&fieldsBeginning=oliv", reach: read("Steps", "500") },
  { name: "language, its words", address: "revolution?tab=fields&fieldsOpen=language&fieldsBeginning=oliv", reach: unfold("English names"), leave: escape },
  { name: "recommendation, learnt", address: "revolution?tab=fields&fieldsOpen=recommendation", reach: read("Epochs", "300") },
  { name: "reinforcement, learnt", address: "revolution?tab=fields&fieldsOpen=reinforcement", reach: read("Episodes", "240") },
];

/** Small enough to be trained in a second or two. */
const network = "hidden=32&batchSize=32";

/** @type {State[]} */
const read_ = [
  { name: "digits", address: "digits", reach: see("10,000 held out") },
  ...["confusion", "mistakes", "weights", "inside"].map((view) => ({ name: `digits, ${view}, untrained`, address: `digits?view=${view}` })),
  { name: "digits, code", address: "digits?view=code", reach: see("import keras") },
  { name: "digits, data", address: "digits", reach: inTurn(unfold("Data"), (page) => expect(page.getByRole("img", { name: "Image 2: a 4", exact: true })).toBeVisible()), leave: escape },
  { name: "digits, model", address: "digits", reach: unfold("Model"), leave: escape },
  { name: "digits, loss", address: "digits", reach: unfold("Loss"), leave: escape },
  { name: "digits, trained", address: `digits?${network}`, reach: inTurn(press("Train"), (page) => expectAbove(page, "Test accuracy", 90, 60_000), press("Pause"), see("Paused."), (page) => draw(page, digits[3] ?? []), read("Prediction", /\d/)) },
  { name: "digits, trained, log scale", address: `digits?${network}&scale=log&axis=seconds` },
  {
    name: "digits, confusion",
    address: `digits?${network}&view=confusion`,
    reach: async (page) => {
      await page.getByRole("button", { name: /^4 read as 9: \d+$/ }).click();
      await expect(page.getByRole("img", { name: /a 4, read as 9/ }).first()).toBeVisible();
    },
  },
  { name: "digits, mistakes", address: `digits?${network}&view=mistakes`, reach: (page) => expect(page.getByRole("img", { name: /read as/ }).first()).toBeVisible() },
  { name: "digits, first layer", address: `digits?${network}&view=weights` },
  { name: "digits, inside", address: `digits?${network}&view=inside`, reach: see("Hidden layer 1: ") },
  { name: "digits, number refused, note", address: `digits?${network}&hidden=5000`, reach: fill("Learning rate", "-1") },
  {
    name: "digits, diverged",
    address: `digits?${network}&learningRate=1e30`,
    reach: inTurn(press("Train"), (page) => expect(page.getByRole("alert")).toContainText("no longer a number")),
    leave: closeAlert,
  },
];

export const states = [...pages, ...rules, ...perceptron, ...depth, ...playground, ...learning, ...revolution, ...read_];

/** Those that the other engines are looked at in as well: one of each kind, which its address tells. */
export const fewStates = states.filter(({ name }) =>
  ["cover", "rules break", "perceptron, weight space", "two lines", "playground, as large as it gets", "learning", "race", "vision", "recommendation", "digits"].includes(name),
);
