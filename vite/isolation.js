/**
 * Serves the page so that its workers may share memory: no other site's page has a hold on it, and it loads nothing of
 * theirs, which it does not do anyway. Other servers are told in the README how.
 */

/** @import { Connect, Plugin, PreviewServer, ViteDevServer } from "vite" */

/** The page's service worker gives them, too (www/service-worker.js). */
export const ISOLATION = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  // A page that is isolated itself may still have this one in a frame.
  "cross-origin-resource-policy": "cross-origin",
};

/** @returns {Plugin} */
export function isolation() {
  const isolate = (/** @type {ViteDevServer | PreviewServer} */ { middlewares }) => void middlewares.use(addHeaders);
  return { name: "isolation", configureServer: isolate, configurePreviewServer: isolate };
}

/** @type {Connect.NextHandleFunction} */
function addHeaders(_, response, next) {
  for (const [name, value] of Object.entries(ISOLATION)) response.setHeader(name, value);
  next();
}
