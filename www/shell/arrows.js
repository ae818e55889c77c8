/**
 * The arrow keys as directions.
 */

/** @type {Record<string, [x: number, y: number]>} */
const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * @param {KeyboardEvent} event
 * @returns {[x: number, y: number] | null} right and up are positive; null for any other key, and where it is a command
 */
export function arrowOf({ key, ctrlKey, metaKey, altKey }) {
  return ctrlKey || metaKey || altKey ? null : (directions[key] ?? null);
}
