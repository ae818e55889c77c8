/* The package as it is published, installed into projects that have nothing else. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { expect, test } from "./support/test.js";
import { packageRoot, readmeExample, root } from "./support/files.js";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

/** A program that learns XOR in the thread that it runs in. */
const program = `
import { Trainer } from "chalknet";
const inputs = new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]);
const options = { layers: [2, 8, 2], learningRate: 0.05, batchSize: 4, seed: 1 };
async function learn() {
  const trainer = await Trainer.create(options);
  trainer.addTrainingData(inputs, [0, 1, 1, 0]);
  const { losses } = await trainer.train(300);
  trainer.free();
  return Number(losses.at(-1));
}
`;

/** And one that learns it in a worker. */
const inWorker = `
import { WorkerTrainer } from "chalknet/worker";
async function learnInWorker() {
  const trainer = await WorkerTrainer.create(options);
  await trainer.addTrainingData(inputs, new Uint8Array([0, 1, 1, 0]));
  const { losses } = await trainer.train(300);
  const { hits } = await trainer.evaluate(inputs, [0, 1, 1, 0]);
  const sizes = (await trainer.gradients(inputs, [0, 1, 1, 0])).map(({ weights, biases }) => [weights.length, biases.length]);
  let most = 0;
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message) {
    for (const { buffer } of message.values) most = Math.max(most, buffer.byteLength);
    postMessage.call(this, message);
  };
  const isPartSame = String(await trainer.predict(new Float32Array([...inputs, ...new Float32Array(1e5)]).subarray(2, 8))) === String((await trainer.predict(inputs)).subarray(2));
  Worker.prototype.postMessage = postMessage;
  const refusal = await trainer.weights(7).catch((error) => error.code);
  const unfit = await trainer.evaluate(inputs, [0, 1]).catch((error) => error.code);
  const nothing = await WorkerTrainer.create({ ...options, layers: [2] }).catch((error) => error.code);
  const same = await WorkerTrainer.fromSafetensors(await trainer.toSafetensors());
  const isSame = String(await same.predict(inputs)) === String(await trainer.predict(inputs));
  // Of forty-two numbers.
  const hasGraph = (await same.toOnnx()).length > 4 * 42;
  same.free();
  const noFile = await WorkerTrainer.fromSafetensors(new Uint8Array(9)).catch((error) => error.code);
  const controller = new AbortController();
  const endless = trainer.train(1e9, { signal: controller.signal });
  setTimeout(() => controller.abort(new Error("enough")), 100);
  const reason = await endless.catch((error) => error.message);
  const rows = new Float32Array(2e7);
  const asked = new AbortController();
  const answers = trainer.predict(rows, { signal: asked.signal });
  setTimeout(() => asked.abort(new Error("never mind")), 300);
  const others = [await answers.then(String, (error) => error.message)];
  for (const call of [() => trainer.gradients(inputs, [0, 1, 1, 0], Object(asked)), () => trainer.activations(inputs, { signal: asked.signal }), () => trainer.predict(inputs, { signal: Object(5) })]) {
    others.push(await call().then(String, (error) => error.code ?? error.message));
  }
  const { step, input } = await trainer.state();
  await trainer.setTrainable(0, false);
  const left = trainer.train(1e9);
  trainer.free();
  const gone = [await left.catch((error) => error.code), await trainer.state().catch((error) => error.code)];
  return { loss: Number(losses.at(-1)), hits, most, isPartSame, sizes, input, refusal, unfit, nothing, isSame, hasGraph, noFile, reason, others, hasGoneOn: step > 300, gone };
}
`;

/** What is no input, no option and cannot be sent: how each refuses it, here and in a worker. */
const refusals = `
async function refuse() {
  const detached = () => {
    const array = new Float32Array(8);
    structuredClone(array.buffer, { transfer: [array.buffer] });
    return array;
  };
  const wrong = [detached, () => new Proxy(inputs, {}), () => ({ length: 8 }), () => () => 1, () => Symbol("one"), () => [() => 0], () => null, () => undefined];
  const targets = new Uint8Array(4);
  const calls = [
    (trainer, it) => trainer.predict(it),
    (trainer, it) => trainer.activations(it),
    (trainer, it) => trainer.addTrainingData(it, targets),
    (trainer, it) => trainer.addTestData(inputs, it),
    (trainer, it) => trainer.evaluate(inputs, it),
    (trainer, it) => trainer.evaluate(it, targets),
    (trainer, it) => trainer.gradients(it, targets),
    (trainer, it) => trainer.restore(it),
    (trainer, it) => trainer.setParameters(0, it, it),
    (trainer, it) => trainer.setTrainable(0, it),
    (trainer, it) => trainer.weights(it),
    (trainer, it) => trainer.train(it),
    (trainer, it) => trainer.train(1, { signal: it ?? 5 }),
    (trainer, it) => trainer.train(1, { steps: it }),
    (trainer, it) => trainer.constructor.create(it),
    (trainer, it) => trainer.constructor.create({ ...options, seed: it ?? null }),
    (trainer, it) => trainer.constructor.create({ ...options, learningrate: it }),
    (trainer, it) => trainer.constructor.fromSafetensors(it),
    (trainer, it) => trainer.constructor.fromSafetensors(new Uint8Array(9), it ?? null),
    (trainer, it) => trainer.constructor.fromSafetensors(new Uint8Array(9), { seed: it }),
    (trainer, it) => new trainer.constructor(),
  ];
  const found = [];
  for (const Kind of [Trainer, WorkerTrainer]) {
    const trainer = await Kind.create(options);
    const codes = [];
    for (const call of calls) {
      for (const make of wrong) codes.push(await Promise.resolve().then(() => call(trainer, make())).then(() => "none of " + call, ({ code, message }) => code ?? message));
    }
    await trainer.addTrainingData(inputs, targets);
    found.push({ codes, steps: (await trainer.train(2)).losses.length });
    trainer.free();
  }
  return found;
}
`;

/** What a worker's script begins with in which there is no memory for a layer's biases. */
const withoutMemory = `self.addEventListener("message", ({ data }) => {
  if (data.method === "biases") self.Float32Array = class { constructor() { throw new RangeError("no memory") } };
});
`;

/** How a core is lost, and what is left then. */
const loss = `
async function lose() {
  const [trainer, other] = await Promise.all([1, 2].map(() => WorkerTrainer.create(options)));
  await trainer.addTrainingData(inputs, [0, 1, 1, 0]);
  const codeOf = (answer) => answer.then(() => "none", ({ code, message }) => code + ": " + message.slice(0, 20));
  const codes = await Promise.all([trainer.train(1e9), trainer.biases(0), trainer.toOnnx()].map(codeOf));
  codes.push(await codeOf(trainer.state()));
  trainer.free();
  codes.push(await codeOf(trainer.state()));
  return { codes, answers: (await other.predict(inputs)).length };
}
`;

/** The loss that everyone comes to. */
let learnt = 0;

/**
 * An empty project with the package in it.
 * @param {string} folder
 * @param {Record<string, string>} files
 */
function project(folder, files) {
  mkdirSync(folder, { recursive: true });
  const tarball = execFileSync("npm", ["pack", packageRoot, "--silent", "--pack-destination", folder], { cwd: folder, encoding: "utf8" }).trim();
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "project", private: true, type: "module" }));
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", join(folder, tarball)], { cwd: folder });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

test.describe.configure({ mode: "serial" });

test("an empty Node project trains with the installed package", async ({}, { outputDir }) => {
  project(outputDir, { "main.js": `${program}\nprocess.stdout.write(String(await learn()));` });
  learnt = Number(execFileSync(process.execPath, ["main.js"], { cwd: outputDir, encoding: "utf8" }));
  expect(learnt).toBeGreaterThan(0);
  expect(learnt).toBeLessThan(0.1);
});

test("an empty Vite project trains with the installed package, in the page and in a worker", async ({ page, baseURL }, { outputDir }) => {
  project(outputDir, {
    "index.html": '<!doctype html><title>Project</title><script type="module" src="./main.js"></script>',
    "main.js": `${program}${inWorker}${refusals}${loss}\nObject.assign(window, { learn, learnInWorker, refuse, lose });`,
  });
  await build({ root: outputDir, base: "./", configFile: false, logLevel: "warn" });
  await page.route(`${baseURL}project/**`, (route) => {
    const name = new URL(route.request().url()).pathname.split("project/")[1] || "index.html";
    const type = /** @type {Record<string, string>} */ (TYPES)[name.replace(/.*(?=\.)/, "")];
    const body = readFileSync(join(outputDir, "dist", name));
    const isWorker = /\/worker-(?!trainer)[^/]*\.js$/.test(name);
    return route.fulfill({ body: isWorker ? withoutMemory + body : body, contentType: type });
  });
  await page.goto(`${baseURL}project/`);
  expect(await page.evaluate("learn()")).toBe(learnt);
  expect(await page.evaluate("learnInWorker()")).toEqual({
    loss: learnt,
    hits: 4,
    // Of some rows the others are not sent along.
    most: 32,
    isPartSame: true,
    sizes: [[16, 8], [16, 2]],
    input: [2],
    refusal: "bad-options",
    unfit: "bad-data",
    nothing: "bad-options",
    isSame: true,
    hasGraph: true,
    noFile: "bad-file",
    reason: "enough",
    others: ["never mind", "bad-options", "never mind", "bad-options"],
    hasGoneOn: true,
    gone: ["worker-gone", "worker-gone"],
  });
  const [here, there] = /** @type {{ codes: string[], steps: number }[]} */ (await page.evaluate("refuse()"));
  expect(there).toEqual(here);
  expect(here?.steps).toBe(2);
  for (const code of here?.codes ?? []) expect(code).toMatch(/^bad-(data|options)$/);
  const lost = "core-lost: the core broke off i";
  expect(await page.evaluate("lose()")).toEqual({ codes: [lost, lost, lost, lost, "worker-gone: the trainer's worker"], answers: 8 });
});

test("a strict TypeScript project and the README's examples compile with the installed package, from TypeScript 5.4 on", async ({}, { outputDir }) => {
  const typed = inWorker.replaceAll("(error)", "(error: { code: string, message: string })");
  const more = `
import init, { describeCheckpoint, type TrainerOptions } from "chalknet";
import type { TrainerState } from "chalknet/worker";
export async function more(options: TrainerOptions, signal: AbortSignal): Promise<Blob> {
  await init();
  const trainer = await Trainer.create(options);
  const { hits, outputs } = await trainer.evaluate(0, 10, { signal });
  const { lossSum } = await trainer.evaluate(new Uint8Array(2), [1], { signal });
  using short = await WorkerTrainer.create({ layers: [2, 8, 2], seed: 1 } as const);
  const asked = [trainer.predict(inputs, { signal }), trainer.activations(inputs, { signal }), trainer.gradients(inputs, [1], { signal }), short.predict(inputs, { signal }), short.gradients(inputs, [1], { signal })];
  await Promise.all(asked);
  const bytes = await trainer.checkpoint();
  const { step, input, layers } = describeCheckpoint(bytes);
  await Trainer.create({ input, layers });
  const again = await Trainer.fromSafetensors(await trainer.toSafetensors(), { backend: "cpu" });
  // @ts-expect-error The file says which layers.
  await Trainer.fromSafetensors(await again.toOnnx(), { layers: [2, 2] });
  const net = {
    input: [6, 6, 1],
    layers: [{ type: "conv2d", filters: 2, kernel: 3, padding: "same", activation: "relu" }, { type: "max-pool", size: 2 }, { type: "dropout", rate: 0.5 }, { type: "dense", units: 2 }],
    optimizer: "adam",
  } as const;
  using picture = await Trainer.create(net);
  const units: readonly number[] = [2, 2];
  (await Trainer.create({ layers: units }))[Symbol.dispose]();
  picture.addTrainingData(new Uint8Array(36), [1] as const);
  await short.predict(inputs);
  // @ts-expect-error Options that there are not, here and below.
  await Trainer.create({ ...options, layer: [1] });
  // @ts-expect-error
  await Trainer.create({ layers: [2, 2], learningrate: 0.1 });
  // @ts-expect-error
  await Trainer.create({ input: [4], layers: [{ type: "dense", unit: 2 }] });
  // @ts-expect-error
  await init({ modulePath: "core_bg.wasm" });
  // @ts-expect-error
  await trainer.train(1, { sinal: signal });
  // @ts-expect-error
  await trainer.predict(inputs, signal);
  // @ts-expect-error
  await trainer.evaluate(0, 1, { onStep: signal });
  // @ts-expect-error A word is no number of steps.
  await trainer.train("all");
  // @ts-expect-error Targets are missing.
  await trainer.gradients(inputs);
  return new Blob([bytes, String(hits + outputs.length + step + lossSum)]);
}
/** What a trainer does, one in a worker does. */
type Missing = Exclude<keyof Trainer, keyof WorkerTrainer | keyof TrainerState>;
export const isComplete: [Missing] extends [never] ? true : Missing = true;
export { learn, learnInWorker };`;
  const compilerOptions = { strict: true, noEmit: true, target: "es2022", module: "esnext", moduleResolution: "bundler", lib: ["es2022", "esnext.disposable", "dom", "dom.iterable"], types: [] };
  // The examples without the library of what can be disposed of.
  const inExamples = { ...compilerOptions, lib: ["es2022", "dom", "dom.iterable"], strict: false, checkJs: true };
  project(outputDir, {
    "main.ts": `${program.replace("= {", ": TrainerOptions = {")}${typed}${more}`,
    ...Object.fromEntries(["XOR", "cats", "WorkerTrainer", "fromSafetensors"].map((word) => [`${word}.js`, readmeExample(word)])),
    "page.d.ts": "declare const cats: FileList, dogs: FileList, others: FileList, pixels: Uint8Array, labels: Uint8Array, stopButton: HTMLButtonElement, link: HTMLAnchorElement, file: File, trainer: import('chalknet').Trainer;",
    "tsconfig.json": JSON.stringify({ compilerOptions, include: ["main.ts"] }),
    "examples.json": JSON.stringify({ compilerOptions: inExamples, include: ["*.js", "page.d.ts"] }),
  });
  for (const version of ["typescript-5.4", "typescript"]) {
    for (const configuration of ["tsconfig.json", "examples.json"]) {
      const compile = [join(root, "node_modules", version, "bin/tsc"), "--project", join(outputDir, configuration)];
      const { stdout, status } = spawnSync(process.execPath, compile, { encoding: "utf8" });
      expect([stdout, status], `${version}, ${configuration}`).toEqual(["", 0]);
    }
  }
});
