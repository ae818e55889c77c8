/* Whether there is a GPU at all. */
import { coded } from "./errors.js";

/** Rejects with `no-adapter` where WebGPU is asked for and cannot be asked: what throws there would leave the core in the middle of a call. */
export async function checkAdapter(options) {
  if (options?.backend !== "webgpu") return;
  const isPage = "Window" in globalThis || "WorkerGlobalScope" in globalThis;
  try {
    if (isPage && (await navigator.gpu.requestAdapter())) return;
  } catch (cause) {
    throw coded("no-adapter", `no usable GPU adapter: ${cause?.message ?? cause}`, cause);
  }
  throw coded("no-adapter", isPage ? "no usable GPU adapter" : "no usable GPU adapter: there is neither a page nor a worker");
}
