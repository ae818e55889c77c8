/**
 * Making a trainer, on the CPU where the graphics card fails.
 */

import { MOST_TICKS, TimeoutError, within } from "../ticks.js";
import { cpu } from "./device.js";
import { Trainer, cores } from "./engine.js";
import { Failure, isDeviceFailure } from "./failure.js";
import { optionsOf } from "./options.js";
import { rememberTuning, tuningOf } from "./tuning.js";
import { Watch } from "./watch.js";

/** @import { Backend, DeviceInfo, NetworkConfig, RunConfig } from "../protocol" */
/** @import { TrainerHandle } from "./engine.js" */
/** @import { Tuning } from "./tuning.js" */

/** More weights than these, with what an optimizer keeps beside each, are too much for a browser's tab. */
const MOST_WEIGHTS = 16e6;

const watch = new Watch();

/**
 * A trainer with fresh weights and no data.
 * @param {RunConfig | NetworkConfig} config
 * @param {Backend} backend
 * @param {{ tuning?: Tuning, isOnOneCore?: boolean }} [how] on the graphics card; on the CPU
 * @returns {Promise<TrainerHandle>}
 */
export async function createTrainer(config, backend, { tuning, isOnOneCore = false } = {}) {
  const options = "hidden" in config ? allowed(optionsOf(config)) : config;
  if (backend === "cpu" && !isOnOneCore) await cores?.ready();
  const trainer = await Trainer.create({ ...options, backend, tuning });
  return backend === "webgpu" ? watch.watched(trainer) : trainer;
}

/**
 * What a visitor asks for, where there is room for it.
 * @template {{ layers: number[] }} Options
 * @param {Options} options
 */
function allowed(options) {
  const { layers } = options;
  const weights = layers.slice(1).reduce((sum, units, layer) => sum + units * (layers[layer] ?? 0), 0);
  if (weights > MOST_WEIGHTS) throw new Failure("bad-config", `${weights} weights are more than ${MOST_WEIGHTS}`);
  return options;
}

/**
 * A trainer on `device`, or on the CPU with the reason why.
 * @param {RunConfig | NetworkConfig} config
 * @param {DeviceInfo} device
 * @param {{ isOnOneCore?: boolean }} [how] on the CPU
 * @returns {Promise<{ trainer: TrainerHandle, device: DeviceInfo }>}
 */
export async function createTrainerOn(config, device, how) {
  if (device.backend === "cpu") return { trainer: await createTrainer(config, "cpu", how), device };
  const creating = tuningOf(device).then((tuning) => createTrainer(config, "webgpu", { tuning }));
  try {
    // Compiling the shaders and finding the tuning belong to it, which take a slow machine seconds.
    const trainer = await within(creating, MOST_TICKS, "the graphics card");
    if (trainer.tuning) void rememberTuning(device.adapter, trainer.tuning);
    return { trainer, device };
  } catch (error) {
    const hung = error instanceof TimeoutError;
    if (!hung && !isDeviceFailure(error)) throw error;
    // Should it come after all, nobody needs it any more.
    if (hung) creating.then((trainer) => trainer.free(), () => {});
    return { trainer: await createTrainer(config, "cpu", how), device: cpu(hung ? "adapter-hung" : "adapter-failed") };
  }
}
