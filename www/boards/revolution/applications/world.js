/**
 * The grid world as the page edits it: a letter a cell, o for the floor, w a wall, p the pit, g the goal, s the start.
 */

/** @typedef {"wall" | "goal" | "pit" | "start"} Tool */

export const worldSize = { rows: 6, columns: 8 };

/** @type {Record<Tool, string>} */
const letters = { wall: "w", goal: "g", pit: "p", start: "s" };

/** @param {string} text */
export function isWorld(text) {
  const rows = text.split("-");
  const cells = rows.join("");
  const isWhole = rows.length === worldSize.rows && rows.every((row) => row.length === worldSize.columns);
  const count = (/** @type {string} */ letter) => cells.split(letter).length - 1;
  return isWhole && /^[owpgs]*$/.test(cells) && count("g") === 1 && count("s") === 1 && count("p") <= 1;
}

/** The letters row by row. @param {string} world */
export function cellsOf(world) {
  return [...world.replaceAll("-", "")];
}

/**
 * The world after a cell has been pressed with a tool: a wall or the pit comes and goes, goal and start move. Neither is
 * built over: a world without one could not be learnt.
 * @param {string} world
 * @param {number} place
 * @param {Tool} tool
 * @returns {string | null} null where that cannot be done
 */
export function edited(world, place, tool) {
  const cells = cellsOf(world);
  const letter = letters[tool];
  const before = cells[place];
  if (before === "g" || before === "s") return null;
  if (tool !== "wall") for (const [index, cell] of cells.entries()) if (cell === letter) cells[index] = "o";
  cells[place] = before === letter ? "o" : letter;
  return Array.from({ length: worldSize.rows }, (_, row) => cells.slice(row * worldSize.columns, (row + 1) * worldSize.columns).join("")).join("-");
}
