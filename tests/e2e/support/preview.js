/*
 * Serves the built site at two paths: whole, and with two shards of the data alone, which every opening loads, unpacks and
 * checks. Two are enough for most tests and take a third of the processor's time from each.
 * Started by playwright.config.js: node preview.js PORT
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { preview } from "vite";
import { root, site } from "./files.js";
import { TWO_SHARDS, WHOLE } from "./paths.js";

const manifest = JSON.parse(readFileSync(join(site, "data/manifest.json"), "utf8"));

await preview({
  configFile: join(root, "vite.config.js"),
  base: WHOLE,
  logLevel: "warn",
  preview: { port: Number(process.argv[2]), strictPort: true },
  plugins: [
    {
      name: "two-shards",
      configurePreviewServer: ({ middlewares }) => {
        middlewares.use(`${TWO_SHARDS}data/manifest.json`, (_, response) => {
          const [train, test] = [manifest.train.slice(0, 1), manifest.test.slice(0, 1)];
          response.setHeader("content-type", "application/json");
          response.end(JSON.stringify({ ...manifest, train, test }));
        });
        middlewares.use((request, _, next) => {
          request.url = request.url?.replace(TWO_SHARDS, WHOLE);
          next();
        });
      },
    },
  ],
});
