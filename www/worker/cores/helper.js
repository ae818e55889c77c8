/** A worker that helps: it does parts of the steps of the worker that has started it, and nothing else any more. */

import init, { help } from "../../../pkg/threads/chalknet.js";
import { offerSleep } from "./sleep.js";

/** @import { Shared } from "./cores.js" */

/** Of its own, in bytes. */
const STACK = 1 << 18;

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));

scope.onmessage = async (/** @type {MessageEvent<Shared>} */ { data: { module, memory } }) => {
  offerSleep(memory);
  await init({ module_or_path: module, memory, thread_stack_size: STACK });
  scope.postMessage("ready");
  help();
};
