/* The package after its core has broken off, each time in a process of its own. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./support/package-process.js";

/** What goes on, and what is said to whoever asks for anything afterwards, by which it must have been lost. */
const BEFORE = `
  const inputs = new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]);
  const [trainer, other] = [await Trainer.create(options), await Trainer.create(options)];
  other.addTrainingData(inputs, [0, 1, 1, 0]);
  const checkpoint = await other.checkpoint();
  const bytes = await other.toSafetensors();
  const running = codeOf(() => other.train(1e9));
`;
const AFTER = `
  const calls = [
    () => trainer.predict(inputs), () => trainer.step, () => (trainer.learningRate = 1), () => other.train(1), () => other.train(0), () => other.predict(inputs),
    () => other.evaluate(0, 1), () => other.evaluate(inputs, [0, 1, 1, 0]), () => other.gradients(inputs, [0, 1, 1, 0]), () => other.activations(inputs),
    () => other.weights(0), () => other.biases(0), () => other.setParameters(0, new Float32Array(4), new Float32Array(2)), () => other.addTestData(inputs, [0, 1, 1, 0]),
    () => other.checkpoint(), () => other.restore(checkpoint), () => other.toOnnx(), () => other.backend, () => other.adapter,
    () => describeCheckpoint(checkpoint), () => Trainer.create(options), () => Trainer.fromSafetensors(bytes),
  ];
  const codes = new Set([await running]);
  for (const call of calls) codes.add(await codeOf(call));
  const message = await other.weights(0).catch(({ message }) => message);
  // Giving back asks for nothing.
  for (const each of [trainer, other]) each.free();
  console.log(JSON.stringify({ first: await first, codes: [...codes], message, freed: await codeOf(() => other.step) }));
`;

const WAYS = {
  "an access beyond its memory": {
    breaks: "trainer.__wbg_ptr = 2 ** 32 - 8;\nconst first = codeOf(() => trainer.weights(0));",
    says: /memory access out of bounds/,
  },
  "an overflow of the stack": {
    breaks: `
      let first = running;
      // Each frame on the way back has a little more left.
      const sink = () => {
        try {
          sink();
        } finally {
          const answer = trainer.predict(inputs);
          answer.catch(() => {});
        }
      };
      try {
        sink();
      } catch {}`,
    says: /call stack/,
  },
  "an answer that found no memory when nobody was there to be told": {
    breaks: `
      const { Float32Array: Own } = globalThis;
      globalThis.Float32Array = class { constructor() { throw new RangeError("Array buffer allocation failed"); } };
      const first = codeOf(() => trainer.biases(0));
      await first;
      globalThis.Float32Array = Own;`,
    says: /Array buffer allocation failed/,
  },
};

for (const [name, { breaks, says }] of Object.entries(WAYS)) {
  test(`after ${name} whatever is asked is refused with a code and a way out, and nothing hangs`, async () => {
    const { message, ...found } = await run(`${BEFORE}${breaks}${AFTER}`);
    assert.deepEqual(found, { first: "core-lost", codes: ["core-lost"], freed: "freed" });
    assert.match(message, says);
    assert.match(message, /load the page again, or make a new worker or process/);
  });
}
