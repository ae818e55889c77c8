/* Whereby long work can be given up. */
import { coded } from "./errors.js";
import { checkOptions } from "./options.js";

/**
 * The signal among the options of a call. Throws `bad-options` when they are no such options or it is no signal, and its
 * reason when the call has been given up before it began.
 */
export function signalOf(options) {
  if (options === undefined) return undefined;
  checkOptions(options, ["signal"]);
  const { signal } = options;
  // By what it can do, for a signal may be from another frame.
  const isSignal = typeof signal?.throwIfAborted === "function" && typeof signal.addEventListener === "function";
  if (signal !== undefined && !isSignal) throw coded("bad-options", "signal must be an AbortSignal");
  signal?.throwIfAborted();
  return signal;
}
