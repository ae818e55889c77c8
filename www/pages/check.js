/**
 * Will it run here? What this machine and this browser can, tried out before the lecture, with a text for whoever runs
 * the machines.
 */

import { effect, signal } from "@preact/signals-core";
import { pageAddress } from "../shell/address.js";
import { copyText } from "../shell/copying.js";
import { el, named, said, setText } from "../shell/dom.js";
import { findingOf, probes } from "./check/probes.js";

/** @import { Signal } from "@preact/signals-core" */
/** @import { Key } from "../i18n" */
/** @import { Action, MountedBoard, Services } from "../shell/types" */
/** @import { Finding } from "./check/probes.js" */

export const settings = {};

/** Told apart by shape as well as by colour. */
const signs = { good: "✓", fair: "–", bad: "✕", pending: "…" };

/**
 * @param {HTMLElement} root
 * @param {Services<{}>} services
 * @returns {MountedBoard}
 */
export function mount(root, services) {
  const { client, t, notices } = services;
  /** Of the probes that have been made so far, in their order. @type {Signal<Finding[]>} */
  const findings = signal([]);
  let round = 0;
  const rows = probes.map(({ title }) => {
    const sign = el("span", { class: "sign", "aria-hidden": "true" });
    const text = el("p", {});
    return { sign, text, element: el("li", {}, sign, el("div", {}, el("h2", said(title)), text)) };
  });
  const verdict = el("p", { class: "verdict", role: "status", ...named("check.verdict") });
  const report = el("textarea", { readonly: true, rows: 12, ...named("check.report") });

  const render = () => {
    for (const [index, { sign, text, element }] of rows.entries()) {
      const finding = findings.value[index];
      element.dataset.grade = finding?.grade ?? "pending";
      setText(sign, signs[finding?.grade ?? "pending"]);
      setText(text, finding ? wordsOf(finding) : t("check.looking"));
    }
    const known = findings.value;
    setText(verdict, known.length < probes.length ? t("check.looking") : verdictOf(known));
    report.value = known.length < probes.length ? "" : reportOf(known);
  };

  /** @param {Finding} finding */
  const wordsOf = ({ grade, text, values, also }) => `${t(`check.${grade}`)}: ${t(text, values)}${also ? ` ${t(also.text, also.values)}` : ""}`;

  /** @param {Finding[]} known */
  const verdictOf = (known) => {
    if (known.some(({ grade }) => grade === "bad")) return t("check.verdict.bad");
    const device = client.latest("device")?.device;
    const isWanted = device?.backend === "webgpu";
    // What the graphics card promises is not yet what it does.
    if (isWanted && known[probes.findIndex(({ title }) => title === "check.gpu")]?.grade === "good") return t("check.verdict.good");
    return `${t("check.verdict.fair")} ${t(`device.${isWanted ? "device-failed" : (device?.reason ?? "unknown")}`)}`;
  };

  /** @param {Finding[]} known */
  const reportOf = (known) => {
    const lines = known.map((finding, index) => `${t(/** @type {Key} */ (probes[index]?.title))} – ${wordsOf(finding)}${finding.detail ? ` [${finding.detail}]` : ""}`);
    const screen = `${innerWidth} × ${innerHeight}, ${devicePixelRatio}×`;
    return ["Chalknet", pageAddress().href, verdictOf(known), "", ...lines, "", navigator.userAgent, screen, new Date().toISOString()].join("\n");
  };

  const look = async () => {
    const own = (round += 1);
    findings.value = [];
    // One after the other: an engine that is tried must have the machine to itself.
    for (const probe of probes) {
      const finding = await findingOf(probe, services);
      if (own !== round) return;
      findings.value = [...findings.value, finding];
    }
  };

  const copy = () => copyText(report.value, () => report.select(), notices, { copied: "check.copied", refused: "check.selected" });

  /** @type {Action} */
  const again = { name: () => "check.again", act: () => void look() };
  root.append(
    el(
      "section",
      { class: "ask" },
      el("h1", said("check.question")),
      verdict,
      el(
        "div",
        { class: "controls" },
        el("button", { type: "button", class: "main", onclick: again.act, ...said(again.name()) }),
        el("button", { type: "button", onclick: () => void copy(), ...said("check.copy") }),
      ),
      el("p", { class: "small", ...said("check.lead") }),
      el("div", { class: "secondary" }, report),
    ),
    el("ul", { class: "sheet findings", ...named("check.findings") }, ...rows.map(({ element }) => element)),
  );
  const ends = [effect(render), services.keys.bind({ run: again })];
  void look();
  return {
    destroy: () => {
      round = -1;
      for (const end of ends) end();
    },
  };
}
