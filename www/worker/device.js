/**
 * Which device trains, and why.
 */

import { TimeoutError, within } from "../ticks.js";

/** @import { Backend, DeviceInfo } from "../protocol" */

/** An adapter that has not answered after so many ticks is taken for hung. */
const ADAPTER_PATIENCE = 5;

/** Names under which adapters that are programs on the CPU are known. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|basic render|software/i;

/**
 * The CPU, and why it was taken.
 * @param {DeviceInfo["reason"]} reason
 * @returns {DeviceInfo}
 */
export function cpu(reason) {
  return { backend: "cpu", adapter: "", software: false, reason };
}

/** What browsers before 2025 do not tell; the engine reads it, too. */
const UNNAMED = { vendor: "", architecture: "", device: "", description: "", isFallbackAdapter: false };

/**
 * @param {Backend | "auto"} wanted
 * @param {{ navigator: { gpu?: Pick<GPU, "requestAdapter"> }, isSecureContext: boolean }} scope the worker's globals
 * @returns {Promise<DeviceInfo>}
 */
export async function chooseDevice(wanted, scope) {
  if (wanted === "cpu") return cpu("chosen");
  try {
    const { gpu } = scope.navigator;
    // Browsers hide WebGPU from pages that came over plain HTTP: that says nothing about the graphics card.
    if (!gpu) return cpu(scope.isSecureContext ? "no-webgpu" : "insecure-context");
    const request = gpu.requestAdapter({ powerPreference: "high-performance" });
    const adapter = await within(request, ADAPTER_PATIENCE, "requestAdapter");
    if (!adapter) return cpu("no-adapter");
    if (!("info" in adapter)) Object.defineProperty(Object.getPrototypeOf(adapter), "info", { value: UNNAMED });
    const software = isSoftware(adapter.info);
    if (software && wanted === "auto") return cpu("software-adapter");
    return { backend: "webgpu", adapter: nameOf(adapter.info), software, reason: null };
  } catch (error) {
    return cpu(error instanceof TimeoutError ? "adapter-hung" : "adapter-failed");
  }
}

/** @param {GPUAdapterInfo} info */
function isSoftware(info) {
  return info.isFallbackAdapter || [info.architecture, info.description, info.device].some((name) => SOFTWARE.test(name));
}

/** @param {GPUAdapterInfo} info */
function nameOf(info) {
  return info.description || [info.vendor, info.architecture || info.device].filter(Boolean).join(" ");
}
