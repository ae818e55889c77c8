/**
 * What the client reports as gone wrong, in words: what happened, what still works, and what to do.
 */

import { fetchAnew, reload } from "./arrival.js";
import { whenever } from "./signals.js";

/** @import { DataProgress, EngineProgress, Problem } from "../protocol" */
/** @import { Client, Notice, NoticeAction, Notices } from "./types" */

/**
 * What has gone wrong before the page could say so counts as well: the worker is at work while the texts are on their way.
 * @param {Client} client
 * @param {Notices} notices
 */
export function reportProblems(client, notices) {
  whenever(() => client.latest("problem"), (event) => event && report(client, notices, event.problem));
  whenever(() => client.latest("engine"), (event) => event && followEngine(client, notices, event.engine));
  whenever(() => client.latest("data"), (event) => event && followData(client, notices, event.data));
}

/**
 * @param {Client} client
 * @param {Notices} notices
 * @param {Problem} problem
 */
function report(client, notices, { code, detail }) {
  console.warn(`${code}: ${detail}`);
  switch (code) {
    case "data-damaged":
    case "data-missing":
    case "data-silent":
    case "data-page":
      // Told by the data's progress, which knows all the files concerned and when they have come after all.
      return;
    case "diverged":
      // Told by the board whose run it is, which also knows when it is over.
      return;
    // What happens to one worker after another is one story.
    case "worker-died":
      return notices.problem({ id: "worker", text: "problem.worker-died" });
    case "device-hung":
      return notices.problem({ id: "worker", text: hasBegun(client) ? "problem.device-hung" : "device.adapter-hung" });
    case "device-failed":
      return notices.problem({ id: "worker", text: hasBegun(client) ? "problem.device-failed" : "device.device-failed" });
    case "worker-failed":
      return notices.problem({ id: "worker", text: "problem.worker-failed", action: reload });
    default:
      return notices.problem({ id: code, text: `problem.${code}` });
  }
}

/**
 * @param {Client} client
 * @param {Notices} notices
 * @param {EngineProgress} engine
 */
function followEngine(client, notices, { state, detail, scripts }) {
  if (state !== "missing") return notices.dismiss("engine");
  console.warn(`engine: ${detail}`);
  notices.problem({ id: "engine", text: "problem.engine", action: { label: "notice.retry", run: () => fetchAnew(() => client.restart(), scripts) } });
}

/**
 * @param {Client} client
 * @param {Notices} notices
 * @param {DataProgress} data
 */
function followData(client, notices, { failed, reason, trainingImages }) {
  if (failed.length === 0) return notices.dismiss("data");
  const lack = trainingImages > 0 ? "problem.data-part" : "problem.data-none";
  notices.problem({
    id: "data",
    text: reason === "data-page" ? "problem.data-page" : lack,
    values: { files: failed.join(", ") },
    action: retryData(client),
  });
}

/**
 * Something was asked for that cannot be done without all the data. Told until they are here.
 * @param {Client} client
 * @returns {Notice}
 */
export function dataNeeded(client) {
  return { id: "data", text: "problem.data-needed", action: retryData(client) };
}

/** @param {Client} client @returns {NoticeAction} */
function retryData(client) {
  return { label: "notice.retry", run: () => void client.request("retryData", {}).catch(ignoreReported) };
}

/** There are weights to go on with. @param {Client} client */
function hasBegun(client) {
  return (client.latest("metrics")?.metrics.step ?? 0) > 0;
}

/** A worker that dies under a request is told of by itself. */
function ignoreReported() {}
