/* What belongs together stands together: heads by their cells, values by their bars. */
import { around, boxOf, heightOf, isShown, middleOf, widthOf } from "../boxes.js";

/** @import { Box } from "../boxes.js" */
/** @import { Finding } from "../check.js" */

/** In pixels. */
const ROUNDING = 1.5;

/** @typedef {{ element: Element, box: Box, isHead: boolean } | null} Cell none where it has no place of its own */

/**
 * A table's heads stand above their columns and beside their rows.
 * @returns {Finding[]}
 */
export function heads() {
  return [...document.querySelectorAll("table, [role=grid], [role=table]")].filter(isShown).flatMap((table) => {
    const rows = [...table.querySelectorAll("tr, [role=row]")].filter(isShown).map(cellsOf);
    // The corner may be a cell without words.
    const hasHeads = rows[0]?.some((cell) => cell?.isHead) && rows[0].every((cell) => cell === null || cell.isHead || !cell.element.textContent);
    return hasHeads ? [...columnHeads(rows), ...rows.slice(1).flatMap(rowHeads)] : rows.flatMap(rowHeads);
  });
}

/** @param {Element} row @returns {Cell[]} */
function cellsOf(row) {
  return [...row.children].flatMap((element) => {
    // A cell can leave its place to what is in it.
    const parts = getComputedStyle(element).display === "contents" ? [...element.children] : [element];
    const boxes = parts.map(boxOf).filter((box) => widthOf(box) > 0);
    const cell = boxes.length > 0 ? { element, box: around(boxes), isHead: element.matches("th, [role$=header]") } : null;
    return Array.from({ length: Number(element.getAttribute("colspan") ?? 1) }, (_, place) => (place === 0 ? cell : null));
  });
}

/** @param {Cell[][]} rows @returns {Finding[]} */
function columnHeads([first = [], ...rows]) {
  return first.flatMap((head, column) => {
    if (!head?.element.textContent?.trim()) return [];
    const { x } = middleOf(head.box);
    const strangers = rows.map((row) => row[column]).filter((cell) => cell && (x < cell.box.left || x > cell.box.right || cell.box.top < head.box.bottom - ROUNDING));
    return strangers.length > 0 ? [{ text: head.element.textContent, element: head.element, numbers: `not above ${strangers.length} of ${rows.length} cells` }] : [];
  });
}

/** @param {Cell[]} row @returns {Finding[]} */
function rowHeads(row) {
  const cells = row.filter((cell) => cell !== null);
  return cells.filter(({ isHead }) => isHead).flatMap(({ element, box }) => {
    const { y } = middleOf(box);
    const strangers = cells.filter((cell) => y < cell.box.top || y > cell.box.bottom || (!cell.isHead && cell.box.left < box.left - ROUNDING));
    return strangers.length > 0 ? [{ text: element.textContent ?? "", element, numbers: `not beside ${strangers.length} of ${cells.length} cells` }] : [];
  });
}

/**
 * The name and the value of a bar stand on its line, or right above it.
 * @returns {Finding[]}
 */
export function bars() {
  return [...document.querySelectorAll(".bar, .vision-bar, .track")].filter(isShown).flatMap((bar) => {
    const line = boxOf(bar);
    const { y } = middleOf(line);
    const words = [...(bar.parentElement?.querySelectorAll("*") ?? [])].filter((one) => one !== bar && one.children.length === 0 && one.textContent?.trim() && isShown(one));
    return words.flatMap((element) => {
      const box = boxOf(element);
      const isBeside = y >= box.top - ROUNDING && y <= box.bottom + ROUNDING;
      const isAt = box.bottom <= line.top + ROUNDING ? line.top - box.bottom : box.top - line.bottom;
      const isAbove = isAt < 2.5 * heightOf(box) && box.right > line.left && box.left < line.right;
      return isBeside || isAbove ? [] : [{ text: element.textContent ?? "", element, numbers: `${(middleOf(box).y - y).toFixed(1)} px off its bar` }];
    });
  });
}

/**
 * The digits under a layer's last cells stand each under its own.
 * @returns {Finding[]}
 */
export function scales() {
  return [...document.querySelectorAll(".inside-scale")].filter(isShown).flatMap((scale) => {
    const picture = scale.parentElement?.querySelector(".inside-row:last-child canvas");
    if (!picture) return [];
    const { left, right } = boxOf(picture);
    const side = (right - left) / scale.children.length;
    return [...scale.children].flatMap((element, index) => {
      const off = middleOf(boxOf(element)).x - (left + (index + 0.5) * side);
      return Math.abs(off) > side / 4 ? [{ text: element.textContent ?? "", element, numbers: `${off.toFixed(1)} px beside its cell` }] : [];
    });
  });
}
