/**
 * What is looked at on this machine. Every probe looks for itself, and says in words what it found.
 */

import { ProblemError } from "../../connection.js";

/** @import { Backend, DataProgress } from "../../protocol" */
/** @import { Key, Values } from "../../i18n" */
/** @import { Client, Services } from "../../shell/types" */

/** good: as it should be; fair: the page does without; bad: it cannot.
 *  @typedef {{ grade: "good" | "fair" | "bad", text: Key, values?: Values }} Finding */

/** @typedef {Pick<Services<unknown>, "client" | "format">} Tools */

const ADAPTER_TIMEOUT_MS = 5000;
const MEGABYTE = 2 ** 20;

/** A module with one function that makes a vector: it is valid only where SIMD is. */
const simdModule = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11);

/** In the order in which they are shown. @type {{ title: Key, look: (tools: Tools) => Finding | Promise<Finding> }[]} */
export const probes = [
  { title: "check.context", look: () => (isSecureContext ? { grade: "good", text: "check.context.good" } : { grade: "fair", text: "check.context.fair" }) },
  { title: "check.simd", look: () => (WebAssembly.validate(simdModule) ? { grade: "good", text: "check.simd.good" } : { grade: "bad", text: "check.simd.bad" }) },
  { title: "check.webgpu", look: lookAtAdapter },
  { title: "check.storage", look: lookAtStorage },
  { title: "check.data", look: lookAtData },
  { title: "check.cpu", look: (tools) => tryEngine(tools, "cpu") },
  { title: "check.gpu", look: (tools) => tryEngine(tools, "webgpu") },
];

/** @param {Tools} tools @returns {Promise<Finding>} */
async function lookAtAdapter({ format }) {
  if (!navigator.gpu) return { grade: "fair", text: isSecureContext ? "check.webgpu.none" : "check.webgpu.insecure" };
  try {
    const adapter = await Promise.race([navigator.gpu.requestAdapter({ powerPreference: "high-performance" }), nothingAfter(ADAPTER_TIMEOUT_MS)]);
    if (!adapter) return { grade: "fair", text: "check.webgpu.refused" };
    const { info, limits, features } = adapter;
    const values = {
      adapter: info.description || [info.vendor, info.architecture || info.device].filter(Boolean).join(" "),
      buffer: format.integer(limits.maxBufferSize / MEGABYTE),
      binding: format.integer(limits.maxStorageBufferBindingSize / MEGABYTE),
      threads: format.integer(limits.maxComputeInvocationsPerWorkgroup),
      features: [...features].filter((name) => /subgroups|shader-f16/.test(name)).join(", ") || "–",
    };
    return { grade: "good", text: "check.webgpu.good", values };
  } catch (error) {
    return { grade: "fair", text: "check.webgpu.failed", values: { detail: messageOf(error) } };
  }
}

/** Whether the page is kept for use without a network. @param {Tools} tools @returns {Promise<Finding>} */
async function lookAtStorage({ format }) {
  if (location.protocol === "file:") return { grade: "good", text: "check.storage.file" };
  const registration = await navigator.serviceWorker?.getRegistration();
  const { quota = 0 } = (await navigator.storage?.estimate()) ?? {};
  const values = { quota: format.integer(quota / MEGABYTE) };
  if (registration?.active) return { grade: "good", text: "check.storage.good", values };
  return { grade: "fair", text: isSecureContext ? "check.storage.notYet" : "check.storage.insecure", values };
}

/** @param {Tools} tools @returns {Promise<Finding>} */
async function lookAtData({ client, format }) {
  const { trainingImages, testImages, failed } = await dataOf(client, ({ complete }) => complete);
  const values = { images: format.integer(trainingImages + testImages), files: failed.join(", ") };
  if (trainingImages === 0 || testImages === 0) return { grade: "bad", text: "check.data.bad", values };
  return failed.length > 0 ? { grade: "fair", text: "check.data.fair", values } : { grade: "good", text: "check.data.good", values };
}

/** @param {Tools} tools @param {Backend} backend @returns {Promise<Finding>} */
async function tryEngine({ client, format }, backend) {
  try {
    await dataOf(client, ({ complete, trainingImages }) => complete || trainingImages > 0);
    const { steps, losses, imagesPerSecond } = await client.request("trial", { backend });
    const values = { steps: format.integer(steps), from: format.fixed(losses[0], 3), to: format.fixed(losses[1], 3), speed: format.integer(imagesPerSecond) };
    return losses[1] < losses[0] ? { grade: "good", text: "check.trial.good", values } : { grade: "bad", text: "check.trial.bad", values };
  } catch (error) {
    return { grade: backend === "cpu" ? "bad" : "fair", text: "check.trial.failed", values: { detail: messageOf(error) } };
  }
}

/**
 * The data's progress once it is as far as that.
 * @param {Client} client
 * @param {(data: DataProgress) => boolean} isEnough
 * @returns {Promise<DataProgress>}
 */
function dataOf(client, isEnough) {
  const now = client.latest("data")?.data;
  if (now && isEnough(now)) return Promise.resolve(now);
  return new Promise((resolve) => {
    const end = client.on("data", ({ data }) => {
      if (!isEnough(data)) return;
      end();
      resolve(data);
    });
  });
}

/** @param {number} milliseconds @returns {Promise<null>} */
function nothingAfter(milliseconds) {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}

/** @param {unknown} error */
function messageOf(error) {
  if (error instanceof ProblemError) return error.problem.detail;
  return error instanceof Error ? error.message : String(error);
}
