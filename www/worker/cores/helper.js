/** A worker that helps: it does parts of the steps of the worker that has started it, and nothing else any more. */

import { help, initSync } from "../../../pkg/threads/chalknet.js";
import { pass } from "./gate.js";
import { offerSleep } from "./sleep.js";

/** @import { Shared } from "./cores.js" */

/** Of its own, in bytes. */
const STACK = 1 << 18;

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));

scope.onmessage = (/** @type {MessageEvent<Shared & { gate: Int32Array }>} */ { data: { module, memory, gate } }) => {
  offerSleep(memory);
  scope.postMessage("here");
  pass(gate, () => initSync({ module, memory, thread_stack_size: STACK }));
  help();
};
