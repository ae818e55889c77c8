/**
 * Pictures of the visitor's own in whatever they come: MNIST's format, also packed, a table, or picture files by the folder.
 */

import { joined } from "../handwriting/labelled.js";
import { INPUTS } from "../sizes.js";
import { readIdx, readIdxPair } from "./idx.js";
import { kindsIn } from "./kinds.js";
import { unpacked } from "./unpacked.js";

/** @import { Labelled, Photograph } from "../handwriting/protocol" */
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
/** A picture is looked at with a side of so many pixels at most. */
const SIDE = 560;

/**
 * @param {File[]} files that were opened together
 * @param {Ask} ask the worker: the page is not held up by a large table or photograph
 * @returns {Promise<PictureSet | OnePicture | PictureProblem | null>} null where the worker has not answered, which is told by itself
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
  return !read || "problem" in read ? read : { ...read, name: first.name, kinds: [] };
}

/** @param {Opened[]} files @param {Ask} ask @returns {Promise<Labelled | PictureProblem | null>} */
async function readTogether(files, ask) {
  const [tables, others] = [files.filter(({ name }) => TABLE.test(name)), files.filter(({ name }) => !TABLE.test(name))];
  if (others.length === 0) return readTables(tables, ask);
  for (const { name, content } of others) {
    const read = readIdx(content);
    if ("problem" in read) return { ...read, name };
  }
  const [one, other] = others;
  // What is there besides is not left out in silence.
  return one && other && files.length === 2 ? readIdxPair(one.content, other.content) : { problem: "unpaired" };
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

/** @param {File[]} files @param {Ask} ask @returns {Promise<PictureSet | OnePicture | PictureProblem | null>} */
async function readFolder(files, ask) {
  if (files.length > MOST_PICTURES) return { problem: "long" };
  const [first] = files;
  const isOne = files.length === 1 && first?.webkitRelativePath === "";
  const sorted = isOne ? null : kindsIn(files.map(({ webkitRelativePath }) => webkitRelativePath));
  if (sorted && "problem" in sorted) return sorted;
  const areDigits = sorted === null || sorted.kinds.every(({ name, label }) => name === `${label}`);
  const pixels = new Uint8Array(files.length * INPUTS);
  for (const [row, file] of files.entries()) {
    const photograph = await decoded(file);
    if (!photograph) return { problem: "damaged", name: file.webkitRelativePath.split("/").slice(-2).join("/") || file.name };
    const picture = await ask("handwritingPicture", { photograph, isDigit: areDigits });
    if (!picture) return null;
    pixels.set(picture, row * INPUTS);
  }
  const name = first?.webkitRelativePath.split("/")[0] || (first?.name ?? "");
  if (!sorted) return { name, pixels };
  const kinds = sorted.kinds.map(({ name }) => name);
  return { name, pixels, labels: Uint8Array.from(sorted.labels), kinds: areDigits ? [] : kinds };
}

/**
 * @param {File} file
 * @returns {Promise<Photograph | null>} null where it is no picture that the browser reads
 */
async function decoded(file) {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    context?.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    if (!context) return null;
    return { rgba: context.getImageData(0, 0, width, height).data, width, height };
  } catch {
    return null;
  }
}
