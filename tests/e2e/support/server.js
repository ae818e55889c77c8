/* A site of its own for tests that change it or take it away: a copy of the built one on a server that can be unplugged. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { site, singleFile } from "./files.js";

const PATH = "/one/of/several/";

/** @type {Record<string, string>} */
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml" };

/** @returns {Promise<{ url: string, folder: string, unplug: () => void, close: () => void }>} */
export function serveCopy() {
  const folder = mkdtempSync(join(tmpdir(), "chalknet-site-"));
  cpSync(site, folder, { recursive: true, filter: (path) => path !== singleFile });
  const server = createServer((request, response) => {
    const name = (request.url ?? "").replace(/[?#].*/, "").slice(PATH.length) || "index.html";
    try {
      const body = readFileSync(join(folder, name));
      response.writeHead(200, { "content-type": types[extname(name)] ?? "application/octet-stream", "cache-control": "max-age=600" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  const unplug = () => {
    server.close();
    server.closeAllConnections();
  };
  return new Promise((resolve) => {
    server.listen(0, "localhost", () => {
      const address = server.address();
      const port = address && typeof address === "object" ? address.port : 0;
      const close = () => {
        unplug();
        rmSync(folder, { recursive: true });
      };
      resolve({ url: `http://localhost:${port}${PATH}`, folder, unplug, close });
    });
  });
}
