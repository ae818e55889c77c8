/**
 * Pictures of the visitor's own in whatever they come: MNIST's format, also packed, a table, or picture files by the folder.
 */

import { joined } from "../handwriting/labelled.js";
import { INPUTS } from "../sizes.js";
import { readIdx, readIdxPair } from "./idx.js";
import { kindsIn } from "./kinds.js";
import { unpacked } from "./unpacked.js";

/** @import { Labelled } from "../handwriting/protocol" */
/** @import { DigitsServices } from "../settings.js" */
/** @import { CsvProblem } from "../handwriting/worker/csv.js" */
/** @import { IdxProblem } from "./idx.js" */

/** kinds: what the labels stand for, by label; empty where they are digits. @typedef {Labelled & { name: string, kinds: string[] }} PictureSet */
/** @typedef {{ problem: IdxProblem | CsvProblem["problem"] | "long" | "kinds" | "folders" | "dropped", line?: number, name?: string }} PictureProblem */
/** @typedef {DigitsServices["ask"]} Ask */
/** @typedef {{ name: string, content: Uint8Array }} Opened */
/** A picture that nobody has said the kind of. @typedef {{ name: string, pixels: Uint8Array }} OnePicture */

const TABLE = /\.(csv|txt)(\.gz)?$/i;
/** The 60,000 training images of MNIST as a table, and some more. */
const MOST_BYTES = 160 * 2 ** 20;
const MOST_PICTURES = 10_000;

/**
 * @param {File[]} files that were opened together
 * @param {Ask} ask the worker: the page is not held up by a large table or photograph
 * @returns {Promise<PictureSet[] | OnePicture | PictureProblem | null>} null where the worker has not answered, which is told by itself
 */
export async function readPictures(files, ask) {
  const [first] = files;
  if (!first) return { problem: "empty" };
  const pictures = files.filter(({ type }) => /^image\/(png|jpeg)$/.test(type));
  if (pictures.length > 0) return readFolder(pictures, ask);
  /** @type {Opened[]} */
  const opened = [];
  for (const file of files) {
    const content = await contentOf(file);
    if ("problem" in content) return { ...content, name: file.name };
    opened.push({ name: file.name, content });
  }
  const read = await readTogether(opened, ask);
  return !read || "problem" in read ? read : read.map((set) => ({ ...set, kinds: [] }));
}

/** @param {Opened[]} files @param {Ask} ask @returns {Promise<(Labelled & { name: string })[] | PictureProblem | null>} */
async function readTogether(files, ask) {
  const [tables, others] = [files.filter(({ name }) => TABLE.test(name)), files.filter(({ name }) => !TABLE.test(name))];
  if (others.length === 0) {
    const read = await readTables(tables, ask);
    return !read || "problem" in read ? read : [{ ...read, name: tables[0]?.name ?? "" }];
  }
  for (const { name, content } of others) {
    const read = readIdx(content);
    if ("problem" in read) return { ...read, name };
  }
  // What is there besides is not left out in silence.
  if (tables.length > 0) return { problem: "unpaired" };
  const sets = [];
  for (const [one, other, another] of inPairs(others)) {
    if (!one || !other || another) return { problem: "unpaired" };
    const read = readIdxPair(one.content, other.content);
    if ("problem" in read) return read;
    sets.push({ ...read, name: one.name });
  }
  return sets;
}

/** Two belong together whatever they are called; of more, images and labels do whose names begin alike: "train-images", "train-labels". @param {Opened[]} files */
function inPairs(files) {
  const beginningOf = (/** @type {Opened} */ { name }) => name.replace(/(images|labels).*/i, "");
  const beginnings = new Set(files.map(beginningOf));
  return files.length === 2 ? [files] : [...beginnings].map((beginning) => files.filter((file) => beginningOf(file) === beginning));
}

/** Several are one set. @param {Opened[]} files @param {Ask} ask @returns {Promise<Labelled | PictureProblem | null>} */
async function readTables(files, ask) {
  const parts = [];
  for (const { name, content } of files) {
    const read = await ask("handwritingTable", { bytes: content });
    if (!read) return null;
    if ("problem" in read) return { ...read, name };
    parts.push(read);
  }
  return joined(parts);
}

/** @param {File} file @returns {Promise<Uint8Array | { problem: "damaged" | "long" }>} */
async function contentOf(file) {
  if (file.size > MOST_BYTES) return { problem: "long" };
  try {
    return await unpacked(new Uint8Array(await file.arrayBuffer()), MOST_BYTES);
  } catch (error) {
    // It has gone, or the system does not give it.
    console.warn(error);
    return { problem: "damaged" };
  }
}

/** @param {File[]} files @param {Ask} ask @returns {Promise<PictureSet[] | OnePicture | PictureProblem | null>} */
async function readFolder(files, ask) {
  if (files.length > MOST_PICTURES) return { problem: "long" };
  const [first] = files;
  const isOne = files.length === 1 && first?.webkitRelativePath === "";
  const sorted = isOne ? null : kindsIn(files.map(({ webkitRelativePath }) => webkitRelativePath));
  if (sorted && "problem" in sorted) return sorted;
  const areDigits = sorted === null || sorted.kinds.every(({ name, label }) => name === `${label}`);
  const pixels = new Uint8Array(files.length * INPUTS);
  for (const [row, file] of files.entries()) {
    const picture = await seen(file, areDigits, ask);
    if (picture === undefined) return null;
    if (!picture) return { problem: "damaged", name: file.webkitRelativePath.split("/").slice(-2).join("/") || file.name };
    pixels.set(picture, row * INPUTS);
  }
  const name = first?.webkitRelativePath.split("/")[0] || (first?.name ?? "");
  if (!sorted) return { name, pixels };
  const kinds = sorted.kinds.map(({ name }) => name);
  return [{ name, pixels, labels: Uint8Array.from(sorted.labels), kinds: areDigits ? [] : kinds }];
}

/**
 * @param {File} file
 * @param {boolean} isDigit
 * @param {Ask} ask
 * @returns {Promise<Uint8Array | null | undefined>} [28 * 28]; null where it is no picture that the browser reads, undefined where the worker has not answered
 */
async function seen(file, isDigit, ask) {
  const picture = await ask("handwritingPicture", { picture: file, isDigit });
  if (picture !== null) return picture;
  // Some workers are given no files: of a page that was itself opened from one, in WebKit.
  const bitmap = await createImageBitmap(file).catch(() => null);
  return bitmap && ask("handwritingPicture", { picture: bitmap, isDigit });
}
