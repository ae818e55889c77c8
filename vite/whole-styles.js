/**
 * Ends each stylesheet with a rule of its own: a browser takes what was cut on its way for a sheet that ends there, and
 * www/shell/arrival.js looks for the rule to tell whether all has come.
 */

/** @import { Plugin } from "vite" */

/** Names a layer that nothing is in. */
const END = "@layer end;";

/** @returns {Plugin} */
export function wholeStyles() {
  return {
    name: "whole-styles",
    apply: "build",
    generateBundle: {
      // After all that make the files smaller, and would leave it out.
      order: "post",
      handler(_, bundle) {
        for (const file of Object.values(bundle)) if (file.type === "asset" && file.fileName.endsWith(".css")) file.source += END;
      },
    },
  };
}
