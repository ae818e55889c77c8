/**
 * A network as a file: what reads and writes it is a worker of its own, which is started for one file.
 */

import { allows } from "../../shell/settings.js";
import { MOST_TICKS, within } from "../../ticks.js";
import FilesWorker from "../../worker/files.js?worker";
import { settings } from "./settings.js";

/** @import { Checkpoint, RunConfig } from "../../protocol" */
/** @import { FileFormat, FileNetwork, FileReply, FileRequest, Misfit } from "../../file-protocol" */

/** Larger than any network that this board can have. */
const MOST_BYTES = 64 * 2 ** 20;

/** What a file is that holds no network to be opened: one that should, one that goes out of the page only, what is taken in
 *  elsewhere, or anything else. @typedef {"damaged" | "onnx" | "pictures" | "foreign"} NoNetwork */

/** By its name: what it holds has been looked at. @param {File} file @returns {NoNetwork} */
function noNetwork({ name, type }) {
  if (/\.safetensors$/i.test(name)) return "damaged";
  if (/\.onnx$/i.test(name)) return "onnx";
  return /^image\//.test(type) || /(\.csv|ubyte)(\.gz)?$/i.test(name) ? "pictures" : "foreign";
}

/**
 * @param {RunConfig} config
 * @param {Checkpoint} checkpoint
 * @param {FileFormat} format
 * @returns {Promise<Uint8Array<ArrayBuffer>>} the file; rejects where what writes it does not come
 */
export async function writes(config, checkpoint, format) {
  const reply = await ask({ write: { config, checkpoint: checkpoint.bytes, format } });
  if (!("file" in reply)) throw new Error("there is no file");
  return new Uint8Array(reply.file);
}

/**
 * @param {File} file
 * @returns {Promise<FileNetwork | { misfit: Misfit | "limits" | NoNetwork }>} rejects where what reads it does not come
 */
export async function reads(file) {
  const none = { misfit: noNetwork(file) };
  if (file.size > MOST_BYTES) return none.misfit === "damaged" ? { misfit: "limits" } : none;
  // It has gone, or the system does not give it, or it is a folder.
  const content = await file.arrayBuffer().catch((error) => console.warn(error));
  if (!content) return none;
  const reply = await ask({ read: new Uint8Array(content) });
  if ("file" in reply) throw new Error("there is no network");
  if ("damaged" in reply) {
    console.warn(reply.damaged);
    return none;
  }
  return "config" in reply && !allows(settings, reply.config) ? { misfit: "limits" } : reply;
}

/** @param {FileRequest} request @returns {Promise<FileReply>} */
async function ask(request) {
  const worker = new FilesWorker();
  try {
    /** @type {Promise<FileReply>} */
    const reply = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message || "the worker's script could not be loaded"));
      };
      worker.postMessage(request);
    });
    return await within(reply, MOST_TICKS, "what reads and writes networks");
  } finally {
    worker.terminate();
  }
}
