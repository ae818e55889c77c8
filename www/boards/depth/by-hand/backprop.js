/**
 * One step of a network that is small enough to be reckoned by hand: two inputs, two hidden units and one output, all with
 * the sigmoid, and one example. Every number of the way forward and of the way back (the chain rule) comes in its turn,
 * with what it is made of.
 */

import { bracketed } from "../../../shell/numbers.js";

/** What the network knows: the weights into each hidden unit, those into the output, and the biases. */
export const weightNames = /** @type {const} */ (["w11", "w12", "b1", "w21", "w22", "b2", "v1", "v2", "c"]);

/** @typedef {typeof weightNames[number]} WeightName */
/** @typedef {Record<WeightName, number>} Weights */
/** `t`: what the output should be. @typedef {{ x1: number, x2: number, t: number }} Example */

/**
 * A number in its turn.
 * @typedef {object} Line
 * @property {string} name of the number; of a gradient: of what it is the gradient for
 * @property {boolean} isBack whether it is a gradient, of the loss
 * @property {(write: (value: number) => string) => string} sum what it is made of, with the numbers in their places
 * @property {number} value
 */

/** @type {Example} */
export const example = { x1: 1, x2: 0, t: 1 };

/** Round numbers, with which the network is wrong. @type {Weights} */
export const firstWeights = { w11: 0.5, w12: -0.5, b1: 0, w21: -1, w22: 1, b2: 0.5, v1: 1, v2: -1, c: -0.5 };

export const LEARNING_RATE = 1;

/** @param {number} z */
const sigmoid = (z) => 1 / (1 + Math.exp(-z));

/**
 * The way forward, to the loss, and back, to a gradient for every weight.
 * @param {Weights} weights
 * @param {Example} example
 */
export function walk({ w11, w12, b1, w21, w22, b2, v1, v2, c }, { x1, x2, t }) {
  const [z1, z2] = [w11 * x1 + w12 * x2 + b1, w21 * x1 + w22 * x2 + b2];
  const [h1, h2] = [sigmoid(z1), sigmoid(z2)];
  const s = v1 * h1 + v2 * h2 + c;
  const y = sigmoid(s);
  const loss = (y - t) ** 2;
  const dy = 2 * (y - t);
  const ds = dy * y * (1 - y);
  const [dh1, dh2] = [ds * v1, ds * v2];
  const [dz1, dz2] = [dh1 * h1 * (1 - h1), dh2 * h2 * (1 - h2)];
  /** @type {Weights} */
  const gradients = { w11: dz1 * x1, w12: dz1 * x2, b1: dz1, w21: dz2 * x1, w22: dz2 * x2, b2: dz2, v1: ds * h1, v2: ds * h2, c: ds };
  /** @param {string} name @param {number} value @param {Line["sum"]} sum @returns {Line} */
  const forward = (name, value, sum) => ({ name, isBack: false, value, sum });
  /** @param {string} name @param {number} value @param {Line["sum"]} sum @returns {Line} */
  const back = (name, value, sum) => ({ name, isBack: true, value, sum });
  /** @param {number[]} numbers @returns {Line["sum"]} */
  const product = (...numbers) => (write) => numbers.map((number) => bracketed(number, write)).join(" · ");
  /** @param {[number, number][]} products @param {number} rest @returns {Line["sum"]} */
  const total = (products, rest) => (write) => [...products.map((pair) => product(...pair)(write)), bracketed(rest, write)].join(" + ");
  /** @type {Line[]} */
  const lines = [
    forward("z1", z1, total([[w11, x1], [w12, x2]], b1)),
    forward("h1", h1, (write) => `σ(${write(z1)})`),
    forward("z2", z2, total([[w21, x1], [w22, x2]], b2)),
    forward("h2", h2, (write) => `σ(${write(z2)})`),
    forward("s", s, total([[v1, h1], [v2, h2]], c)),
    forward("y", y, (write) => `σ(${write(s)})`),
    forward("L", loss, (write) => `(${write(y)} − ${write(t)})²`),
    back("y", dy, (write) => `2 · (${write(y)} − ${write(t)})`),
    back("s", ds, (write) => `${bracketed(dy, write)} · ${write(y)} · (1 − ${write(y)})`),
    back("v1", gradients.v1, product(ds, h1)),
    back("v2", gradients.v2, product(ds, h2)),
    back("c", gradients.c, (write) => write(ds)),
    back("h1", dh1, product(ds, v1)),
    back("z1", dz1, (write) => `${bracketed(dh1, write)} · ${write(h1)} · (1 − ${write(h1)})`),
    back("w11", gradients.w11, product(dz1, x1)),
    back("w12", gradients.w12, product(dz1, x2)),
    back("b1", gradients.b1, (write) => write(dz1)),
    back("h2", dh2, product(ds, v2)),
    back("z2", dz2, (write) => `${bracketed(dh2, write)} · ${write(h2)} · (1 − ${write(h2)})`),
    back("w21", gradients.w21, product(dz2, x1)),
    back("w22", gradients.w22, product(dz2, x2)),
    back("b2", gradients.b2, (write) => write(dz2)),
  ];
  return { lines, loss, gradients };
}

/** A step down the slope. @param {Weights} weights @param {Weights} gradients @returns {Weights} */
export function stepped(weights, gradients) {
  const after = { ...weights };
  for (const name of weightNames) after[name] -= LEARNING_RATE * gradients[name];
  return after;
}
