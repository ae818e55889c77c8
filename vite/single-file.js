/**
 * The whole page as one file that works by double click: script, styles, engine and worker in the document itself, the
 * data as text beside them (www/embedded-files.js reads it).
 *
 * Browsers let a page that was opened from a file neither fetch its neighbours nor start a module worker: so there are
 * none. Its own Content-Security-Policy knows script and style by their checksums.
 */

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checksum, policyTag, styleSums } from "./policy.js";

/** @import { Plugin, Rolldown, UserConfig } from "vite" */

export const SINGLE_FILE = "chalknet.html";

/** Comes with the site as it is. */
const requirements = readFileSync(new URL("../www/public/requirements.js", import.meta.url), "utf8");

/** What the bundler has to do otherwise: everything into the script, which is one.
 *  @type {UserConfig["build"]} */
export const inOne = {
  emptyOutDir: false,
  copyPublicDir: false,
  assetsInlineLimit: () => true,
  cssCodeSplit: false,
  rolldownOptions: { output: { codeSplitting: false } },
};

/** The worker is a classic script, with all of it in one.
 *  @type {UserConfig["worker"]} */
export const classicWorker = { format: "iife", rolldownOptions: { output: { codeSplitting: false } } };

/**
 * @param {string} data the folder of the data's files
 * @returns {Plugin[]}
 */
export function singleFile(data) {
  /** @type {Plugin} */
  const inlineWorker = {
    name: "inline-worker",
    enforce: "pre",
    resolveId(source, importer) {
      return source.endsWith("?worker") ? this.resolve(`${source}&inline`, importer) : null;
    },
  };
  /** @type {Plugin} */
  const inlineFiles = {
    name: "inline-files",
    generateBundle: {
      // After all that make the files.
      order: "post",
      handler(_, bundle) {
        const output = (/** @type {string} */ ending) => textOf(Object.values(bundle).find(({ fileName }) => fileName.endsWith(ending)), ending);
        const parts = { html: output(".html"), script: output(".js"), style: output(".css"), icon: output(".svg"), licenses: output(".md") };
        for (const name of Object.keys(bundle)) delete bundle[name];
        this.emitFile({ type: "asset", fileName: SINGLE_FILE, source: compose(parts, data) });
      },
    },
  };
  return [inlineWorker, inlineFiles];
}

/**
 * @param {Record<"html" | "script" | "style" | "icon" | "licenses", string>} parts
 * @param {string} data
 */
function compose({ html, script, style, icon, licenses }, data) {
  // What would end the script for the reader of the document means the same when written so.
  const safeScript = script.replaceAll("</script", "<\\/script").replaceAll("<!--", "\\x3C!--");
  const { attrs } = policyTag({
    "script-src": `${checksum(safeScript)} ${checksum(requirements)} 'wasm-unsafe-eval'`,
    "style-src": `${styleSums(html)} ${checksum(style)}`,
    "img-src": "data:",
    "connect-src": "data:",
    "worker-src": "blob:",
  });
  const files = readdirSync(data).map((name) => `<script type="text/plain" data-file="${name}">${readFileSync(join(data, name), "base64")}</script>`);
  const blocks = [`<script type="text/plain" data-licenses>\n${licenses}</script>`, ...files].join("\n");
  return html
    .replace("<head>", () => `<head>\n    <meta http-equiv="${attrs["http-equiv"]}" content="${attrs.content}" />`)
    .replace(/<link rel="icon"[^>]*>/, () => `<link rel="icon" href="data:image/svg+xml;base64,${btoa(icon)}" />`)
    .replace(/<script type="module"[^>]*><\/script>/, () => `<script type="module">${safeScript}</script>`)
    .replace(/<script async[^>]*><\/script>/, "")
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`)
    .replace("</body>", () => `<script>${requirements}</script>\n${blocks}\n  </body>`);
}

/**
 * @param {Rolldown.OutputAsset | Rolldown.OutputChunk | undefined} output
 * @param {string} ending
 */
function textOf(output, ending) {
  if (!output) throw new Error(`the bundle has no ${ending}`);
  return output.type === "chunk" ? output.code : Buffer.from(output.source).toString("utf8");
}
