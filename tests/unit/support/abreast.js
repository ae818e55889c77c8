/* A worker's session with images and no page, for networks that learn abreast. */

/** @import { Event, Score } from "../../../www/protocol" */
/** @import { SeedRun } from "../../../www/shell/spread.js" */

// The engine is here already (`startEngine`): whatever comes in its place is taken for it.
Object.assign(globalThis, { self: { location: { href: "http://localhost/" } }, fetch: async () => new Response(new Uint8Array(1)) });

/** @typedef {{ pixels: Uint8Array, labels: Uint8Array }} Images */

/**
 * @param {Images} train
 * @param {Images} test
 */
export function sessionWith(train, test) {
  /** @type {Event[]} */
  const emitted = [];
  const blockOf = (/** @type {Images} */ { pixels, labels }) => ({ images: pixels, labels });
  const blocks = { train: [blockOf(train)], test: [blockOf(test)] };
  const data = { blocks, testIsWhole: true, isComplete: true, rows: (/** @type {"train" | "test"} */ split) => blocks[split].reduce((sum, { labels }) => sum + labels.length, 0) };
  const device = Promise.resolve({ backend: "cpu", adapter: "", software: false, reason: "chosen" });
  // As on the way to the page, what is told is a copy.
  const emit = (/** @type {Event} */ event) => emitted.push(structuredClone(event));
  /** @type {any} */
  const session = { data, device, emitted, emit, report() {}, onImages() {}, moveTo() {} };
  return session;
}

/** What was told of a run. @param {Event[]} emitted @param {number} number @returns {Score[]} */
export function scoresOf(emitted, number) {
  return emitted.flatMap((event) => (event.event === "score" && event.number === number ? [event.score] : []));
}

/**
 * A run that is over.
 * @param {number} step
 * @param {Record<string, number>[]} accuracies of each network, by set
 * @returns {SeedRun}
 */
export function accuraciesAt(step, accuracies) {
  const scores = accuracies.map((sets, network) => [
    { network, step, outcomes: Object.fromEntries(Object.entries(sets).map(([name, accuracy]) => [name, { accuracy, images: 100 }])) },
  ]);
  return { key: "1", seed: 1, number: 1, scores, isOver: true };
}
