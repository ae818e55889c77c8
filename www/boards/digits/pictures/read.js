/**
 * Pictures of the visitor's own in whatever they come: MNIST's format, also packed, a table, or picture files by the folder.
 */

import { joined } from "../handwriting/labelled.js";
import { INPUTS } from "../sizes.js";
import { readImageTable } from "./csv.js";
import { digitIn } from "./found.js";
import { readIdx, readIdxPair } from "./idx.js";
import { kindsIn } from "./kinds.js";
import { shrunk } from "./shrunk.js";
import { unpacked } from "./unpacked.js";

/** @import { Labelled } from "../handwriting/protocol" */
/** @import { CsvProblem } from "./csv.js" */
/** @import { IdxProblem } from "./idx.js" */

/** kinds: what the labels stand for, by label; empty where they are digits. @typedef {Labelled & { name: string, kinds: string[] }} PictureSet */
/** @typedef {{ problem: IdxProblem | CsvProblem["problem"] | "long" | "kinds" | "folders", line?: number, name?: string }} PictureProblem */
/** @typedef {{ name: string, content: Uint8Array }} Opened */
/** A picture that nobody has said the kind of. @typedef {{ name: string, pixels: Uint8Array }} OnePicture */

const TABLE = /\.(csv|txt)(\.gz)?$/i;
/** The 60,000 training images of MNIST as a table, and some more. */
const MOST_BYTES = 160 * 2 ** 20;
const MOST_PICTURES = 10_000;
/** A picture is looked at with a side of so many pixels at most. */
const SIDE = 560;
/** Smaller ones are no photographs. */
const LEAST_PHOTOGRAPH = 56;

/**
 * @param {File[]} files that were opened together
 * @returns {Promise<PictureSet | OnePicture | PictureProblem>}
 */
export async function readPictures(files) {
  const [first] = files;
  if (!first) return { problem: "empty" };
  const pictures = files.filter(({ type }) => /^image\/(png|jpeg)$/.test(type));
  if (pictures.length > 0) return readFolder(pictures);
  /** @type {Opened[]} */
  const opened = [];
  for (const file of files) {
    const content = await contentOf(file);
    if ("problem" in content) return { ...content, name: file.name };
    opened.push({ name: file.name, content });
  }
  const read = readTogether(opened);
  return "problem" in read ? read : { ...read, name: first.name, kinds: [] };
}

/** @param {Opened[]} files @returns {Labelled | PictureProblem} */
function readTogether(files) {
  const [tables, others] = [files.filter(({ name }) => TABLE.test(name)), files.filter(({ name }) => !TABLE.test(name))];
  if (others.length === 0) return readTables(tables);
  for (const { name, content } of others) {
    const read = readIdx(content);
    if ("problem" in read) return { ...read, name };
  }
  const [one, other] = others;
  // What is there besides is not left out in silence.
  return one && other && files.length === 2 ? readIdxPair(one.content, other.content) : { problem: "unpaired" };
}

/** Several are one set. @param {Opened[]} files @returns {Labelled | PictureProblem} */
function readTables(files) {
  const parts = [];
  for (const { name, content } of files) {
    const read = readImageTable(new TextDecoder().decode(content));
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

/** @param {File[]} files @returns {Promise<PictureSet | OnePicture | PictureProblem>} */
async function readFolder(files) {
  if (files.length > MOST_PICTURES) return { problem: "long" };
  const [first] = files;
  const isOne = files.length === 1 && first?.webkitRelativePath === "";
  const sorted = isOne ? null : kindsIn(files.map(({ webkitRelativePath }) => webkitRelativePath));
  if (sorted && "problem" in sorted) return sorted;
  const areDigits = sorted === null || sorted.kinds.every(({ name, label }) => name === `${label}`);
  const pixels = new Uint8Array(files.length * INPUTS);
  for (const [row, file] of files.entries()) {
    const picture = await decoded(file, areDigits);
    if (!picture) return { problem: "damaged", name: file.webkitRelativePath.split("/").slice(-2).join("/") || file.name };
    pixels.set(picture, row * INPUTS);
  }
  const name = first?.webkitRelativePath.split("/")[0] || (first?.name ?? "");
  if (!sorted) return { name, pixels };
  const kinds = sorted.kinds.map(({ name }) => name);
  return { name, pixels, labels: Uint8Array.from(sorted.labels), kinds: areDigits ? [] : kinds };
}

/**
 * @param {File} file
 * @param {boolean} isDigit a photograph of one is cut out, where one is found
 * @returns {Promise<Uint8Array | null>} null where it is no picture that the browser reads
 */
async function decoded(file, isDigit) {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    const [width, height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    context?.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    if (!context) return null;
    const { data } = context.getImageData(0, 0, width, height);
    const found = isDigit && Math.min(width, height) > LEAST_PHOTOGRAPH ? digitIn(data, width, height) : null;
    return found ?? shrunk(data, width, height);
  } catch {
    return null;
  }
}
