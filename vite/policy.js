/**
 * The Content-Security-Policy of the built page: nothing but its own files, and no script or style between the lines of
 * the document. Compiling WebAssembly is the one thing that is allowed beyond.
 */

/** @import { Plugin } from "vite" */

/** @type {Record<string, string>} */
const policy = {
  "default-src": "'none'",
  "script-src": "'self' 'wasm-unsafe-eval'",
  "style-src": "'self'",
  "img-src": "'self'",
  "connect-src": "'self'",
  "worker-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** @returns {Plugin} */
export function contentSecurityPolicy() {
  return { name: "content-security-policy", apply: "build", transformIndexHtml: () => [policyTag({})] };
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
