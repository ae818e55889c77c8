/* How the package's core is loaded, each time in a process of its own: it is loaded once. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./support/package-process.js";

/** The smallest module there is, and one that is started as the core is, and traps. */
const MODULES = `
const EMPTY = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const name = (text) => [text.length, ...new TextEncoder().encode(text)];
const section = (id, bytes) => [id, bytes.length, ...bytes];
const TRAPPING = new Uint8Array([
  ...EMPTY,
  ...section(1, [1, 0x60, 0, 0]),
  ...section(3, [1, 0]),
  ...section(7, [1, ...name("__wbindgen_start"), 0, 0]),
  ...section(10, [1, 3, 0, 0, 0x0b]),
]);
`;

test("after whatever was wrong the right core is loaded, and trains", async () => {
  const found = await run(`${MODULES}
    const wrong = [
      EMPTY, TRAPPING, new WebAssembly.Module(EMPTY), new WebAssembly.Module(TRAPPING), new Uint8Array(5), null, 5, {}, [], "", "file://%",
      new URL("file:///nowhere.wasm"), new URL("package.json", file), { then: (_, reject) => reject(new Error("not today")) }, new Response("none", { status: 404 }),
      new Response(EMPTY, { headers: { "Content-Type": "application/wasm" } }), (await readFile(file)).subarray(0, 1000),
    ];
    const codes = [];
    for (const module_or_path of wrong) codes.push(await codeOf(() => init({ module_or_path })));
    const early = await codeOf(() => describeCheckpoint(new Uint8Array(100)));
    await init({ module_or_path: file });
    const trainer = await Trainer.create(options);
    // What is there is not loaded again.
    await init({ module_or_path: EMPTY });
    console.log(JSON.stringify({ codes, early, weights: (await trainer.weights(0)).length }));`);
  assert.deepEqual(found, { codes: Array(17).fill("not-loaded"), early: "not-loaded", weights: 4 });
});

test("a right core is loaded beside a wrong one, and while another does not come", async () => {
  const found = await run(`${MODULES}
    const bytes = await readFile(file);
    init({ module_or_path: new Promise(() => {}) });
    const beside = [codeOf(() => init({ module_or_path: EMPTY })), codeOf(() => init({ module_or_path: bytes })), codeOf(() => init({ module_or_path: TRAPPING }))];
    const trainers = await Promise.all([1, 2, 3].map(() => Trainer.create(options)));
    const weights = await Promise.all(trainers.map((trainer) => trainer.weights(0)));
    console.log(JSON.stringify({ right: (await Promise.all(beside))[1], same: new Set(weights.map(String)).size }));`);
  assert.deepEqual(found, { right: "none", same: 1 });
});

test("what init does not know is refused", async () => {
  const found = await run(`${MODULES}
    const codes = [];
    for (const wrong of [null, 5, "core_bg.wasm", file, EMPTY, { module: EMPTY }, { moduleOrPath: file }, [file]]) codes.push(await codeOf(() => init(wrong)));
    await init();
    codes.push(await codeOf(() => init({ modul_or_path: file })));
    console.log(JSON.stringify(codes));`);
  assert.deepEqual(found, Array(9).fill("bad-options"));
});
