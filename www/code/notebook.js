/**
 * The first exercise as a Jupyter notebook (nbformat 4.5): from the images to a network that reads the visitor's own
 * drawing. It needs one library and nothing else: pictures and curves are drawn as SVG by a few lines of its own.
 */

import { kerasCells } from "./notebook/keras.js";
import { pytorchCells } from "./notebook/pytorch.js";

/** @import { Library } from "./libraries.js" */
/** @import { Network } from "./network" */

/**
 * What is said before each cell of code, in Markdown.
 * @typedef {{ [cell in "title" | "pictures" | "look" | "scale" | "model" | "loss" | "fit" | "curve" | "evaluate" | "mistakes" | "own" | "onward"]: string[] }} Common
 *
 * What is another thing in each library.
 * @typedef {{ [cell in "imports" | "load" | "oneHot" | "page"]: string[] }} Particular
 *
 * What is said where the pictures are the visitor's own.
 * @typedef {Pick<Common & Particular, "title" | "load">} Own
 *
 * @typedef {{ common: Common, ownPictures: Own } & Record<Library, Particular>} Words
 *
 * The code of the cells that are written in the library.
 * @typedef {Record<Exclude<keyof (Common & Particular), "title" | "pictures" | "own" | "onward">, string[]> & { read: string[] }} Cells
 */

const ways = { keras: kerasCells, pytorch: pytorchCells };

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
 * @param {Library} library
 * @param {Words} words
 * @param {Uint8Array | null} drawing the visitor's own, [28, 28], as the network is given it
 * @returns {string} the file
 */
export function notebook(network, library, words, drawing) {
  const own = network.data.kind === "images" ? network.data.own : null;
  const said = { ...words.common, ...words[library], ...(own ? { ...words.ownPictures, load: [...words.ownPictures.load, ...listOf(own.kinds)] } : {}) };
  const { imports, load, look, scale, oneHot, model, loss, fit, curve, evaluate, mistakes, read, page } = ways[library](network);
  /** @type {[keyof typeof said, string[]][]} */
  const steps = [
    ["title", []],
    ["imports", imports],
    ["pictures", pictures],
    ["load", load],
    ["look", look],
    ["scale", scale],
    ["oneHot", oneHot],
    ["model", model],
    ["loss", loss],
    ["fit", fit],
    ["curve", curve],
    ["evaluate", evaluate],
    ["mistakes", mistakes],
    ...(drawing ? [/** @type {["own", string[]]} */ (["own", [...pixelsIn(drawing), ...read]])] : []),
    ["page", page],
    ["onward", []],
  ];
  const cells = steps.flatMap(([name, code]) => [markdown(name, said[name]), ...(code.length > 0 ? [codeCell(name, code)] : [])]);
  const metadata = {
    kernelspec: { display_name: "Python 3", language: "python", name: "python3" },
    language_info: { name: "python" },
  };
  return JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1);
}

/** What the labels stand for. @param {string[]} kinds */
const listOf = (kinds) => ["", ...kinds.map((kind, label) => `- ${label}: \`${kind.replaceAll("`", "'")}\``)].slice(kinds.length > 0 ? 0 : 1);

/** @param {Uint8Array} drawing */
function pixelsIn(drawing) {
  const lines = btoa(String.fromCharCode(...drawing)).match(/.{1,100}/g) ?? [];
  return ["import base64", "", "pixels = base64.b64decode(", ...lines.map((line) => `    "${line}"`), ")", 'drawing = np.frombuffer(pixels, dtype="uint8").reshape(28, 28) / 255'];
}

/** @param {string} id @param {string[]} lines */
const markdown = (id, lines) => ({ cell_type: "markdown", id: `${id}-text`, metadata: {}, source: sourceOf(lines) });

/** @param {string} id @param {string[]} lines */
const codeCell = (id, lines) => ({ cell_type: "code", id, metadata: {}, execution_count: null, outputs: [], source: sourceOf(lines) });

/** Lines as the format has them: each but the last with its end. @param {string[]} lines */
const sourceOf = (lines) => lines.map((line, index) => (index < lines.length - 1 ? `${line}\n` : line));
