/**
 * Arrows go from cell to cell of a grid: a stop of the Tab key at each of them would be too many.
 */

import { arrowOf } from "./arrows.js";

/**
 * @param {HTMLElement} grid
 * @param {HTMLElement[]} cells row by row; the first one is where Tab stops at the beginning
 * @param {number} columns
 */
export function rove(grid, cells, columns) {
  for (const [index, cell] of cells.entries()) cell.setAttribute("tabindex", index === 0 ? "0" : "-1");
  grid.addEventListener("keydown", (event) => {
    const arrow = arrowOf(event);
    if (!arrow) return;
    event.preventDefault();
    const next = cells[cells.findIndex((cell) => cell === event.target) + arrow[0] - arrow[1] * columns];
    if (!next) return;
    for (const cell of cells) cell.setAttribute("tabindex", cell === next ? "0" : "-1");
    next.focus();
  });
}
