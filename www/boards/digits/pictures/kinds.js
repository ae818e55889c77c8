/** Pictures by the folder: each folder is a kind. */

import { CLASSES } from "../sizes.js";

/** name: of the kind's folder, label: its number among the ten outputs. @typedef {{ name: string, label: number }} Kind */

/**
 * Folders that are called 0 to 9 are those digits; others are numbered in the order of their names.
 * @param {string[]} paths of the pictures: "own/shoes/1.png"
 * @returns {{ kinds: Kind[], labels: number[] } | { problem: "kinds" | "folders" }} labels: of each path. There may be more
 * kinds than outputs, or a picture in no folder
 */
export function kindsIn(paths) {
  const folders = paths.map((path) => path.split("/").at(-2) ?? "");
  if (folders.includes("")) return { problem: "folders" };
  const names = [...new Set(folders)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const areDigits = names.every((name) => /^\d$/.test(name));
  if (!areDigits && names.length > CLASSES) return { problem: "kinds" };
  const kinds = names.map((name, index) => ({ name, label: areDigits ? Number(name) : index }));
  return { kinds, labels: folders.map((folder) => kinds.find(({ name }) => name === folder)?.label ?? 0) };
}
