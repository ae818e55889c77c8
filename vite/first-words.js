/**
 * A stylesheet that is late would keep everything from being seen, also what the document says by itself. So the page's
 * own styles are only fetched early; www/shell/arrival.js puts them to use.
 */

/** @import { Plugin } from "vite" */

/** @returns {Plugin} */
export function firstWords() {
  return {
    name: "first-words",
    apply: "build",
    // After the bundler has named the file.
    transformIndexHtml: { order: "post", handler: (html) => html.replace('<link rel="stylesheet"', '<link rel="preload" as="style"') },
  };
}
