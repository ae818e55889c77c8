/**
 * The Content-Security-Policy of the built page: nothing but its own files, and no script between the lines of the
 * document, and of styles there only those that it came with. Compiling WebAssembly is the one thing that is allowed beyond.
 */

import { createHash } from "node:crypto";

/** @import { Plugin } from "vite" */

/** @type {Record<string, string>} */
const policy = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  // A picture of a chart is painted from its SVG, which is data of the page's own making.
  "img-src": "'self' data:",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** @returns {Plugin} */
export function contentSecurityPolicy() {
  return {
    name: "content-security-policy",
    apply: "build",
    // The styles are as they will be.
    transformIndexHtml: { order: "post", handler: (html) => [policyTag({ "style-src": `'self' ${styleSums(html)}` })] },
  };
}

/** The document's own styles, as a policy knows them. @param {string} html */
export function styleSums(html) {
  return [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, style = ""]) => checksum(style)).join(" ");
}

/** @param {string} text */
export function checksum(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/**
 * The policy as a tag for the document's head, which counts from there on.
 * @param {Record<string, string>} exceptions
 */
export function policyTag(exceptions) {
  const directives = Object.entries({ ...policy, ...exceptions }).map((directive) => directive.join(" "));
  return {
    tag: "meta",
    attrs: { "http-equiv": "Content-Security-Policy", content: directives.join("; ") },
    injectTo: /** @type {const} */ ("head-prepend"),
  };
}
