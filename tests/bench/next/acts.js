/*
 * What networks that learn abreast come to on each device, as accuracies: every round has a seed of its own, which each
 * device runs once, whatever is told of it. The page has them learn in its worker; here they do so in the page itself.
 */
import { Abreast } from "../../../www/worker/abreast.js";
import { chooseDevice } from "../../../www/worker/device.js";
import { loadImages } from "../digits/task.js";

/** @import { Score } from "../../../www/protocol" */
/** @import { Course } from "../../../www/worker/abreast.js" */
/** @import { Session } from "../../../www/worker/session.js" */

/** A number that the board tells: of a network, on a set of images. @typedef {{ name: string, network: number, set: string }} ReadOut */

/** Each with its last scores, by network. @typedef {(session: Session, seed: number) => Promise<Score[]>} Run */

/**
 * @param {string} act
 * @param {ReadOut[]} readOuts
 * @param {number} first the seed of the first round
 * @param {Run} run
 */
export async function contendersOf(act, readOuts, first, run) {
  const [train, test] = await Promise.all([loadImages("train"), loadImages("test")]);
  const devices = await Promise.all(/** @type {const} */ (["cpu", "webgpu"]).map(async (backend) => {
    const device = await chooseDevice(backend, globalThis);
    const session = sessionWith({ train, test }, device);
    /** @type {Map<number, Promise<Score[]>>} */
    const runs = new Map();
    const outcome = (/** @type {number} */ seed) => runs.get(seed) ?? runs.set(seed, run(session, seed)).get(seed);
    return { name: device.backend === "cpu" ? "CPU" : `WebGPU, ${device.adapter}`, backend: device.backend, outcome };
  }));
  // Without an adapter the second is the CPU once more.
  const different = devices.filter(({ backend }, place) => place === 0 || backend === "webgpu");
  return readOuts.flatMap(({ name: told, network, set }) =>
    different.map(({ name, outcome }) => {
      let seed = first;
      const measure = async () => 100 * ((await outcome(seed++))?.[network]?.outcomes[set]?.accuracy ?? NaN);
      return { group: `${act}: ${told}`, name, unit: "%", isTimed: false, measure };
    }),
  );
}

/** Networks that learn as a course says. @param {(seed: number) => Course} courseOf @returns {Run} */
export function abreast(courseOf) {
  return async (session, seed) => {
    /** @type {Score[]} */
    const last = [];
    const networks = new Abreast(session, (_, score) => (last[score.network] = score));
    await networks.train({ ...courseOf(seed), stays: false });
    return last;
  };
}

/**
 * What a worker's session has for them.
 * @param {Record<"train" | "test", { images: Uint8Array, labels: Uint8Array, rows: number }>} images
 * @param {Awaited<ReturnType<typeof chooseDevice>>} device
 */
function sessionWith(images, device) {
  const blocks = { train: [images.train], test: [images.test] };
  const data = { blocks, testIsWhole: true, isComplete: true, rows: (/** @type {"train" | "test"} */ split) => images[split].rows };
  const fail = (/** @type {unknown} */ error) => error;
  /** @type {any} */
  const session = { data, device: Promise.resolve(device), onImages() {}, emit() {}, moveTo: fail, giveUpDevice: fail };
  return /** @type {Session} */ (session);
}
