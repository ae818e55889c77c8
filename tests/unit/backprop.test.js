/* A step by hand: every gradient is the slope that it says, and every line can be reckoned from the numbers that it shows. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { example, firstWeights, stepped, walk, weightNames } from "../../www/boards/depth/by-hand/backprop.js";

/** @import { Weights } from "../../www/boards/depth/by-hand/backprop.js" */

/** XOR's rows, and one with parts. */
const examples = [example, { x1: 0, x2: 1, t: 1 }, { x1: 1, x2: 1, t: 0 }, { x1: 0, x2: 0, t: 0 }, { x1: 0.3, x2: -0.7, t: 0.4 }];
/** @type {Weights[]} */
const networks = [firstWeights, { w11: 1.2, w12: -0.3, b1: 0.4, w21: -2, w22: 0.9, b2: -0.1, v1: 0.7, v2: 1.6, c: -0.8 }];

test("each gradient is the loss's slope along its weight, as finite differences have it", () => {
  const reach = 1e-5;
  for (const one of examples) {
    for (const weights of networks) {
      const { gradients } = walk(weights, one);
      for (const name of weightNames) {
        const at = (/** @type {number} */ away) => walk({ ...weights, [name]: weights[name] + away }, one).loss;
        const slope = (at(reach) - at(-reach)) / (2 * reach);
        assert.ok(Math.abs(gradients[name] - slope) < 1e-8, `${name}: ${gradients[name]} and ${slope}`);
      }
    }
  }
});

test("every line comes to its value when the numbers that it shows are reckoned, and has only numbers that came before", () => {
  const write = (/** @type {number} */ value) => String(value);
  for (const weights of networks) {
    for (const one of examples) {
      const known = new Set([...Object.values(weights), ...Object.values(one), 1, 2].map(String));
      for (const { name, sum, value } of walk(weights, one).lines) {
        const text = sum(write);
        for (const [number] of text.matchAll(/(?<![\d.])-?[\d.]+(?:e-\d+)?/g)) assert.ok(known.has(number), `${number} in ${name} = ${text}`);
        const code = text.replaceAll("·", "*").replaceAll("−", "-").replaceAll("²", "**2").replaceAll("σ", "sigmoid");
        const came = new Function("sigmoid", `return ${code}`)((/** @type {number} */ z) => 1 / (1 + Math.exp(-z)));
        assert.ok(Math.abs(came - value) < 1e-12, `${name} = ${text}`);
        known.add(write(value));
      }
    }
  }
});

test("every weight gets its gradient, once, on the way back alone", () => {
  const { lines } = walk(firstWeights, example);
  const back = lines.filter(({ isBack }) => isBack).map(({ name }) => name);
  for (const name of weightNames) assert.equal(back.filter((one) => one === name).length, 1, name);
  const turn = lines.findIndex(({ isBack }) => isBack);
  assert.equal(lines[turn - 1]?.name, "L");
  assert.ok(lines.slice(turn).every(({ isBack }) => isBack));
});

test("a step makes the loss smaller, and steps make it small", () => {
  let weights = firstWeights;
  const losses = Array.from({ length: 200 }, () => {
    const { loss, gradients } = walk(weights, example);
    weights = stepped(weights, gradients);
    return loss;
  });
  assert.ok(losses.every((loss, index) => index === 0 || loss < (losses[index - 1] ?? 0)));
  assert.ok((losses.at(-1) ?? 1) < 0.005, String(losses.at(-1)));
});
