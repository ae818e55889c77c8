/**
 * A network and its training as PyTorch code, as PyTorch's own tutorials write it.
 */

import { imagesInPytorch } from "./images.js";
import { countOf, sizeAfter } from "./layers.js";
import { pointsInPytorch } from "./points.js";
import { program } from "./program.js";
import { number, sorted } from "./python.js";

/** @import { Layer } from "../protocol" */
/** @import { Network, Source, Writer } from "./network" */

/** After a layer with weights, where anything comes after it. */
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
function penaltyOf(network) {
  const { l1, l2 } = network;
  const terms = [...(l1 > 0 ? [`${number(l1)} * layer.weight.abs().sum()`] : []), ...(l2 > 0 ? [`${number(l2 / 2)} * layer.weight.square().sum()`] : [])];
  return terms.length > 0 ? [`        loss = loss + sum(${terms.join(" + ")} for layer in model if isinstance(layer, ${weighted(network)}))`] : [];
}

/** The layers one by one; a picture is made one line before the first linear layer. @param {Network} network @param {string | null} last what comes after the last */
function modulesOf({ input, layers, outputs }, last) {
  /** @type {number[]} */
  let size = input;
  const code = (/** @type {Layer} */ layer) => {
    const before = size;
    size = sizeAfter(size, layer);
    if (layer.type === "max-pool") return [`nn.MaxPool2d(${layer.size})`];
    if (layer.type === "dropout") return [`nn.Dropout(${number(layer.rate)})`];
    const activation = activations[layer.activation ?? "identity"];
    const after = activation ? [activation] : [];
    if (layer.type === "conv2d") return [`nn.Conv2d(${before.at(-1)}, ${layer.filters}, ${layer.kernel}, padding="${layer.padding ?? "valid"}")`, ...after];
    return [...(before.length > 1 ? ["nn.Flatten()"] : []), `nn.Linear(${countOf(before)}, ${layer.units})`, ...after];
  };
  return [...[...layers, { type: /** @type {const} */ ("dense"), units: outputs }].flatMap(code), ...(last ? [last] : [])];
}

/** The kinds of layers that have weights. @param {Network} network */
function weighted({ layers }) {
  return layers.some(({ type }) => type === "conv2d") ? "(nn.Conv2d, nn.Linear)" : "nn.Linear";
}

/** The code for each part of the way. @param {Network} network */
export function pytorchParts(network) {
  const { layers, initializer, batchSize, shuffle, seed, epochs } = network;
  const { imports, steps, measure } = sourceOf(network);
  const { loss, last } = endOf(network);
  // What is left out while it learns is there when it is tested.
  const isToldApart = layers.some(({ type }) => type === "dropout");
  return {
    imports: [...sorted(["import torch", "from torch import nn", ...imports]), "", `torch.manual_seed(${seed})`],
    data: steps,
    model: [
      "model = nn.Sequential(",
      ...modulesOf(network, last).map((module) => `    ${module},`),
      ")",
      "for layer in model:",
      `    if isinstance(layer, ${weighted(network)}):`,
      `        nn.init.${initializers[initializer]}`,
      "        nn.init.zeros_(layer.bias)",
    ],
    loss: [`loss_function = ${loss}`, `optimizer = torch.optim.${optimizers[network.optimizer](number(network.learningRate))}`],
    fit: [
      `for epoch in range(${epochs}):`,
      ...(isToldApart ? ["    model.train()"] : []),
      `    order = ${shuffle ? "torch.randperm(len(x_train))" : "torch.arange(len(x_train))"}`,
      `    for batch in order.split(${batchSize}):`,
      "        loss = loss_function(model(x_train[batch]), y_train[batch])",
      ...penaltyOf(network),
      "        optimizer.zero_grad()",
      "        loss.backward()",
      "        optimizer.step()",
      ...(isToldApart ? ["    model.eval()"] : []),
      "    with torch.no_grad():",
      ...measure.slice(0, -1).map((line) => `        ${line}`),
      ...measure.slice(-1).map((line) => `    ${line}`),
    ],
  };
}

/** @type {Writer} */
export const pytorch = (network, headings) => program(pytorchParts(network), headings, "#");
