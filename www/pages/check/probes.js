/**
 * What is looked at on this machine. Every probe looks for itself, and says in words what it found.
 */

import { ProblemError } from "../../connection.js";

/** @import { Backend, DataProgress } from "../../protocol" */
/** @import { Key, Values } from "../../i18n" */
/** @import { Client, Services } from "../../shell/types" */

/** @typedef {{ text: Key, values?: Values }} Words */

/** good: as it should be; fair: the page does without; bad: it cannot. `detail` is what the machine says itself, for the
 *  report alone.
 *  @typedef {Words & { grade: "good" | "fair" | "bad", also?: Words | undefined, detail?: string }} Finding */

/** @typedef {Pick<Services<unknown>, "client" | "format">} Tools */

/** @typedef {object} Probe
 *  @property {Key} title
 *  @property {boolean} isNeeded the page cannot do without
 *  @property {number} seconds it may take
 *  @property {(tools: Tools) => Finding | Promise<Finding>} look */

/** A browser that is going to answer does so within that. */
const PROMPT = 5;
/** For what the machine has to fetch or to compute. */
const PATIENT = 60;
const MEGABYTE = 2 ** 20;

/** In the order in which they are shown. @type {Probe[]} */
export const probes = [
  { title: "check.context", isNeeded: false, seconds: PROMPT, look: () => (isSecureContext ? { grade: "good", text: "check.context.good" } : { grade: "fair", text: "check.context.fair" }) },
  { title: "check.browser", isNeeded: true, seconds: PROMPT, look: lookAtBrowser },
  { title: "check.webgpu", isNeeded: false, seconds: PROMPT, look: lookAtAdapter },
  { title: "check.storage", isNeeded: false, seconds: PROMPT, look: lookAtStorage },
  { title: "check.data", isNeeded: true, seconds: PATIENT, look: lookAtData },
  { title: "check.cpu", isNeeded: true, seconds: PATIENT, look: (tools) => tryEngine(tools, "cpu") },
  { title: "check.gpu", isNeeded: false, seconds: PATIENT, look: (tools) => tryEngine(tools, "webgpu") },
];

/**
 * What the probe finds, or that it found nothing: a browser may refuse anything, or never answer.
 * @param {Probe} probe
 * @param {Tools} tools
 * @returns {Promise<Finding>}
 */
export async function findingOf({ isNeeded, seconds, look }, tools) {
  const grade = isNeeded ? "bad" : "fair";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<Finding>} */
  const silence = new Promise((resolve) => {
    timer = setTimeout(() => resolve({ grade, text: "check.silent", values: { seconds: tools.format.integer(seconds) } }), seconds * 1000);
  });
  try {
    return await Promise.race([look(tools), silence]);
  } catch (error) {
    return { grade, text: "check.refused", detail: messageOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Whether it has what the page needs, as requirements.js has found, which may still be on its way. @returns {Promise<Finding>} */
async function lookAtBrowser() {
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve));
  const { lacks } = document.documentElement.dataset;
  if (lacks === undefined) throw new Error("requirements.js was not carried out");
  return lacks === "" ? { grade: "good", text: "check.browser.good" } : { grade: "bad", text: "check.browser.bad", values: { lacks } };
}

/** @param {Tools} tools @returns {Promise<Finding>} */
async function lookAtAdapter({ format }) {
  if (!navigator.gpu) return { grade: "fair", text: isSecureContext ? "check.webgpu.none" : "check.webgpu.insecure" };
  try {
    const adapter = await requestAdapter();
    if (!adapter) return { grade: "fair", text: "check.webgpu.refused" };
    // Older browsers do not tell anything of it.
    const { info = /** @type {GPUAdapterInfo} */ ({}), limits, features } = adapter;
    const name = info.description || [info.vendor, info.architecture || info.device].filter(Boolean).join(" ");
    const values = {
      buffer: format.integer(limits.maxBufferSize / MEGABYTE),
      binding: format.integer(limits.maxStorageBufferBindingSize / MEGABYTE),
      threads: format.integer(limits.maxComputeInvocationsPerWorkgroup),
      features: [...features].filter((name) => /subgroups|shader-f16/.test(name)).join(", ") || "–",
    };
    const words = /** @type {Words} */ (name ? { text: "check.webgpu.named", values: { adapter: name } } : { text: "check.webgpu.unnamed" });
    return { grade: "good", ...words, also: { text: "check.webgpu.limits", values } };
  } catch (error) {
    return { grade: "fair", text: "check.webgpu.failed", detail: messageOf(error) };
  }
}

async function requestAdapter() {
  return (await navigator.gpu?.requestAdapter({ powerPreference: "high-performance" })) ?? null;
}

/** Whether the page is kept for use without a network. @param {Tools} tools @returns {Promise<Finding>} */
async function lookAtStorage({ format }) {
  if (location.protocol === "file:") return { grade: "good", text: "check.storage.file" };
  if (!isSecureContext) return { grade: "fair", text: "check.storage.insecure" };
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    await caches.keys();
    const { quota = 0 } = (await navigator.storage?.estimate()) ?? {};
    // Some do not tell, or tell nothing.
    const also = /** @type {Words | undefined} */ (quota > 0 ? { text: "check.storage.quota", values: { quota: format.integer(quota / MEGABYTE) } } : undefined);
    return registration?.active ? { grade: "good", text: "check.storage.good", also } : { grade: "fair", text: "check.storage.notYet", also };
  } catch (error) {
    return { grade: "fair", text: "check.storage.refused", detail: messageOf(error) };
  }
}

/** @param {Tools} tools @returns {Promise<Finding>} */
async function lookAtData({ client, format }) {
  const { trainingImages, testImages, failed, complete } = await dataOf(client);
  const values = { images: format.integer(trainingImages + testImages), files: failed.join(", ") };
  if (trainingImages === 0 || testImages === 0) return { grade: "bad", text: "check.data.bad", values };
  if (!complete) return { grade: "fair", text: "check.data.late", values };
  return failed.length > 0 ? { grade: "fair", text: "check.data.fair", values } : { grade: "good", text: "check.data.good", values };
}

/** @param {Tools} tools @param {Backend} backend @returns {Promise<Finding>} */
async function tryEngine({ client, format }, backend) {
  const grade = backend === "cpu" ? "bad" : "fair";
  // The data have been waited for.
  if (!client.latest("data")?.data.trainingImages) return { grade, text: "check.trial.noData" };
  try {
    const { steps, losses, imagesPerSecond } = await client.request("trial", { backend });
    const values = { steps: format.integer(steps), from: format.fixed(losses[0], 3), to: format.fixed(losses[1], 3), speed: format.integer(imagesPerSecond) };
    return losses[1] < losses[0] ? { grade: "good", text: "check.trial.good", values } : { grade: "bad", text: "check.trial.bad", values };
  } catch (error) {
    const isMissing = backend === "webgpu" && !(await requestAdapter().catch(() => null));
    return { grade, text: isMissing ? "check.trial.noGpu" : "check.trial.failed", detail: messageOf(error) };
  }
}

/**
 * The data's progress once they are all here, or as far as they have come.
 * @param {Client} client
 * @returns {Promise<DataProgress>}
 */
function dataOf(client) {
  return new Promise((resolve) => {
    const look = (isLast = false) => {
      const now = client.latest("data")?.data;
      if (!now || !(now.complete || isLast)) return;
      end();
      clearTimeout(timer);
      resolve(now);
    };
    const end = client.on("data", () => look());
    const timer = setTimeout(() => look(true), (PATIENT - PROMPT) * 1000);
    look();
  });
}

/** @param {unknown} error */
function messageOf(error) {
  if (error instanceof ProblemError) return error.problem.detail;
  return error instanceof Error ? error.message : String(error);
}
