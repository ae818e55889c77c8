/* The package in pkg/, used by somebody else's page. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "./support/test.js";
import { chalknet } from "../../www/code/chalknet.js";
import { networkOf as convolutional } from "../../www/boards/next/course/network.js";
import { mnist, packageRoot, pagePackage, readmeExample, root } from "./support/files.js";

/** @typedef {typeof import("../../pkg/chalknet/index.js")} Package */

const manifest = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));

test("the package names files that it has", () => {
  const named = Object.values(manifest.exports).flatMap((target) => (typeof target === "string" ? target : Object.values(target)));
  for (const file of [manifest.main, manifest.types, ...named, "README.md", "LICENSE", "CHANGELOG.md"]) {
    expect(existsSync(join(packageRoot, file)), file).toBe(true);
  }
  expect(manifest).toMatchObject({ name: "chalknet", type: "module" });
});

test("every code of an error is told in the types and in the README", () => {
  const [types = "", readme = ""] = ["core.d.ts", "README.md"].map((file) => readFileSync(join(packageRoot, file), "utf8"));
  const told = [.../interface TrainerError [^]*?\n}/.exec(types)?.[0].matchAll(/\| "([a-z-]+)"/g) ?? []].map(([, code]) => code);
  const scripts = readdirSync(packageRoot).filter((file) => file.endsWith(".js") && file !== "core.js");
  const texts = [...scripts.map((file) => join(packageRoot, file)), join(root, "src/bindings/error.rs"), join(root, "src/bindings/files.rs")].map((file) => readFileSync(file, "utf8"));
  const thrown = texts.flatMap((text) => [...text.matchAll(/(?:coded\(|=> |, |else \{ |is_full \{ )"([a-z]+-[a-z-]+|freed)"/g)].map(([, code]) => code));
  expect([...new Set(thrown)].sort()).toEqual(told.toSorted());
  const sentence = /Every error of the package carries a `code`[^\n]*/.exec(readme)?.[0] ?? "";
  expect([...sentence.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code).filter((code) => code !== "code").sort()).toEqual(told.toSorted());
});

test("the package has nothing of the lesson in it", async () => {
  const core = await import(pathToFileURL(join(packageRoot, "core.js")).href);
  expect(Object.keys(core).sort()).toEqual(["Trainer", "default", "describeCheckpoint", "initSync"]);
});

/**
 * Pastes one of the README's examples into a page. Returns what it prints, line by line, as values.
 * @param {import("@playwright/test").Page} page
 * @param {string | undefined} baseURL
 * @param {string} example
 * @param {() => Promise<unknown>} [prepare] runs in the page, before it: in one script, for a second one does not wait for the first
 */
async function paste(page, baseURL, example, prepare = async () => {}) {
  const html = `<!doctype html><title>Example</title>
    <script type="importmap">{ "imports": { "chalknet": "./chalknet/${manifest.main}" } }</script>
    <script type="module">await (${prepare})();
    ${example}</script>`;
  const folder = `${baseURL}example/`;
  await page.route(folder, (route) => route.fulfill({ contentType: "text/html", body: html }));
  await page.route(`${folder}chalknet/*`, (route) =>
    route.fulfill({ path: join(packageRoot, new URL(route.request().url()).pathname.split("/").at(-1) ?? "") }),
  );
  /** @type {unknown[][]} */
  const printed = [];
  page.on("console", async (message) => {
    const values = await Promise.all(message.args().map((value) => value.evaluate((it) => (ArrayBuffer.isView(it) ? Array.from(/** @type {Float32Array} */ (it)) : it))));
    printed.push(values);
  });
  await page.goto(folder);
  return printed;
}

/** The more probable of two classes, row by row. @param {unknown} probabilities */
function classesOf(probabilities) {
  const values = /** @type {number[]} */ (probabilities);
  return Array.from({ length: values.length / 2 }, (_, row) => (Number(values[2 * row]) > Number(values[2 * row + 1]) ? 0 : 1));
}

test("the README's example learns XOR on the page that it is pasted into", async ({ page, baseURL }) => {
  const printed = await paste(page, baseURL, readmeExample("XOR"));
  await expect.poll(() => printed.length).toBe(2);
  const [loss, answers] = printed;
  expect(loss).toEqual(["loss", expect.any(Number), "to", expect.any(Number)]);
  expect(Number(loss?.[3])).toBeLessThan(Number(loss?.[1]) / 5);
  expect(classesOf(answers?.[1])).toEqual([0, 1, 1, 0]);
});

test("the README's example tells a visitor's pictures apart that it has not seen", async ({ page, baseURL }) => {
  const printed = await paste(page, baseURL, readmeExample("cats"), async () => {
    /** Stripes that lie or stand, somewhere and of some colours, as a file. @param {boolean} stand @param {number} place */
    const picture = async (stand, place) => {
      const canvas = new OffscreenCanvas(48, 48);
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
      context.fillStyle = `hsl(${place * 67} 40% 30%)`;
      context.fillRect(0, 0, 48, 48);
      context.fillStyle = `hsl(${place * 131} 80% 70%)`;
      for (let at = (place * 5) % 12; at < 48; at += 12) context.fillRect(stand ? at : 0, stand ? 0 : at, stand ? 5 : 48, stand ? 48 : 5);
      return new File([await canvas.convertToBlob()], `${place}.png`);
    };
    const places = [...Array(24).keys()];
    const [cats, dogs] = await Promise.all([false, true].map((stand) => Promise.all(places.map((place) => picture(stand, place)))));
    const others = await Promise.all([true, false, false, true].map((stand, place) => picture(stand, 101 + place)));
    Object.assign(window, { cats, dogs, others });
  });
  await expect.poll(() => printed.length, { timeout: 20_000 }).toBe(2);
  const [known, answers] = printed;
  expect(known?.[1]).toBe(24);
  expect(classesOf(answers?.[1])).toEqual([1, 0, 0, 1]);
});

test("the code that the page gives for its own engine runs as it is", async ({ page, baseURL }) => {
  const network = { ...convolutional(1), data: { kind: /** @type {const} */ ("images"), training: 3200, own: null } };
  await page.route("**/*-ubyte", (route) => route.fulfill({ path: join(mnist, new URL(route.request().url()).pathname.split("/").at(-1) ?? "") }));
  const code = chalknet(network, { data: "Data", model: "Model", loss: "Loss", training: "Training" });
  const printed = await paste(page, baseURL, code.join("\n"));
  await expect.poll(() => printed.length, { timeout: 40_000 }).toBe(1);
  const [, accuracy = ""] = /^epoch 1: ([\d.]+) %$/.exec(String(printed[0]?.[0])) ?? [];
  expect(Number(accuracy)).toBeGreaterThan(70);
});

/** The code of the error that a call throws or rejects with. @param {() => unknown} call */
async function codeOf(call) {
  try {
    await call();
  } catch (error) {
    return /** @type {{ code?: string }} */ (error).code ?? String(error);
  }
  return "none";
}

test.describe("in Node", () => {
  /** @type {Package} */
  let chalknet;
  /** XOR. */
  const inputs = new Float32Array([0, 0, 0, 1, 1, 0, 1, 1]);
  const classes = [0, 1, 1, 0];
  const options = { layers: [2, 8, 2], batchSize: 4, learningRate: 0.05, seed: 1 };

  test.beforeAll(async () => {
    chalknet = await import(pathToFileURL(join(packageRoot, manifest.exports["."].node)).href);
    // As anybody may name it; by itself it is found in the tests of the installed package.
    await chalknet.default({ module_or_path: pathToFileURL(join(packageRoot, "core_bg.wasm")) });
  });

  test("arguments of another type or beyond any bound are refused with a code, and the trainer is as it was", async () => {
    const trainer = await chalknet.Trainer.create(options);
    trainer.addTrainingData(inputs, new Uint8Array(classes));
    const before = await trainer.predict(inputs);
    // What TypeScript would not let through.
    const any = /** @type {any} */ (trainer);
    for (const wrong of [-1, 1.5, NaN, Infinity, 2 ** 32, "x", "1", null, undefined, {}, 1n]) {
      const name = String(wrong);
      expect(await codeOf(() => any.train(wrong)), `train(${name})`).toBe("bad-options");
      expect(await codeOf(() => any.evaluate(wrong, 1)), `evaluate(${name}, 1)`).toBe("bad-options");
      expect(await codeOf(() => any.evaluate(inputs, wrong)), `evaluate(inputs, ${name})`).toBe("bad-data");
      expect(await codeOf(() => any.gradients(inputs, wrong)), `gradients(inputs, ${name})`).toBe("bad-data");
      expect(await codeOf(() => any.gradients(wrong, classes)), `gradients(${name}, classes)`).toBe("bad-data");
      expect(await codeOf(() => any.weights(wrong)), `weights(${name})`).toBe("bad-options");
      expect(await codeOf(() => any.biases(wrong)), `biases(${name})`).toBe("bad-options");
      expect(await codeOf(() => any.expectTrainingRows(wrong)), `expectTrainingRows(${name})`).toBe("bad-options");
      expect(await codeOf(() => any.setParameters(wrong, inputs, inputs)), `setParameters(${name})`).toBe("bad-options");
      expect(await codeOf(() => any.predict(wrong)), `predict(${name})`).toBe("bad-data");
      expect(await codeOf(() => any.addTrainingData(inputs, wrong)), `targets ${name}`).toBe("bad-data");
      expect(await codeOf(() => any.addTestData(wrong, new Uint8Array(classes))), `inputs ${name}`).toBe("bad-data");
      expect(await codeOf(() => any.restore(wrong)), `restore(${name})`).toBe("bad-data");
      expect(await codeOf(() => any.setTrainable(0, wrong)), `setTrainable(0, ${name})`).toBe("bad-options");
    }
    for (const wrong of [null, 5, "x", { signal: 5 }, { signal: null }, { signal: {} }]) {
      expect(await codeOf(() => any.train(1, wrong)), `train(1, ${JSON.stringify(wrong)})`).toBe("bad-options");
      expect(await codeOf(() => any.evaluate(0, 1, wrong)), `evaluate(0, 1, ${JSON.stringify(wrong)})`).toBe("bad-options");
      expect(await codeOf(() => any.predict(inputs, wrong)), `predict(inputs, ${JSON.stringify(wrong)})`).toBe("bad-options");
      expect(await codeOf(() => any.activations(inputs, wrong)), `activations(inputs, ${JSON.stringify(wrong)})`).toBe("bad-options");
      expect(await codeOf(() => any.gradients(inputs, classes, wrong)), `gradients(inputs, classes, ${JSON.stringify(wrong)})`).toBe("bad-options");
    }
    // What is waited for rejects, and throws nothing at those who have not begun to wait.
    for (const name of ["activations", "biases", "evaluate", "gradients", "predict", "train", "weights"]) {
      await expect(any[name](null, null), name).rejects.toMatchObject({ code: expect.stringMatching(/^bad-/) });
    }
    for (const wrong of [-1, NaN, Infinity, "x", null]) {
      expect(await codeOf(() => (any.learningRate = wrong)), `learningRate = ${wrong}`).toBe("bad-options");
    }
    await expect(any.predict([0, 1])).rejects.toThrow(/^inputs must be a Uint8Array or a Float32Array$/);
    // Each alone does not fit its part of the layer; together they would.
    for (const [weights, biases] of /** @type {const} */ ([[18, 6], [15, 8]])) {
      await expect(Promise.resolve().then(() => trainer.setParameters(0, new Float32Array(weights), new Float32Array(biases)))).rejects.toMatchObject({
        code: "bad-data", message: "layer 0 takes 16 weights and 8 biases",
      });
    }
    for (const targets of [new Int32Array([0, 1, -1, 0]), new Uint16Array([0, 1, 2, 0]), new BigInt64Array([0n, 1n, 1n << 40n, 0n])]) {
      expect(await codeOf(() => trainer.addTrainingData(inputs, targets)), targets.constructor.name).toBe("bad-data");
    }
    expect(await trainer.predict(inputs)).toEqual(before);
    expect((await trainer.train(0)).losses).toHaveLength(0);
    expect((await trainer.train(2)).losses).toHaveLength(2);
    trainer.free();
  });

  test("options that make no sense are refused with a code", async () => {
    for (const wrong of [
      null, 5, "layers", { layers: "2,2" }, { layers: [2, "2"] }, { layers: [2, -1] }, { layers: [2] }, { layers: [2, 0] },
      { batchSize: 0 }, { batchSize: "4" }, { learningRate: "fast" }, { l1: -1 }, { seed: -1 }, { seed: 2 ** 32 }, { shuffle: 1 },
      { optimizer: 5 }, { backend: 3 }, { epochs: 3 },
    ]) {
      const all = wrong !== null && typeof wrong === "object" ? { ...options, ...wrong } : wrong;
      expect(await codeOf(() => chalknet.Trainer.create(/** @type {any} */ (all))), JSON.stringify(wrong)).toBe("bad-options");
    }
    // What has no fields of its own would be taken for no options at all.
    const trainer = await chalknet.Trainer.create(options);
    const file = await trainer.toSafetensors();
    const { signal } = new AbortController();
    for (const wrong of /** @type {any[]} */ ([signal, new AbortController(), new URL("file:///"), [], new Map(), { seed: 1 }])) {
      expect(await codeOf(() => chalknet.Trainer.fromSafetensors(file, wrong)), String(wrong)).toBe("bad-options");
      expect(await codeOf(() => trainer.train(0, wrong)), String(wrong)).toBe("bad-options");
      expect(await codeOf(() => trainer.evaluate(inputs, classes, wrong)), String(wrong)).toBe("bad-options");
    }
    trainer.free();
  });

  test("classes may stand in an array of whole numbers of any kind", async () => {
    const arrays = [Uint8Array, Uint8ClampedArray, Uint16Array, Uint32Array, Int8Array, Int16Array, Int32Array].map((Type) => Type.from(classes));
    const long = [BigInt64Array, BigUint64Array].map((Type) => Type.from(classes.map(BigInt)));
    const oneHot = new Float64Array([1, 0, 0, 1, 0, 1, 1, 0]);
    const losses = [];
    for (const targets of [...arrays, ...long, classes, oneHot]) {
      const trainer = await chalknet.Trainer.create(options);
      trainer.addTrainingData(inputs, targets);
      losses.push((await trainer.train(20)).losses);
      trainer.free();
    }
    for (const other of losses) expect(other).toEqual(losses[0]);
    const trainer = await chalknet.Trainer.create(options);
    for (const wrong of [[0, 1, , 0], [0, 1, 0.5, 0], [0, 1, "1", 0], [0n, 1n, 1n, 0n], [0, 1, 2 ** 32, 0], [0, 1, NaN, 0], [0, 1, 2, 0]]) {
      expect(await codeOf(() => trainer.addTrainingData(inputs, /** @type {any} */ (wrong))), wrong.join()).toBe("bad-data");
    }
    // In floats they would be half as many rows, or no whole number of them.
    for (const floats of [classes, [...classes, 1], [0, 1, 1]]) {
      for (const call of [() => trainer.addTrainingData(inputs, new Float32Array(floats)), () => trainer.evaluate(inputs, new Float64Array(floats))]) {
        await expect(Promise.resolve().then(call)).rejects.toMatchObject({ code: "bad-data", message: expect.stringContaining("classes belong into one of whole numbers") });
      }
    }
    const single = await chalknet.Trainer.create({ layers: [2, 1], loss: "squared-error" });
    expect(() => single.addTrainingData(inputs, [5, 1, 1, 1])).toThrow(/^the label in row 0 is 5, .* numbers that are no classes belong into an array of floats$/);
    single.free();
    await expect(trainer.evaluate(new Float32Array(7), new Float32Array(8))).rejects.toThrow(/^7 inputs do not make whole rows of 2$/);
    trainer.free();
  });

  test("arrays whose memory is gone are refused with a code, nothing hangs, and the trainer is as it was", async () => {
    const trainer = await chalknet.Trainer.create(options);
    trainer.addTrainingData(inputs, classes);
    /** @template {ArrayBufferView & { buffer: ArrayBufferLike }} A @param {A} array */
    const transferred = (array) => {
      structuredClone(array.buffer, { transfer: [/** @type {ArrayBuffer} */ (array.buffer)] });
      return array;
    };
    /** Cut off by a resize; they know how long they were. @param {number} bytes */
    const cutOff = (bytes) => {
      // Newer than the types.
      const buffer = new (/** @type {any} */ (ArrayBuffer))(bytes, { maxByteLength: bytes });
      const array = new Float32Array(buffer, 4, bytes / 4 - 1);
      buffer.resize(4);
      return array;
    };
    for (const gone of [() => transferred(new Float32Array(8)), () => cutOff(36)]) {
      await expect(trainer.predict(gone())).rejects.toThrow("the memory of an array is gone");
      expect(await codeOf(() => trainer.predict(gone()))).toBe("bad-data");
      expect(await codeOf(() => trainer.activations(gone()))).toBe("bad-data");
      expect(await codeOf(() => trainer.addTrainingData(gone(), classes))).toBe("bad-data");
      expect(await codeOf(() => trainer.addTestData(inputs, gone()))).toBe("bad-data");
      expect(await codeOf(() => trainer.evaluate(inputs, gone()))).toBe("bad-data");
      expect(await codeOf(() => trainer.gradients(gone(), classes))).toBe("bad-data");
      expect(await codeOf(() => trainer.setParameters(0, gone(), new Float32Array(8)))).toBe("bad-data");
    }
    expect(await codeOf(() => trainer.addTrainingData(inputs, transferred(new BigUint64Array(4))))).toBe("bad-data");
    expect(await codeOf(() => trainer.restore(transferred(new Uint8Array(100))))).toBe("bad-data");
    expect(await codeOf(() => chalknet.describeCheckpoint(transferred(new Uint8Array(100))))).toBe("bad-data");
    expect(await codeOf(() => chalknet.Trainer.fromSafetensors(transferred(new Uint8Array(100))))).toBe("bad-data");
    expect((await trainer.train(2)).losses).toHaveLength(2);
    trainer.free();
  });

  test("numbers that mean nothing are refused with a code: in rows, and as targets of the cross-entropy", async () => {
    const trainer = await chalknet.Trainer.create(options);
    for (const wrong of [NaN, Infinity, -Infinity]) {
      expect(await codeOf(() => trainer.predict(inputs.with(3, wrong)))).toBe("bad-data");
      expect(await codeOf(() => trainer.activations(inputs.with(3, wrong)))).toBe("bad-data");
    }
    for (const wrong of [[1.5, -0.5], [0.5, 0.6], [0, 0], [2, 0]]) {
      const targets = new Float32Array([1, 0, 0, 1, 1, 0, ...wrong]);
      const adding = await Promise.resolve().then(() => trainer.addTrainingData(inputs, targets)).catch((/** @type {unknown} */ error) => error);
      expect(adding).toMatchObject({ code: "bad-data", message: expect.stringContaining("row 3") });
      for (const call of [() => trainer.addTestData(inputs, targets), () => trainer.evaluate(inputs, targets), () => trainer.gradients(inputs, targets)]) {
        expect(await codeOf(call), wrong.join()).toBe("bad-data");
      }
    }
    trainer.addTrainingData(inputs, new Float32Array([0.9, 0.1, 0.1, 0.9, 0.1, 0.9, 1 / 3, 2 / 3]));
    trainer.free();
    const single = await chalknet.Trainer.create({ ...options, layers: [2, 1] });
    expect(await codeOf(() => single.addTrainingData(inputs, new Float32Array([0, 1, 1.1, 0])))).toBe("bad-data");
    single.addTrainingData(inputs, new Float32Array([0, 1, 0.25, 0]));
    single.free();
    const free = await chalknet.Trainer.create({ ...options, loss: "squared-error", output: "identity" });
    free.addTrainingData(inputs, new Float32Array([5, -5, 5, -5, 5, -5, 5, -5]));
    free.free();
  });

  test("a label beyond all bounds is told by the row where it stands, in slices as well", async () => {
    const trainer = await chalknet.Trainer.create(options);
    const rows = 1203;
    const many = new Float32Array(2 * rows);
    const { signal } = new AbortController();
    for (const how of [{}, { signal }]) {
      await expect(trainer.evaluate(many, new Uint8Array(rows).fill(2, 1101, 1102), how)).rejects.toThrow("row 1101");
      await expect(trainer.evaluate(many, new BigUint64Array(rows).fill(2n ** 64n - 1n, 1101), how)).rejects.toThrow(/row 1101 is \d/);
    }
    trainer.free();
  });

  test("a run that went astray gives no file that nobody could read", async () => {
    const trainer = await chalknet.Trainer.create({ ...options, optimizer: "sgd", loss: "squared-error", output: "identity", activation: "identity", learningRate: 1e30 });
    trainer.addTrainingData(inputs, classes);
    await trainer.train(20);
    expect((await trainer.weights(0)).some((weight) => !Number.isFinite(weight))).toBe(true);
    expect(await codeOf(() => trainer.toSafetensors())).toBe("bad-data");
    expect(await codeOf(() => trainer.toOnnx())).toBe("bad-data");
    trainer.free();
  });

  test("what is freed refuses with a code, in the middle of a run as well, and can be freed once more", async () => {
    const trainer = await chalknet.Trainer.create(options);
    trainer.addTrainingData(inputs, classes);
    const checkpoint = await trainer.checkpoint();
    const running = codeOf(() => trainer.train(1e6));
    setTimeout(() => trainer.free(), 20);
    expect(await running).toBe("freed");
    trainer.free();
    for (const call of [
      () => trainer.train(1), () => trainer.evaluate(0, 1), () => trainer.predict(inputs), () => trainer.addTestData(inputs, classes), () => trainer.step,
      () => (trainer.learningRate = 1), () => trainer.restore(checkpoint), () => trainer.checkpoint(), () => trainer.toOnnx(), () => trainer.setTrainable(0, true),
    ]) {
      expect(await codeOf(call), String(call)).toBe("freed");
    }
  });

  test("what only looks for a trainer's members breaks nothing", async () => {
    const trainer = await chalknet.Trainer.create(options);
    const { prototype } = /** @type {any} */ (chalknet.Trainer);
    const { predict } = prototype;
    for (const call of [() => prototype.step, () => prototype.adapter, () => (prototype.learningRate = 1), () => prototype.train(1), () => prototype.evaluate(inputs, classes), () => predict(inputs), () => predict.call({}, inputs)]) {
      expect(await codeOf(call), String(call)).toBe("bad-options");
    }
    prototype.free();
    expect(await trainer.predict(inputs)).toHaveLength(8);
    trainer.free();
  });

  test("options are those of the moment of the call, also where the core has yet to come", async () => {
    const script = `
      const { default: init, Trainer, describeCheckpoint } = await import(${JSON.stringify(pathToFileURL(join(packageRoot, manifest.exports["."].node)).href)});
      const codes = [];
      const note = async (call) => codes.push(await Promise.resolve().then(call).then(() => "none", ({ code }) => code));
      await note(() => describeCheckpoint(new Uint8Array(100)));
      await note(() => init(null));
      await note(() => init({ module_or_path: Promise.reject(new Error("elsewhere")) }));
      await note(() => init({ module_or_path: new Uint8Array(5) }));
      await note(() => init({ module_or_path: new URL("file:///nowhere/core_bg.wasm") }));
      const options = { layers: [2, 2], seed: 1 };
      const first = Trainer.create(options);
      options.seed = 2;
      const second = Trainer.create(options);
      options.seed = 1;
      const third = Trainer.create(options);
      const [a, b, c] = (await Promise.all([first, second, third].map(async (made) => (await made).weights(0)))).map(String);
      await note(() => Trainer.create({ layers: [2, 2], backend: "webgpu" }));
      globalThis.navigator ?? Object.defineProperty(globalThis, "navigator", { value: {} });
      Object.defineProperty(navigator, "gpu", { value: { requestAdapter: async () => ({}) } });
      await note(() => Trainer.create({ layers: [2, 2], backend: "webgpu" }));
      const { WorkerTrainer } = await import(${JSON.stringify(pathToFileURL(join(packageRoot, "worker-trainer.js")).href)});
      await note(() => WorkerTrainer.create(options));
      console.log(JSON.stringify({ codes, same: a === c, other: a !== b }));`;
    // A process of its own, in which nothing has been loaded.
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], { timeout: 20_000 });
    expect(JSON.parse(stdout)).toEqual({
      codes: ["not-loaded", "bad-options", "not-loaded", "not-loaded", "not-loaded", "no-adapter", "no-adapter", "worker-gone"],
      same: true,
      other: true,
    });
  });

  test("networks and batches beyond all bounds are refused with a code, and nothing hangs", async () => {
    for (const [wrong, code] of /** @type {[object, string][]} */ ([
      [{ layers: [30_000, 30_000] }, "out-of-memory"],
      [{ layers: [65_536, 65_536, 1] }, "out-of-memory"],
      [{ layers: [1e9, 2] }, "bad-options"],
      [{ layers: [64, 64], batchSize: 2 ** 26 }, "bad-options"],
      [{ layers: [64, 64], batchSize: 2 ** 24 }, "out-of-memory"],
      // As many as the README and the types tell, and some more.
      [{ layers: [1, 1], batchSize: 6e6 }, "none"],
      [{ layers: [1, 1], batchSize: 7e6 }, "out-of-memory"],
      [{ layers: [784, 512, 512, 10], batchSize: 90_000 }, "none"],
      [{ layers: [784, 512, 512, 10], batchSize: 93_000 }, "out-of-memory"],
      [{ layers: Array(1000).fill(2) }, "bad-options"],
    ])) {
      expect(await codeOf(async () => (await chalknet.Trainer.create({ ...options, ...wrong })).free()), JSON.stringify(wrong).slice(0, 60)).toBe(code);
    }
    // Twenty gigabytes of targets.
    const trainer = await chalknet.Trainer.create({ layers: [1, 5000], batchSize: 1 });
    expect(await codeOf(() => trainer.addTrainingData(new Uint8Array(1e6), new Uint8Array(1e6)))).toBe("out-of-memory");
    trainer.addTrainingData(new Uint8Array(2), new Uint8Array(2));
    expect((await trainer.train(2)).losses).toHaveLength(2);
    trainer.free();
  });

  test("any number of steps is done, others come in between, and it can be given up with what was done kept", async () => {
    const trainer = await chalknet.Trainer.create(options);
    trainer.addTrainingData(inputs, classes);
    const { losses, rows } = await trainer.train(3000);
    expect([losses.length, rows.length, trainer.step]).toEqual([3000, 3000, 3000]);
    expect(losses.at(-1)).toBeLessThan(Number(losses[0]));

    const controller = new AbortController();
    const stopped = trainer.train(1e9, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 20);
    await expect(stopped).rejects.toThrow("enough");
    const { step } = trainer;
    expect(step).toBeGreaterThan(3000);
    await expect(trainer.train(1, { signal: controller.signal })).rejects.toThrow("enough");
    await expect(trainer.evaluate(0, 1, { signal: controller.signal })).rejects.toThrow("enough");
    expect(trainer.step).toBe(step);
    expect((await trainer.train(2)).losses).toHaveLength(2);
    trainer.free();
  });

  test("test rows are evaluated in slices as at once", async () => {
    const trainer = await chalknet.Trainer.create(options);
    const many = Float32Array.from({ length: 2 * 1203 }, (_, index) => Math.sin(index));
    trainer.addTestData(many, Uint8Array.from({ length: 1203 }, (_, row) => row % 2));
    const { signal } = new AbortController();
    for (const [first, rows] of /** @type {const} */ ([[0, 2000], [3, 700], [0, 500], [1200, 1]])) {
      const atOnce = await trainer.evaluate(first, rows);
      const inSlices = await trainer.evaluate(first, rows, { signal });
      expect(inSlices.outputs).toEqual(atOnce.outputs);
      expect([inSlices.hits, inSlices.lossSum]).toEqual([atOnce.hits, expect.closeTo(atOnce.lossSum, 3)]);
    }
    expect(await codeOf(() => trainer.evaluate(-1, 900, { signal }))).toBe("bad-options");
    for (const options of [undefined, { signal }]) {
      for (const [first, rows] of /** @type {const} */ ([[1203, 5], [4000, 5], [0, 0], [1203, 0]])) {
        expect(await codeOf(() => trainer.evaluate(first, rows, options)), `${first}, ${rows}`).toBe("bad-data");
      }
    }
    trainer.free();
  });

  test("rows that were not added are evaluated as if they had been, at once and in slices", async () => {
    const trainer = await chalknet.Trainer.create(options);
    const rows = 1203;
    const many = Float32Array.from({ length: 2 * rows }, (_, index) => Math.sin(index));
    const labels = Array.from({ length: rows }, (_, row) => row % 2);
    const oneHot = Float32Array.from(labels.flatMap((label) => [1 - label, label]));
    const { signal } = new AbortController();
    const given = [];
    for (const targets of [labels, Uint8Array.from(labels), BigInt64Array.from(labels.map(BigInt)), oneHot]) {
      given.push(await trainer.evaluate(many, targets), await trainer.evaluate(many, targets, { signal }));
    }
    expect(trainer.testRows).toBe(0);
    trainer.addTestData(many, labels);
    const added = await trainer.evaluate(0, rows);
    expect(added.hits).toBeGreaterThan(0);
    for (const each of given) expect(each).toEqual({ ...added, lossSum: expect.closeTo(added.lossSum, 3) });

    for (const rowsOfNone of [{}, { signal }]) {
      for (const [inputs, targets] of /** @type {any[][]} */ ([
        [new Float32Array(), []], [[0, 1], [0]], [many, [...labels, 0]], [many, labels.slice(1)], [many, []], [many.subarray(1), labels], [many, [...labels.slice(1), 2]],
        [many, oneHot.with(1205, NaN)], [many.with(1205, NaN), labels], [new Int32Array(4), [0, 1]], [many, "1".repeat(rows)], [many, undefined],
        [Array.from(many), labels], [new DataView(many.buffer), labels],
      ])) {
        expect(await codeOf(() => trainer.evaluate(inputs, targets, rowsOfNone))).toBe("bad-data");
      }
    }
    await expect(trainer.evaluate(many, labels, { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough");
    trainer.free();
  });

  test("rows are answered in slices as at once, and so are their gradients", async () => {
    const { signal } = new AbortController();
    const dataOf = (/** @type {number} */ rows) => [Float32Array.from({ length: 2 * rows }, (_, index) => Math.sin(index)), Uint8Array.from({ length: rows }, (_, row) => row % 2)];
    // Of the larger network fewer rows are answered at once.
    for (const [layers, rows] of /** @type {[number[], number][]} */ ([[[2, 8, 2], 1203], [[2, 1100, 1100, 2], 450]])) {
      const trainer = await chalknet.Trainer.create({ ...options, layers });
      const [many, labels] = /** @type {[Float32Array, Uint8Array]} */ (dataOf(rows));
      expect(await trainer.predict(many, { signal })).toEqual(await trainer.predict(many));
      const [whole, parted] = (await Promise.all([trainer.activations(many), trainer.activations(many, { signal })])).map((all) => all.map((values) => Buffer.from(values.buffer)));
      expect(parted?.map((values, layer) => values.equals(/** @type {Buffer} */ (whole?.[layer])))).toEqual(layers.slice(1).map(() => true));
      const [atOnce, inSlices] = [await trainer.gradients(many, labels), await trainer.gradients(many, labels, { signal })];
      for (const [layer, { weights, biases }] of atOnce.entries()) {
        for (const [all, parts] of [[weights, inSlices[layer]?.weights], [biases, inSlices[layer]?.biases]]) {
          expect(parts).toHaveLength(Number(all?.length));
          expect(all?.every((value, place) => Math.abs(value - Number(parts?.[place])) < 1e-6)).toBe(true);
        }
      }
      trainer.free();
    }
    const trainer = await chalknet.Trainer.create(options);
    const [many, labels] = /** @type {[Float32Array, Uint8Array]} */ (dataOf(1203));
    expect(await trainer.predict(new Float32Array(), { signal })).toHaveLength(0);
    for (const wrong of /** @type {any[]} */ ([many.subarray(1), many.with(2405, NaN), [0, 1]])) {
      for (const ask of [() => trainer.predict(wrong, { signal }), () => trainer.activations(wrong, { signal }), () => trainer.gradients(wrong, labels, { signal })]) {
        expect(await codeOf(ask)).toBe("bad-data");
      }
    }
    trainer.free();
  });

  test("whatever is asked of millions of rows can be given up", async () => {
    const trainer = await chalknet.Trainer.create({ layers: [1, 1000, 1], loss: "squared-error" });
    const rows = new Float32Array(3e6);
    trainer.addTestData(rows, rows);
    for (const [name, ask] of Object.entries({
      predict: (/** @type {object} */ options) => trainer.predict(rows, options),
      activations: (/** @type {object} */ options) => trainer.activations(rows, options),
      evaluate: (/** @type {object} */ options) => trainer.evaluate(rows, rows, options),
      "evaluate test rows": (/** @type {object} */ options) => trainer.evaluate(0, 3e6, options),
      gradients: (/** @type {object} */ options) => trainer.gradients(rows, rows, options),
    })) {
      const controller = new AbortController();
      const asked = ask({ signal: controller.signal });
      let turns = 0;
      const others = setInterval(() => (turns += 1) === 3 && controller.abort(new Error("enough")), 1);
      await expect(asked, name).rejects.toThrow("enough");
      clearInterval(others);
      await expect(ask({ signal: controller.signal }), name).rejects.toThrow("enough");
    }
    expect(await trainer.predict(rows.subarray(0, 3))).toHaveLength(3);
    trainer.free();
  });

  test("the gradients of a batch are those that the next step goes against, layer by layer, and reading them changes nothing", async () => {
    const rate = 0.5;
    const trainer = await chalknet.Trainer.create({
      input: [4, 4, 1],
      layers: [
        { type: "conv2d", filters: 3, kernel: 3, activation: "tanh" },
        { type: "max-pool", size: 2 },
        { type: "dense", units: 2, trainable: false },
      ],
      optimizer: "sgd", learningRate: rate, batchSize: 5, shuffle: false, seed: 3,
    });
    expect(trainer.input).toEqual([4, 4, 1]);
    const pictures = Float32Array.from({ length: 5 * 16 }, (_, index) => Math.sin(index * index));
    const classes = [0, 1, 1, 0, 1];
    const gradients = await trainer.gradients(pictures, classes);
    expect(gradients).toEqual(await trainer.gradients(pictures, classes));
    expect(await codeOf(() => trainer.gradients(new Float32Array(), []))).toBe("bad-data");
    expect(gradients.map(({ weights, biases }) => [weights.length, biases.length])).toEqual([[3 * 3 * 1 * 3, 3], [0, 0], [3 * 2, 2]]);
    trainer.addTrainingData(pictures, classes);
    trainer.setTrainable(2, true);
    for (const layer of [0, 2]) {
      expect(gradients[layer]?.weights.some((value) => Math.abs(value) > 1e-3), `layer ${layer}`).toBe(true);
    }
    const before = [await trainer.weights(0), await trainer.biases(0), await trainer.weights(2), await trainer.biases(2)];
    await trainer.train(1);
    const after = [await trainer.weights(0), await trainer.biases(0), await trainer.weights(2), await trainer.biases(2)];
    const steps = [0, 2].flatMap((layer) => [gradients[layer]?.weights, gradients[layer]?.biases]);
    after.forEach((values, part) => {
      values.forEach((value, place) => {
        expect(value).toBeCloseTo(Number(before[part]?.[place]) - rate * Number(steps[part]?.[place]), 6);
      });
    });
    trainer.free();
  });

  test("layers that look at pictures learn, can be frozen, and are described as they were asked for", async () => {
    /** @type {import("../../pkg/chalknet/index.js").Layer[]} */
    const layers = [
      { type: "conv2d", filters: 4, kernel: 3, padding: "same", activation: "relu" },
      { type: "max-pool", size: 2 },
      { type: "dropout", rate: 0.25 },
      { type: "dense", units: 8, activation: "relu", trainable: false },
      { type: "dense", units: 2, activation: "identity" },
    ];
    const trainer = await chalknet.Trainer.create({ input: [6, 6, 1], layers, seed: 1, batchSize: 8, learningRate: 0.02 });
    expect(trainer.parameterCount).toBe(40 + 8 * 37 + 2 * 9);
    // A bar that lies or stands, wherever it is.
    const pictures = new Uint8Array(12 * 36);
    const classes = Uint8Array.from({ length: 12 }, (_, row) => row % 2);
    classes.forEach((stands, row) => {
      for (let place = 0; place < 6; place += 1) {
        const line = Math.floor(row / 2);
        pictures[row * 36 + (stands ? place * 6 + line : line * 6 + place)] = 255;
      }
    });
    trainer.addTrainingData(pictures, classes);
    trainer.addTestData(pictures, classes);
    const [kernel, frozen] = [await trainer.weights(0), await trainer.weights(3)];
    await trainer.train(200);
    expect((await trainer.evaluate(0, 12)).hits).toBe(12);
    expect(await trainer.weights(0)).not.toEqual(kernel);
    expect(await trainer.weights(3)).toEqual(frozen);
    trainer.setTrainable(3, true);
    await trainer.train(5);
    expect(await trainer.weights(3)).not.toEqual(frozen);
    expect(await codeOf(() => trainer.weights(1))).toBe("bad-options");
    expect(await codeOf(() => trainer.setTrainable(2, false))).toBe("bad-options");
    expect((await trainer.activations(pictures.subarray(0, 36))).map(({ length }) => length)).toEqual([144, 36, 36, 8, 2]);
    const described = layers.map((layer) => ({ ...layer }));
    for (const layer of described) if ("trainable" in layer) delete layer.trainable;
    expect(chalknet.describeCheckpoint(await trainer.checkpoint())).toMatchObject({ input: [6, 6, 1], layers: described });
    trainer.free();
  });

  test("layers that make no sense are refused with their place and the reason", async () => {
    const dense = /** @type {const} */ ({ type: "dense", units: 2 });
    /** @param {object} wrong */
    const messageOf = async (wrong) => {
      const error = await chalknet.Trainer.create(/** @type {any} */ ({ input: [6, 6, 1], ...wrong })).catch((/** @type {Error} */ error) => error);
      expect(error).toMatchObject({ code: "bad-options" });
      return /** @type {Error} */ (error).message;
    };
    expect(await messageOf({ layers: [{ type: "conv3d" }, dense] })).toBe("layer 0: type must be one of dense, conv2d, max-pool, dropout");
    expect(await messageOf({ layers: [dense, { type: "dense", unit: 2 }] })).toBe("layer 1: there is no field unit");
    expect(await messageOf({ layers: [dense, 10] })).toMatch(/^layer 1: must be an object/);
    expect(await messageOf({ layers: [{ type: "conv2d", filters: 8 }, dense] })).toBe("layer 0: kernel must be a number");
    expect(await messageOf({ layers: [{ type: "max-pool", size: 7 }, dense] })).toBe("layer 0 is larger than the picture that it is given");
    expect(await messageOf({ layers: [{ type: "dropout", rate: 1 }, dense] })).toBe("layer 0 must have a rate from 0 to below 1");
    expect(await messageOf({ layers: [dense, { type: "dropout", rate: 0.5 }] })).toBe("the last layer must be dense or conv2d");
    expect(await messageOf({ layers: [{ ...dense, activation: "relu" }] })).toMatch(/last layer has no activation/);
    expect(await messageOf({ layers: [dense], input: [6, 6] })).toMatch(/input must be/);
    expect(await messageOf({ layers: [dense], activation: "relu" })).toMatch(/activation belongs to/);
    expect(await messageOf({ layers: [36, 2] })).toMatch(/input belongs to/);
    expect(await messageOf({ layers: [] })).toBe("layers is empty; a network has at least one layer");
    expect(await messageOf({ layers: [36, "2"] })).toBe("layers[1] must be a number");
    expect(await messageOf({ layers: [36, 1.5] })).toBe("layers[1] must be whole and from 0 to 16777216");
    expect(await messageOf({ layers: [{ units: 2 }] })).toBe("layer 0: type must be one of dense, conv2d, max-pool, dropout");
    expect(await messageOf({ layers: [dense], input: undefined })).toBe("a list of layers needs the option input");
    expect(await messageOf({ layers: [dense], input: "6" })).toMatch(/input must be \[height, width, channels\], \[numbers\] or a number/);
  });

  test("a checkpoint says what it is of, and goes on elsewhere, at once or when the rows have come", async () => {
    const trainer = await chalknet.Trainer.create({ ...options, batchSize: 3 });
    trainer.addTrainingData(inputs, new Uint8Array(classes));
    await trainer.train(5);
    const checkpoint = await trainer.checkpoint();
    expect(chalknet.describeCheckpoint(checkpoint)).toEqual({
      input: [2],
      layers: [
        { type: "dense", units: 8, activation: "relu" },
        { type: "dense", units: 2, activation: "identity" },
      ],
      optimizer: "adam",
      step: 5,
    });
    const other = await chalknet.Trainer.create({ ...options, batchSize: 3 });
    other.restore(checkpoint);
    expect((await other.train(1)).losses).toHaveLength(0);
    other.addTrainingData(inputs, new Uint8Array(classes));
    expect((await other.train(20)).losses).toEqual((await trainer.train(20)).losses);
    // Rows that are there count, whatever is expected.
    other.expectTrainingRows(0);
    expect((await other.train(20)).losses).toEqual((await trainer.train(20)).losses);

    const changed = checkpoint.slice();
    changed[100] = (changed[100] ?? 0) ^ 1;
    const third = await chalknet.Trainer.create({ ...options, optimizer: "momentum" });
    for (const wrong of [changed, checkpoint.subarray(1), checkpoint.subarray(0, -4), new Uint8Array(), checkpoint]) {
      expect(await codeOf(() => third.restore(wrong))).toBe("bad-checkpoint");
    }
    for (const each of [trainer, other, third]) each.free();
  });
});

test("what is handed to the lesson's functions is checked as well", async () => {
  const parts = await Promise.all(
    /** @type {const} */ (["engine", "lesson", "perceptron"]).map(async (name) => {
      const part = await import(pathToFileURL(join(pagePackage(name), "chalknet.js")).href);
      await part.default({ module_or_path: readFileSync(join(pagePackage(name), "chalknet_bg.wasm")) });
      return part;
    }),
  );
  const any = Object.assign({}, ...parts);
  const weights = { w1: 1, w2: 1, b: 0 };
  /** @type {Record<string, () => unknown>} */
  const calls = {
    "a number for the table": () => any.perceptronAnswer(110, weights),
    "no weights": () => any.perceptronAnswer("0110", null),
    "a number for words": () => new any.Letters(5, 2),
    "no context": () => new any.Letters("word", 0),
    "an endless context": () => new any.Letters("word", 2 ** 32 - 1),
    "a number for a world": () => any.qLearn(5, 1, 1),
    "episodes without end": () => any.qLearn("s-g", 1, 2 ** 32 - 1),
    "a number for points": () => any.parsePoints(5),
    "points without end": () => any.planar("xor", 2 ** 32 - 1, 0, 1),
    "noise that is none": () => any.planar("xor", 4, NaN, 1),
    "places without end": () => any.samplePlaces(2 ** 32 - 1, 1),
    "a surface without end": () => any.lossSurface("squared", 1, new Float32Array(1), new Float32Array(1), 1, 65536),
    "epochs without end": () => any.factorize(new Uint8Array([1, 2]), 2, 1, 0, 1, 2 ** 32 - 1),
  };
  for (const [name, call] of Object.entries(calls)) expect(await codeOf(call), name).toBe("bad-options");
  expect(await codeOf(() => any.sketch(5, new Uint32Array([1]), 1))).toBe("bad-data");
  expect(await codeOf(() => any.sha256("abc"))).toBe("bad-data");
  expect(any.sha256(new TextEncoder().encode("abc"))).toMatch(/^ba7816bf/);
});
