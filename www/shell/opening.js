/** Files of the visitor's, chosen from a list or dropped on the page. */

import { el } from "./dom.js";

/**
 * @param {string} accept the kinds of files that are meant
 * @param {(file: File) => void} onFile
 */
export function fileChooser(accept, onFile) {
  return filesChooser({ accept }, ([file]) => file && onFile(file));
}

/**
 * @param {{ accept?: string, multiple?: boolean, webkitdirectory?: boolean }} which
 * @param {(files: File[]) => void} onFiles
 */
export function filesChooser(which, onFiles) {
  const input = el("input", { type: "file", class: "unseen", ...which, tabindex: -1, "aria-hidden": "true" });
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    // The same file can be taken again.
    input.value = "";
    if (files.length > 0) onFiles(files);
  });
  return { input, choose: () => input.click() };
}

/**
 * Takes files that are dropped anywhere: a browser would leave the page for one that is dropped beside its place.
 * @param {(files: File[], hasFolder: boolean) => void} onFiles
 * @returns {() => void} ends it
 */
export function whenDropped(onFiles) {
  const ending = new AbortController();
  const { signal } = ending;
  document.addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault(), { signal });
  document.addEventListener(
    "drop",
    (event) => {
      const { files = [], items = [] } = event.dataTransfer ?? {};
      if (files.length === 0) return;
      event.preventDefault();
      onFiles([...files], [...items].some((item) => item.webkitGetAsEntry?.()?.isDirectory));
    },
    { signal },
  );
  return () => ending.abort();
}
