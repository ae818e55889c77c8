/**
 * The notebook's code in PyTorch.
 */

import { targetsInPytorch } from "../images.js";
import { channelsFirst } from "../layers.js";
import { shape } from "../python.js";
import { pytorchParts } from "../pytorch.js";
import { pageFile } from "./page-file.js";

/** @import { Network } from "../network" */
/** @import { Cells } from "../notebook.js" */

/** @param {Network} network @returns {Cells} */
export function pytorchCells(network) {
  const { imports, data, model, loss, fit } = pytorchParts(network);
  const [load = [], scale = [], targets = []] = data;
  const { input } = network;
  return {
    imports,
    load: [...load, "train.data.shape, train.targets.shape, test.data.shape, test.targets.shape"],
    look: ["print(train.targets[:10].tolist())", "show(train.data[:10] / 255)"],
    scale: [...scale, "x_train.shape"],
    oneHot: [...targets, `y_test = ${targetsInPytorch(network, "test.targets")}`, "y_train[0]"],
    model: [...model, "print(model)", "sum(weights.numel() for weights in model.parameters())"],
    loss,
    fit: ['history = {"training": [], "test": []}', ...fit.flatMap(noted)],
    curve: ["plot(**history)"],
    evaluate: ["with torch.no_grad():", "    answers = model(x_test).argmax(1)", 'print(f"{(answers == test.targets).float().mean():.2%}")'],
    mistakes: ["wrong = (answers != test.targets).nonzero().flatten()[:10]", "print(answers[wrong].tolist())", "show(x_test[wrong].reshape(-1, 28, 28))"],
    read: [
      "with torch.no_grad():",
      `    answer = model(torch.tensor(drawing, dtype=torch.float32).reshape${shape([1, ...channelsFirst(input)])})[0]`,
      // Its last layer leaves that to the loss.
      ...(network.output === "softmax" ? ["answer = answer.softmax(0)"] : []),
      'print(f"{answer.argmax()}: {answer.max():.1%}")',
      "show([drawing])",
    ],
    page: pageFile([
      'functions = {"relu": nn.ReLU, "tanh": nn.Tanh, "sigmoid": nn.Sigmoid}',
      "page = nn.Sequential()",
      'for layer, kernel, bias in zip(options["layers"], tensors[::2], tensors[1::2]):',
      "    linear = nn.Linear(*kernel.shape)",
      '    linear.load_state_dict({"weight": torch.tensor(kernel.T), "bias": torch.tensor(bias)})',
      "    page.append(linear)",
      '    if layer["activation"] in functions:',
      '        page.append(functions[layer["activation"]]())',
      "with torch.no_grad():",
      "    right = page(x_test).argmax(1) == test.targets",
      'print(f"{right.float().mean():.2%}")',
    ]),
  };
}

/** A line of the training, and what notes the losses after it. @param {string} line */
function noted(line) {
  if (line.startsWith("    order = ")) return [line, "    losses = []"];
  if (line === "        optimizer.step()") return [line, "        losses.append(loss.item())"];
  if (line === "    with torch.no_grad():") {
    return [line, '        history["training"].append(sum(losses) / len(losses))', '        history["test"].append(loss_function(model(x_test), y_test).item())'];
  }
  return [line];
}
