/**
 * The data where they are inside the page: a page that is a single file (vite/single-file.js makes it) holds them as text.
 */

/** @returns {Record<string, string> | undefined} base64 by the file's name; undefined where the data lie beside the page */
export function embeddedFiles() {
  const elements = [...document.querySelectorAll("script[data-file]")];
  if (elements.length === 0) return undefined;
  return Object.fromEntries(elements.map((element) => [element.getAttribute("data-file") ?? "", element.textContent ?? ""]));
}
