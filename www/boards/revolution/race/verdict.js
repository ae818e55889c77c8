/**
 * What can be said of a race that is over, and of the learning in it.
 */

/** @import { Key } from "../../../i18n" */
/** @import { RaceLane } from "../protocol" */

/** A lane, as far as it matters here. @typedef {{ state: string, imagesPerSecond: number, info: RaceLane | null }} Runner */

/** Losses that are no further apart differ by how they were rounded on the way. */
const SAME = 0.01;

/**
 * @param {Runner} cpu
 * @param {Runner} gpu
 * @returns {{ key: Key, times: number }} times as fast was the faster one
 */
export function verdictOf(cpu, gpu) {
  if (cpu.state === "finished" && gpu.state === "absent") return { key: "race.onlyCpu", times: 1 };
  if (cpu.state !== "finished" || gpu.state !== "finished") return { key: "race.unfinished", times: 1 };
  const ratio = gpu.imagesPerSecond / cpu.imagesPerSecond;
  // A second race gives other digits from the third one on.
  const times = Number(Math.max(ratio, 1 / ratio).toPrecision(2));
  if (times === 1) return { key: "race.equal", times };
  if (gpu.info?.device.software) return { key: ratio < 1 ? "race.softwareSlower" : "race.softwareFaster", times };
  return { key: ratio < 1 ? "race.cpuFaster" : "race.gpuFaster", times };
}

/**
 * How much the two learn the same.
 * @param {number[]} cpu the losses batch by batch
 * @param {number[]} gpu
 * @returns {{ key: Key, steps: number, difference: number } | null} null before both have one
 */
export function samenessOf(cpu, gpu) {
  const steps = Math.min(cpu.length, gpu.length);
  if (steps === 0) return null;
  const largest = cpu.slice(0, steps).reduce((most, loss, step) => Math.max(most, Math.abs(loss - (gpu[step] ?? NaN))), 0);
  if (!Number.isFinite(largest)) return { key: "race.noNumber", steps, difference: largest };
  // Told to a power of ten.
  const difference = largest > 0 ? 10 ** Math.ceil(Math.log10(largest)) : 0;
  return { key: largest <= SAME ? "race.sameness" : "race.difference", steps, difference };
}
