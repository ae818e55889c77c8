/// <reference path="./assets.d.ts" />
/**
 * A worker of its own for a network's file, which lives as long as that takes: what reads and writes files is the npm
 * package, and is larger than all that a page needs to train.
 */

import init, { Trainer } from "../../pkg/chalknet/core.js";
import wasmUrl from "../../pkg/chalknet/core_bg.wasm?url";
import { readNetwork, writeNetwork } from "./network-file.js";
import { packageWhenNeeded } from "./wasm.js";

/** @import { FileReply, FileRequest } from "../file-protocol" */

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const ready = packageWhenNeeded(wasmUrl, init);

scope.onmessage = async (/** @type {MessageEvent<FileRequest>} */ { data }) => {
  await ready();
  // What is no fault of the file is this worker's error, and the page hears of it.
  answer(data).then((reply) => scope.postMessage(reply), (error) => scope.reportError(error));
};

/** @param {FileRequest} request @returns {Promise<FileReply>} */
async function answer(request) {
  if ("write" in request) return { file: await writeNetwork(Trainer, request.write) };
  try {
    return await readNetwork(Trainer, request.read);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "bad-file") return { damaged: error.message };
    throw error;
  }
}
