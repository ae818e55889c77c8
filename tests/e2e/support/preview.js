/*
 * Serves the built site at three paths: whole, with two shards of the data alone, which every opening loads, unpacks and
 * checks, and whole and isolated, as `cargo xtask serve` does, so that workers may share memory. Two shards are enough for
 * most tests and take a third of the processor's time from each; and most servers isolate nothing.
 * Started by playwright.config.js: node preview.js PORT
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { preview } from "vite";
import { root, site } from "./files.js";
import { ISOLATION } from "../../../vite/isolation.js";
import { ISOLATED, TWO_SHARDS, WHOLE } from "./paths.js";

const manifest = JSON.parse(readFileSync(join(site, "data/manifest.json"), "utf8"));

await preview({
  configFile: join(root, "vite.config.js"),
  base: WHOLE,
  logLevel: "warn",
  preview: { port: Number(process.argv[2]), strictPort: true },
  plugins: [
    {
      name: "paths",
      configurePreviewServer: ({ middlewares }) => {
        middlewares.use(`${TWO_SHARDS}data/manifest.json`, (_, response) => {
          const [train, test] = [manifest.train.slice(0, 1), manifest.test.slice(0, 1)];
          response.setHeader("content-type", "application/json");
          response.end(JSON.stringify({ ...manifest, train, test }));
        });
        middlewares.use((request, response, next) => {
          if (!request.url?.startsWith(ISOLATED)) for (const name of Object.keys(ISOLATION)) response.removeHeader(name);
          request.url = request.url?.replace(TWO_SHARDS, WHOLE).replace(ISOLATED, WHOLE);
          next();
        });
      },
    },
  ],
});
