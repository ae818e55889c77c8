/**
 * The notebook's code in Keras.
 */

import { kerasParts } from "../keras.js";
import { shape } from "../python.js";
import { pageFile } from "./page-file.js";

/** @import { Network } from "../network" */
/** @import { Cells } from "../notebook.js" */

/** @param {Network} network @returns {Cells} */
export function kerasCells(network) {
  const { imports, data, model, loss, fit } = kerasParts(network);
  const [load = [], scale = [], oneHot = []] = data;
  const { input } = network;
  return {
    imports,
    load: [...load, "x_train.shape, y_train.shape, x_test.shape, y_test.shape"],
    look: ["print(y_train[:10])", "show(x_train[:10] / 255)"],
    scale: [...scale, "x_train.shape"],
    oneHot: [...oneHot, "y_train[0]"],
    model: [...model, "model.summary()"],
    loss,
    fit: fit.map((line) => line.replace("model.fit(", "history = model.fit(")),
    curve: ['plot(training=history.history["loss"], test=history.history["val_loss"])'],
    evaluate: ["loss, accuracy = model.evaluate(x_test, y_test, verbose=0)", 'print(f"{accuracy:.2%}")'],
    mistakes: [
      "answers = model.predict(x_test, verbose=0).argmax(axis=1)",
      "wrong = np.flatnonzero(answers != y_test.argmax(axis=1))[:10]",
      "print(answers[wrong])",
      "show(x_test[wrong].reshape(-1, 28, 28))",
    ],
    read: [`answer = model.predict(drawing.reshape${shape([1, ...input])}, verbose=0)[0]`, 'print(f"{answer.argmax()}: {answer.max():.1%}")', "show([drawing])"],
    page: pageFile([
      `page = keras.Sequential([keras.Input(shape=${shape(input)})])`,
      'for layer in options["layers"]:',
      '    activation = layer["activation"].replace("identity", "linear")',
      '    page.add(layers.Dense(layer["units"], activation=activation))',
      "page.set_weights(tensors)",
      "right = page.predict(x_test, verbose=0).argmax(axis=1) == y_test.argmax(axis=1)",
      'print(f"{right.mean():.2%}")',
    ]),
  };
}
