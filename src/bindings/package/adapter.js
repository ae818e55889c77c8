/* Which GPU there is. */
import { coded } from "./errors.js";

/**
 * The name of the GPU that the core will have, as far as the browser tells it: empty where it tells nothing, and where none
 * is asked for. Rejects with `no-adapter` where WebGPU is asked for and cannot be asked: what throws there would leave the
 * core in the middle of a call.
 */
export async function adapterFor(options) {
  if (options?.backend !== "webgpu") return "";
  const isPage = "Window" in globalThis || "WorkerGlobalScope" in globalThis;
  try {
    const adapter = isPage && (await navigator.gpu.requestAdapter({ powerPreference: "high-performance" }));
    if (adapter) return nameOf(infoOf(adapter));
  } catch (cause) {
    throw coded("no-adapter", `no usable GPU adapter: ${cause?.message ?? cause}`, cause);
  }
  throw coded("no-adapter", isPage ? "no usable GPU adapter" : "no usable GPU adapter: there is neither a page nor a worker");
}

/** What is told of a GPU. Browsers before 2025 tell nothing, where the core would take it for granted. */
function infoOf(adapter) {
  if (!("info" in adapter)) Object.defineProperty(Object.getPrototypeOf(adapter), "info", { value: UNNAMED });
  return adapter.info;
}

const UNNAMED = { vendor: "", architecture: "", device: "", description: "", isFallbackAdapter: false };

/** Most browsers hide what a GPU is called, and tell who made it. */
function nameOf({ description, vendor, architecture, device }) {
  return description || [vendor, architecture, device].filter(Boolean).join(" ");
}
