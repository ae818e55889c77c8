/* The worker's answers: each request of the protocol has one, and no board answers what is not its own. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import test, { before } from "node:test";
import { startEngine } from "./support/engine.js";

const www = join(import.meta.dirname, "../../www");
const files = readdirSync(www, { recursive: true, encoding: "utf8" });

before(startEngine);

/** The types of the messages in a part of the protocol. @param {string} file */
function askedIn(file) {
  return [...readFileSync(join(www, file), "utf8").matchAll(/^ +\| \{ type: "(\w+)"/gm)].map(([, type = ""]) => type);
}

/** The types of the messages that a module answers. @param {string} file @param {string} name of the function that gives the handlers */
async function answeredIn(file, name) {
  const module = await import(join(www, file));
  return Object.keys(module[name]({ emit() {}, report() {}, onImages() {} }));
}

test("each request that a board asks for is answered by the module in its folder, and by no other", async () => {
  const modules = files.filter((file) => /^boards.*[\\/]worker[\\/]index\.js$/.test(file));
  const parts = files.filter((file) => /^boards.*[\\/]protocol\.d\.ts$/.test(file));
  assert.ok(parts.length > 5);
  assert.deepEqual(modules.map((file) => dirname(dirname(file))).sort(), parts.map((file) => dirname(file)).sort());
  const answered = [await answeredIn("worker/page-requests.js", "pageRequests"), await answeredIn("worker/run-requests.js", "runRequests")].flat();
  assert.deepEqual(answered.sort(), askedIn("protocol.d.ts").sort());
  for (const file of modules) {
    const folder = dirname(dirname(file));
    const own = await answeredIn(file, "handlers");
    assert.deepEqual(own.sort(), askedIn(join(folder, "protocol.d.ts")).sort(), file);
    // By this the worker finds the module, and no other.
    assert.deepEqual(own.filter((type) => type.split(/[A-Z]/, 1)[0] !== basename(folder)), [], `${file}: a request's first word is its folder's name`);
    answered.push(...own);
  }
  const folders = modules.map((file) => basename(dirname(dirname(file))));
  assert.deepEqual(folders, [...new Set(folders)], "no two folders have the same name");
  assert.deepEqual(answered, [...new Set(answered)], "no two answer the same");
});
