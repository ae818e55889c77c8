/**
 * The menu of what can be taken of a chart.
 */

import { el, said, translate } from "../shell/dom.js";
import { saveFile } from "../shell/saving.js";

/** @import { Key } from "../i18n" */
/** @import { Taker } from "./take-along.js" */
/** @import { Table, Takeaway } from "./takeaway" */

/** Dots for each pixel: a slide is seen large. */
const FINENESS = 2;

/**
 * @param {Takeaway} takeaway
 * @param {{ x: number, y: number }} at where it was asked for, in the window
 * @param {Taker} services
 * @param {Element} place of the chart
 */
export function openMenu({ title, svg, tables }, at, { t, notices }, place) {
  const name = fileName(title);
  /** @param {Key} label @param {() => Promise<void>} act */
  const choice = (label, act) =>
    el("button", {
      type: "button",
      onclick: async () => {
        try {
          // As it is seen now: with the menu gone, the focus shows in the chart again.
          const acted = act();
          dialog.close();
          await acted;
        } catch (error) {
          console.warn(error);
          notices.problem({ id: "chart-menu", text: "chart.failed" });
        }
      },
      ...said(label),
    });
  const pictures = svg
    ? [
        choice("chart.png", async () => saveFile(`${name}.png`, "image/png", await pngOf(svg()))),
        choice("chart.svg", async () => saveFile(`${name}.svg`, "image/svg+xml", svg())),
      ]
    : [];
  const numbers = tables.map((table) => choice(table.label, async () => saveFile(`${tableName(table, name)}.csv`, "text/csv", await table.csv())));
  const dialog = el("dialog", { class: "panel chart-menu", "aria-label": t("chart.menu") }, ...pictures, ...numbers);
  // A press beside it closes it. The end of the long one that opened it is none.
  dialog.addEventListener("pointerdown", (event) => event.target === dialog && isOutside(dialog, event) && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  translate(dialog, t);
  // What is open beside a dialog is closed by it, and a chart that is no longer seen has no picture.
  (place.closest("[popover]") ?? document.body).append(dialog);
  dialog.showModal();
  dialog.style.margin = "0";
  // Not as narrow as the room beside its place.
  dialog.style.width = "max-content";
  dialog.style.inset = `${at.y}px auto auto ${at.x}px`;
  // However large it is, and whichever way a tablet is turned, all of it is in the window.
  dialog.style.translate = `min(0px, 100vw - ${at.x}px - 100% - 0.5rem) min(0px, 100dvh - ${at.y}px - 100% - 0.5rem)`;
}

/** @param {Table} table @param {string} name of the chart */
function tableName(table, name) {
  return table.name ? fileName(table.name) : name;
}

/** The backdrop is the dialog's own, too. @param {HTMLElement} dialog @param {PointerEvent} event */
function isOutside(dialog, { clientX, clientY }) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/** What every system takes as a file's name. @param {string} title */
function fileName(title) {
  return `chalknet-${title.replaceAll(/[\s\\/:*?"<>|.,()]+/g, "-").replaceAll(/^-|-$/g, "")}`;
}

/** @param {string} svg @returns {Promise<Blob>} */
async function pngOf(svg) {
  const image = new Image();
  // As data, which the single file allows as well.
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = el("canvas", { width: image.naturalWidth * FINENESS, height: image.naturalHeight * FINENESS });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture could not be written"))), "image/png"));
}
