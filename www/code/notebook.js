/**
 * The first exercise as a Jupyter notebook (nbformat 4.5): from the images to a network that reads the visitor's own
 * drawing. It needs Keras and nothing else: pictures and curves are drawn as SVG by a few lines of its own.
 */

import { kerasParts } from "./keras.js";

/** @import { Network } from "./network" */

/**
 * What is said before each cell of code, in Markdown.
 * @typedef {{ [cell in "title" | "imports" | "pictures" | "load" | "look" | "scale" | "oneHot" | "model" | "loss" | "fit" | "curve" | "evaluate" | "mistakes" | "own" | "page" | "onward"]: string[] }} Words
 */

/** Draws what the notebook shows. SVG, which every notebook can, so that no library for pictures is needed. */
const pictures = [
  "import numpy as np",
  "from IPython.display import SVG",
  "",
  "def show(images):",
  "    squares = [",
  "        f'<rect x=\"{30 * n + x}\" y=\"{y}\" width=\"1\" height=\"1\" fill-opacity=\"{value:.2f}\"/>'",
  "        for n, image in enumerate(images)",
  "        for (y, x), value in np.ndenumerate(image)",
  "        if value > 0",
  "    ]",
  "    width = 30 * len(images)",
  "    return SVG(",
  "        f'<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} 28\" width=\"{3 * width}\" height=\"84\">'",
  "        f'<rect width=\"{width}\" height=\"28\" fill=\"#fff\"/>{\"\".join(squares)}</svg>'",
  "    )",
  "",
  "def plot(**curves):",
  "    top = max(max(values) for values in curves.values())",
  "    colours = ['#1f6fb5', '#c8560f']",
  "    lines = ''",
  "    for n, (name, values) in enumerate(curves.items()):",
  "        xs = np.linspace(40, 380, len(values))",
  "        points = ' '.join(f'{x:.0f},{180 - 160 * value / top:.0f}' for x, value in zip(xs, values))",
  "        lines += f'<polyline points=\"{points}\" fill=\"none\" stroke=\"{colours[n]}\" stroke-width=\"3\"/>'",
  "        lines += f'<text x=\"390\" y=\"{90 + 20 * n}\" fill=\"{colours[n]}\" font-size=\"14\">{name} {values[-1]:.3f}</text>'",
  "    return SVG(",
  "        '<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"520\" height=\"200\"><rect width=\"520\" height=\"200\" fill=\"#fff\"/>'",
  "        '<path d=\"M40 20V180H380\" fill=\"none\" stroke=\"#888\"/>'",
  "        f'<text x=\"34\" y=\"24\" text-anchor=\"end\" font-size=\"12\">{top:.2f}</text>'",
  "        f'<text x=\"34\" y=\"184\" text-anchor=\"end\" font-size=\"12\">0</text>{lines}</svg>'",
  "    )",
];

/**
 * @param {Network} network
 * @param {Words} words
 * @param {Uint8Array | null} drawing the visitor's own, [28, 28], as the network is given it
 * @returns {string} the file
 */
export function notebook(network, words, drawing) {
  const parts = kerasParts(network);
  const [load = [], scale = [], oneHot = []] = parts.data;
  const pixels = drawing && btoa(String.fromCharCode(...drawing));
  /** @type {[keyof Words, string[]][]} */
  const steps = [
    ["title", []],
    ["imports", parts.imports],
    ["pictures", pictures],
    ["load", [...load, "x_train.shape, y_train.shape, x_test.shape, y_test.shape"]],
    ["look", ["print(y_train[:10])", "show(x_train[:10] / 255)"]],
    ["scale", [...scale, "x_train.shape"]],
    ["oneHot", [...oneHot, "y_train[0]"]],
    ["model", [...parts.model, "model.summary()"]],
    ["loss", parts.loss],
    ["fit", parts.fit.map((line) => line.replace("model.fit(", "history = model.fit("))],
    ["curve", ['plot(training=history.history["loss"], test=history.history["val_loss"])']],
    ["evaluate", ["loss, accuracy = model.evaluate(x_test, y_test, verbose=0)", 'print(f"{accuracy:.2%}")']],
    [
      "mistakes",
      [
        "answers = model.predict(x_test, verbose=0).argmax(axis=1)",
        "wrong = np.flatnonzero(answers != y_test.argmax(axis=1))[:10]",
        "print(answers[wrong])",
        "show(x_test[wrong].reshape(-1, 28, 28))",
      ],
    ],
    ...(pixels ? [ownSteps(pixels)] : []),
    ["page", pageSteps(network)],
    ["onward", []],
  ];
  const cells = steps.flatMap(([name, code]) => [markdown(name, words[name]), ...(code.length > 0 ? [codeCell(name, code)] : [])]);
  const metadata = {
    kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    language_info: { name: "python" },
  };
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1);
}

/**
 * The network that the page saved beside the notebook, read without a library for such files.
 * @param {Network} network
 */
function pageSteps({ inputs }) {
  return [
    "import json",
    "import pathlib",
    "import struct",
    "",
    'file = pathlib.Path("chalknet.safetensors")',
    "if file.exists():",
    "    data = file.read_bytes()",
    '    (length,) = struct.unpack("<Q", data[:8])',
    "    header = json.loads(data[8 : 8 + length])",
    '    options = json.loads(header.pop("__metadata__")["chalknet"])',
    "    numbers = data[8 + length :]",
    `    page = keras.Sequential([keras.Input(shape=(${inputs},))])`,
    '    for layer in options["layers"]:',
    '        activation = layer["activation"].replace("identity", "linear")',
    '        page.add(layers.Dense(layer["units"], activation=activation))',
    "    page.set_weights([",
    '        np.frombuffer(numbers[slice(*tensor["data_offsets"])], dtype="<f4").reshape(tensor["shape"])',
    "        for tensor in header.values()",
    "    ])",
    "    right = page.predict(x_test, verbose=0).argmax(axis=1) == y_test.argmax(axis=1)",
    '    print(f"{right.mean():.2%}")',
    "else:",
    '    print("chalknet.safetensors?")',
  ];
}

/** @param {string} pixels in Base64 @returns {["own", string[]]} */
function ownSteps(pixels) {
  const lines = pixels.match(/.{1,100}/g) ?? [];
  return [
    "own",
    [
      "import base64",
      "",
      "pixels = base64.b64decode(",
      ...lines.map((line) => `    "${line}"`),
      ")",
      'drawing = np.frombuffer(pixels, dtype="uint8").reshape(28, 28) / 255',
      "answer = model.predict(drawing.reshape(1, 784), verbose=0)[0]",
      'print(f"{answer.argmax()}: {answer.max():.1%}")',
      "show([drawing])",
    ],
  ];
}

/** @param {string} id @param {string[]} lines */
const markdown = (id, lines) => ({ cell_type: "markdown", id: `${id}-text`, metadata: {}, source: sourceOf(lines) });

/** @param {string} id @param {string[]} lines */
const codeCell = (id, lines) => ({ cell_type: "code", id, metadata: {}, execution_count: null, outputs: [], source: sourceOf(lines) });

/** Lines as the format has them: each but the last with its end. @param {string[]} lines */
const sourceOf = (lines) => lines.map((line, index) => (index < lines.length - 1 ? `${line}\n` : line));
