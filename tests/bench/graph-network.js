/*
 * A network as a graph of objects, trained one example after the other: the plain way, and that of TensorFlow
 * Playground's nn.ts. It is the baseline of the playground's benchmark, and nothing else uses it.
 */

/** An activation with its derivative, given the weighted sum. */
const TANH = {
  output: Math.tanh,
  /** @param {number} sum */
  derivative: (sum) => {
    const output = TANH.output(sum);
    return 1 - output * output;
  },
};

const SQUARE = {
  /**
   * @param {number} output
   * @param {number} target
   */
  error: (output, target) => 0.5 * (output - target) ** 2,
  /**
   * @param {number} output
   * @param {number} target
   */
  derivative: (output, target) => output - target,
};

class Node {
  /** @type {Link[]} */
  inputs = [];
  /** @type {Link[]} */
  outputs = [];
  bias = 0.1;
  sum = 0;
  output = 0;
  /** Of the loss, with respect to the output and to the sum. */
  outputDerivative = 0;
  sumDerivative = 0;
  /** Since the last update. */
  derivatives = 0;
  examples = 0;
  activation = TANH;

  forward() {
    this.sum = this.bias;
    for (const link of this.inputs) this.sum += link.weight * link.from.output;
    this.output = this.activation.output(this.sum);
  }
}

class Link {
  derivatives = 0;
  examples = 0;

  /**
   * @param {Node} from
   * @param {Node} to
   * @param {number} weight
   */
  constructor(from, to, weight) {
    this.from = from;
    this.to = to;
    this.weight = weight;
  }
}

export class GraphNetwork {
  /**
   * @param {number[]} sizes the inputs first
   * @param {number} seed
   */
  constructor(sizes, seed) {
    let state = seed;
    const random = () => {
      // A linear congruential generator (Numerical Recipes) is random enough for weights.
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state / 2 ** 32 - 0.5;
    };
    this.layers = sizes.map((size) => Array.from({ length: size }, () => new Node()));
    for (const [place, layer] of this.layers.entries()) {
      for (const to of layer) {
        for (const from of this.layers[place - 1] ?? []) {
          const link = new Link(from, to, random());
          from.outputs.push(link);
          to.inputs.push(link);
        }
      }
    }
  }

  /** @param {number[]} input */
  forward(input) {
    const [inputs = [], ...layers] = this.layers;
    inputs.forEach((node, place) => (node.output = input[place] ?? 0));
    for (const layer of layers) for (const node of layer) node.forward();
    return this.layers.at(-1)?.[0]?.output ?? NaN;
  }

  /**
   * Adds up the derivatives of one example.
   * @param {number[]} input
   * @param {number} target
   */
  learn(input, target) {
    const output = this.forward(input);
    const last = this.layers.at(-1)?.[0];
    if (last) last.outputDerivative = SQUARE.derivative(output, target);
    for (let place = this.layers.length - 1; place >= 1; place -= 1) {
      for (const node of this.layers[place] ?? []) {
        node.sumDerivative = node.outputDerivative * node.activation.derivative(node.sum);
        node.derivatives += node.sumDerivative;
        node.examples += 1;
        for (const link of node.inputs) {
          link.derivatives += node.sumDerivative * link.from.output;
          link.examples += 1;
        }
      }
      if (place === 1) continue;
      for (const node of this.layers[place - 1] ?? []) {
        node.outputDerivative = 0;
        for (const link of node.outputs) node.outputDerivative += link.weight * link.to.sumDerivative;
      }
    }
  }

  /** @param {number} learningRate */
  update(learningRate) {
    for (const layer of this.layers.slice(1)) {
      for (const node of layer) {
        node.bias -= (learningRate * node.derivatives) / node.examples;
        node.derivatives = 0;
        node.examples = 0;
        for (const link of node.inputs) {
          link.weight -= (learningRate * link.derivatives) / link.examples;
          link.derivatives = 0;
          link.examples = 0;
        }
      }
    }
  }

  /** @param {{ input: number[], target: number }[]} examples */
  meanLoss(examples) {
    const losses = examples.map(({ input, target }) => SQUARE.error(this.forward(input), target));
    return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  }
}
