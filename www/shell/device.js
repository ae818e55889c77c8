/**
 * Which device is at work, and why.
 */

import { effect } from "@preact/signals-core";
import { boardAddress } from "./address.js";
import { el, named, said, tipped } from "./dom.js";
import { icon } from "./icons.js";
import { tracked } from "./signals.js";

/** @import { DeviceInfo } from "../protocol" */
/** @import { Speech } from "./language.js" */
/** @import { Client } from "./types" */

export class DeviceReadout {
  /**
   * @param {Client} client
   * @param {Speech} speech
   */
  constructor(client, speech) {
    this.speech = speech;
    /** @type {DeviceInfo | undefined} */
    this.device = client.latest("device")?.device;
    tracked(this, "device");
    this.name = el("span", {});
    this.why = el("span", { class: "unseen" });
    this.text = el("p", {});
    const output = el("output", named("readout.device"), this.name, this.why);
    const check = el("a", { class: "device-name", href: boardAddress("check"), "data-t-title": "check.title" }, output);
    const more = el("button", { type: "button", class: "icon-button", popovertarget: "device-more", ...tipped("device.more") }, icon("info"));
    const popover = el(
      "div",
      { id: "device-more", class: "panel device-panel", popover: "auto" },
      el("h2", said("device.title")),
      this.text,
      el("p", {}, el("a", { href: boardAddress("check"), ...said("check.title") })),
      el("p", { class: "small", ...said("device.choose") }),
    );
    this.element = el("div", { class: "device pill" }, check, more, popover);
    client.on("device", ({ device }) => (this.device = device));
    effect(() => this.#render());
  }

  #render() {
    const { t } = this.speech;
    if (!this.device) {
      this.name.textContent = "…";
      this.text.textContent = t("device.unknown");
      return;
    }
    const { backend, reason } = this.device;
    this.name.textContent = backend === "cpu" ? t("device.cpu") : "WebGPU";
    const why = backend === "cpu" ? t(`device.${reason ?? "chosen"}`) : this.#adapter(this.device);
    this.why.textContent = ` · ${why}`;
    this.text.textContent = why;
  }

  /** @param {DeviceInfo} device */
  #adapter({ adapter, software }) {
    return this.speech.t(software ? "device.software" : "device.webgpu", { adapter: adapter || this.speech.t("device.unnamed") });
  }
}
