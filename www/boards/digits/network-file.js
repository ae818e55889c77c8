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
 * @returns {Promise<FileNetwork | { misfit: Misfit | "limits" | "damaged" }>} rejects where what reads it does not come
 */
export async function reads(file) {
  if (file.size > MOST_BYTES) return { misfit: "limits" };
  const reply = await ask({ read: new Uint8Array(await file.arrayBuffer()) });
  if ("file" in reply) throw new Error("there is no network");
  if ("damaged" in reply) {
    console.warn(reply.damaged);
    return { misfit: "damaged" };
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
