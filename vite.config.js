import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { earlyWorker, moduleWorker } from "./vite/early-worker.js";
import { firstWords } from "./vite/first-words.js";
import { isolation } from "./vite/isolation.js";
import { contentSecurityPolicy } from "./vite/policy.js";
import { serviceWorker } from "./vite/service-worker.js";
import { classicWorker, inOne, singleFile } from "./vite/single-file.js";
import { wholeStyles } from "./vite/whole-styles.js";

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** What all boards share is one file: many small ones weigh more, and are slower to come. Dialogs and what is in them come when they are asked for, and what a few boards have (kept runs, pads, predicted curves, runs over seeds, tables, tabs, test images) with these boards. */
const shell = { name: "shell", test: /[\\/]www[\\/]shell[\\/](?!actions\.js|help\.js|share\.js|titled-dialog\.js|late-dialog\.js|qr\.js|last-visit\.js|seed-runs\.js|seed-controls\.js|pad\.js|key-pen\.js|drawings-file\.js|spread\.js|frame-code\.js|roving\.js|tabs\.js|test-images\.js|story[\\/])|[\\/]@preact[\\/]signals-core[\\/]/ };

/** What every board tells its story with, and no cover. */
const story = { name: "story", test: /[\\/]www[\\/]shell[\\/]story[\\/](?!sketch\.js|predictions\.js)/ };

/** `--mode single-file` makes the page as one file beside the site. */
export default defineConfig(({ mode }) => ({
  root: here("www"),
  // Every address in the built site is relative, so that it can be served under any path.
  base: "./",
  publicDir: here("www/public"),
  // A file that is missing is a 404 and never index.html in its place: a lost data file must show as lost.
  appType: "mpa",
  plugins: mode === "single-file" ? singleFile(here("www/public/data")) : [firstWords(), earlyWorker(), wholeStyles(), contentSecurityPolicy(), serviceWorker(here("dist")), isolation()],
  // A page in one file is never isolated, and carries nothing that only such a page would use.
  define: mode === "single-file" ? { "self.crossOriginIsolated": "false" } : {},
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    // The oldest browsers that run the page: newer styles and syntax are put into what these know. What cannot be (popovers,
    // registered properties, checkVisibility) is looked for in public/requirements.js.
    target: ["chrome114", "firefox128", "safari17.4"],
    // These browsers preload modules by themselves.
    modulePreload: { polyfill: false },
    // Files stay files: a browser caches them, and nothing needs `data:` in a security policy.
    assetsInlineLimit: 0,
    // The libraries in the site ask for their notices to go with them.
    license: { fileName: "licenses.md" },
    // The page weight is printed by `cargo xtask build`.
    reportCompressedSize: false,
    ...(mode === "single-file" ? inOne : { rolldownOptions: { output: { codeSplitting: { groups: [shell, story] } } } }),
  },
  worker: mode === "single-file" ? classicWorker : moduleWorker,
}));
