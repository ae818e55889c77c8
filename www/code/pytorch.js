/**
 * A network and its training as PyTorch code, as PyTorch's own tutorials write it.
 */

import { imagesInPytorch } from "./images.js";
import { pointsInPytorch } from "./points.js";
import { number, program, sorted } from "./python.js";

/** @import { Network, Source, Writer } from "./network" */

/** After a linear layer, where anything comes after it. */
const activations = { relu: "nn.ReLU()", tanh: "nn.Tanh()", sigmoid: "nn.Sigmoid()", identity: null };
const initializers = { "glorot-uniform": "xavier_uniform_(layer.weight)", "he-uniform": 'kaiming_uniform_(layer.weight, nonlinearity="relu")' };
const losses = { "squared-error": "nn.MSELoss()", "absolute-error": "nn.L1Loss()" };

/** With the small number in the division that the page has, as Keras does. @type {Record<Network["optimizer"], (rate: string) => string>} */
const optimizers = {
  sgd: (rate) => `SGD(model.parameters(), lr=${rate})`,
  momentum: (rate) => `SGD(model.parameters(), lr=${rate}, momentum=0.9)`,
  rmsprop: (rate) => `RMSprop(model.parameters(), lr=${rate}, alpha=0.9, eps=1e-7)`,
  adam: (rate) => `Adam(model.parameters(), lr=${rate}, eps=1e-7)`,
};

/** @param {Network} network @returns {Source} */
function sourceOf(network) {
  const { data } = network;
  return data.kind === "images" ? imagesInPytorch(network, data) : pointsInPytorch(network, data);
}

/** How the loss is called, and what comes after the last layer: PyTorch's cross-entropies take the sums themselves. @param {Network} network */
function endOf({ loss, output }) {
  if (loss === "cross-entropy") return { loss: output === "softmax" ? "nn.CrossEntropyLoss()" : "nn.BCEWithLogitsLoss()", last: null };
  return { loss: losses[loss], last: output === "sigmoid" ? "nn.Sigmoid()" : null };
}

/** What is added to the loss for large weights. @param {Network} network */
function penaltyOf({ l1, l2 }) {
  const terms = [...(l1 > 0 ? [`${number(l1)} * layer.weight.abs().sum()`] : []), ...(l2 > 0 ? [`${number(l2 / 2)} * layer.weight.square().sum()`] : [])];
  return terms.length > 0 ? [`        loss = loss + sum(${terms.join(" + ")} for layer in model if isinstance(layer, nn.Linear))`] : [];
}

/** The code for each part of the way. @param {Network} network */
export function pytorchParts(network) {
  const { inputs, outputs, hidden, activation, initializer, batchSize, shuffle, seed, epochs } = network;
  const { imports, steps, measure } = sourceOf(network);
  const { loss, last } = endOf(network);
  const sizes = [inputs, ...hidden, outputs];
  const modules = sizes.slice(1).flatMap((units, layer) => {
    const after = layer < hidden.length ? activations[activation] : last;
    return [`nn.Linear(${sizes[layer]}, ${units})`, ...(after ? [after] : [])];
  });
  return {
    imports: [...sorted(["import torch", "from torch import nn", ...imports]), "", `torch.manual_seed(${seed})`],
    data: steps,
    model: [
      "model = nn.Sequential(",
      ...modules.map((module) => `    ${module},`),
      ")",
      "for layer in model:",
      "    if isinstance(layer, nn.Linear):",
      `        nn.init.${initializers[initializer]}`,
      "        nn.init.zeros_(layer.bias)",
    ],
    loss: [`loss_function = ${loss}`, `optimizer = torch.optim.${optimizers[network.optimizer](number(network.learningRate))}`],
    fit: [
      `for epoch in range(${epochs}):`,
      `    order = ${shuffle ? "torch.randperm(len(x_train))" : "torch.arange(len(x_train))"}`,
      `    for batch in order.split(${batchSize}):`,
      "        loss = loss_function(model(x_train[batch]), y_train[batch])",
      ...penaltyOf(network),
      "        optimizer.zero_grad()",
      "        loss.backward()",
      "        optimizer.step()",
      "    with torch.no_grad():",
      ...measure.slice(0, -1).map((line) => `        ${line}`),
      ...measure.slice(-1).map((line) => `    ${line}`),
    ],
  };
}

/** @type {Writer} */
export const pytorch = (network, headings) => program(pytorchParts(network), headings);
