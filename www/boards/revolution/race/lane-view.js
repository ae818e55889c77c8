/**
 * A lane as it is seen: who runs in it, how far it has come, how fast it is.
 */

import { readout } from "../../../shell/controls.js";
import { el, said, setText } from "../../../shell/dom.js";
import { BATCH } from "./plan.js";

/** @import { Key } from "../../../i18n" */
/** @import { Lane } from "./lane.js" */
/** @import { RaceServices } from "./settings.js" */
/** @import { RaceRun } from "./run.js" */

export class LaneView {
  /**
   * @param {RaceRun} run
   * @param {0 | 1} index of the lane
   * @param {RaceServices} services
   */
  constructor(run, index, services) {
    this.run = run;
    this.index = index;
    this.services = services;
    const name = index === 0 ? "cpu" : "gpu";
    this.speed = readout(`race.${name}Speed`, { caption: "readout.speed", className: "lane-speed" });
    this.device = el("span", { class: "caption" });
    this.track = el("div", { class: "track", role: "progressbar", "aria-valuemin": 0 }, el("div", { class: "runner" }));
    this.note = el("p", { class: "lane-note" });
    this.element = el(
      "section",
      { class: `lane lane-${name}` },
      el("div", { class: "lane-head" }, el("div", {}, el("h2", said(`race.${name}`)), this.device), this.speed.element),
      this.track,
      this.note,
    );
  }

  /** @returns {Lane} */
  get lane() {
    return this.run.lanes[this.index];
  }

  render() {
    const { t, format } = this.services;
    const { lane, run } = this;
    const speed = lane.imagesPerSecond;
    setText(this.speed.output, speed > 0 ? format.integer(speed) : "–");
    setText(this.device, this.#deviceText());
    setText(this.note, this.#noteText());
    this.element.dataset.state = lane.state;
    this.track.style.setProperty("--part", String(run.steps > 0 ? lane.step / run.steps : 0));
    this.track.setAttribute("aria-label", t(this.index === 0 ? "race.cpu" : "race.gpu"));
    this.track.setAttribute("aria-valuemax", String(run.steps || 1));
    this.track.setAttribute("aria-valuenow", String(lane.step));
    this.track.setAttribute("aria-valuetext", t("race.batches", { done: format.integer(lane.step), all: format.integer(run.steps) }));
  }

  #deviceText() {
    const { t } = this.services;
    const device = this.lane.info?.device;
    if (this.index === 0) return t("race.cpuDevice");
    if (!device) return t("race.gpuDevice");
    if (device.backend === "cpu") return "";
    return device.adapter || t("device.unnamed");
  }

  #noteText() {
    const { t, format } = this.services;
    const { lane, run } = this;
    /** @type {Record<Lane["state"], Key>} */
    const keys = {
      idle: "race.lane.idle",
      "warming-up": "race.lane.warming-up",
      ready: "race.lane.ready",
      running: "race.lane.running",
      finished: "race.lane.finished",
      absent: `device.${lane.info?.device.reason ?? "no-adapter"}`,
      failed: lane.problem?.code === "device-hung" ? "race.lane.silent" : "race.lane.failed",
    };
    return t(keys[lane.state], {
      warmUp: format.fixed(lane.info?.warmUpSeconds ?? 0, 1),
      seconds: format.fixed(lane.seconds, lane.seconds < 10 ? 2 : 1),
      images: format.integer(run.steps * BATCH),
    });
  }
}
