/**
 * Why a graphics card can be faster: a few cores that can do anything, and thousands that multiply.
 */

import { el, said } from "../../../shell/dom.js";

/** As many as the CPU of a laptop has. */
const CPU_CORES = 8;

export function coresPicture() {
  const few = Array.from({ length: CPU_CORES }, () => el("i"));
  return el(
    "div",
    { class: "cores" },
    el("figure", {}, el("div", { class: "cores-cpu" }, ...few), el("figcaption", { class: "caption", ...said("race.cpuCores") })),
    // The styles draw them: thousands of elements would be slow.
    el("figure", {}, el("div", { class: "cores-gpu" }), el("figcaption", { class: "caption", ...said("race.gpuCores") })),
  );
}
