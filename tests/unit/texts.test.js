/* The page's texts: each is used, each is translated, and each comes with the board that says it. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import test from "node:test";
import { chart, code as ofCode } from "../../www/i18n/index.js";

/** @import { Part } from "../../www/i18n" */

const www = join(import.meta.dirname, "../../www");
/** @type {Record<string, Part | undefined>} */
const parts = { chart, code: ofCode };

/** Names that Korean writes as English does. */
const names = ["WebAssembly", "SIMD", "CPU", "GPU", "WebGPU", "ReLU", "tanh", "RMSprop", "Adam", "XOR", "CSV", "L1", "L2", "MNIST", "QR", "argmin", "div", "Keras", "PyTorch"];

const listed = readdirSync(www, { recursive: true, encoding: "utf8" });

/** A language's texts by the part they belong to. @param {"ko" | "en"} language */
async function textsByPart(language) {
  const files = listed.filter((file) => file.endsWith(`.${language}.js`)).sort();
  assert.ok(files.length > 5);
  const modules = files.map(async (file) => /** @type {const} */ ([basename(file, `.${language}.js`), (await import(join(www, file))).texts]));
  /** @type {Record<string, Record<string, string>>} */
  const known = Object.fromEntries(await Promise.all(modules));
  return known;
}

const enByPart = await textsByPart("en");
const koByPart = await textsByPart("ko");
/** What is called what before its texts are here. */
const [{ boards }, { cover, check, lookBack, worksheet }] = await Promise.all(["boards", "pages"].map((folder) => import(join(www, folder, "index.js"))));
/** @type {{ id: string, words: Record<string, { en: string, ko: string }>, texts: { en: () => Promise<{ texts: Record<string, string> }> }[], load: () => unknown }[]} */
const entries = [...boards, cover, check, lookBack, worksheet];
const headings = entries.flatMap(({ id, words }) => Object.keys(words).map((name) => `${id}.${name}`));

/** @type {Record<string, string>} */
const en = Object.assign({}, ...Object.values(enByPart));
/** @type {Record<string, string>} */
const ko = Object.assign({}, ...Object.values(koByPart));

const code = listed
  .filter((file) => /(?<!\.(en|ko))\.(js|html)$/.test(file) && !/^(i18n|public)[\\/]/.test(file))
  .map((file) => readFileSync(join(www, file), "utf8"))
  .join("\n");

/** The forms of the keys that are put together: `device.${reason}` stands for every key of that form. @param {string} code */
function patternsIn(code) {
  const templates = [...code.matchAll(/`([\w.-]*(?:\$\{[^`{}]*\}[\w.-]*)+)`/g)].map(([, template = ""]) => template.split(/\$\{[^`{}]*\}/));
  return templates
    .filter((parts) => parts.some((part) => /\w\.|\.\w/.test(part)))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll(/[.-]/g, "\\$&")).join("[\\w.-]+")}$`));
}

/**
 * What a page's script consists of, but for the registry of the boards, which loads everything.
 * @param {string} file
 * @param {Map<string, string>} found code by file
 */
function codeFrom(file, found = new Map()) {
  if (found.has(file) || !existsSync(file) || /[\\/]i18n[\\/]|\.(en|ko)\.js$|[\\/]boards[\\/]index\.js$/.test(file)) return found;
  const code = readFileSync(file, "utf8").replaceAll(/\/\*[^]*?\*\//g, "");
  found.set(file, code);
  for (const [, address = ""] of code.matchAll(/\b(?:from|import)\s*\(?\s*"(\.[^"]+\.js)"/g)) codeFrom(resolve(file, "..", address), found);
  return found;
}

/** What the code of a page fetches by itself, for what is opened later: its own, and what is listed as several pages'. @param {string} file */
function laterFrom(file) {
  const listedParts = [...codeFrom(file).values()].flatMap((code) => [...code.matchAll(/\blearn\(\[(\w+)/g)].map(([, name = ""]) => parts[name]?.en ?? []).flat());
  const addresses = [...codeFrom(file)].flatMap(([from, code]) => [...code.matchAll(/\bimport\("(\.[^"]+\.en\.js)"\)/g)].map(([, address = ""]) => resolve(from, "..", address)));
  return [...new Set(listedParts), ...addresses.map((address) => /** @returns {Promise<{ texts: Record<string, string> }>} */ () => import(address))];
}

test("no text is left over: every key stands in the code, or is put together there", () => {
  const patterns = patternsIn(code);
  const unused = Object.keys(en).filter((key) => !code.includes(`"${key}"`) && !patterns.some((pattern) => pattern.test(key)));
  assert.deepEqual(unused, []);
});

test("no text is missing: both languages have the same keys in the same parts, and each key is in one part", () => {
  const keysOf = (/** @type {Record<string, Record<string, string>>} */ texts) => Object.entries(texts).map(([part, of]) => [part, Object.keys(of)]);
  assert.deepEqual(keysOf(koByPart), keysOf(enByPart));
  const keys = Object.values(enByPart).flatMap(Object.keys);
  assert.deepEqual(keys, [...new Set(keys)]);
});

test("a page loads the texts that its code says, and no part of which it says nothing", async () => {
  for (const { id, texts, load } of entries) {
    const address = /import\("([^"]+)"\)/.exec(String(load))?.[1] ?? "";
    const file = join(www, boards.some((/** @type {{ id: string }} */ board) => board.id === id) ? `boards/${id}` : "pages", address);
    const said = [...codeFrom(file).values()].join("\n");
    assert.notEqual(said, "", file);
    const patterns = patternsIn(said);
    const own = await Promise.all([...texts.map(({ en }) => en), ...laterFrom(file)].map(async (load) => Object.keys((await load()).texts)));
    const here = [...Object.keys(enByPart.shell ?? {}), ...own.flat(), ...headings];
    const missing = Object.keys(en).filter((key) => !here.includes(key) && said.includes(`"${key}"`));
    assert.deepEqual(missing, [], file);
    const unmatched = patterns.filter((pattern) => Object.keys(en).some((key) => pattern.test(key)) && !here.some((key) => pattern.test(key)));
    assert.deepEqual(unmatched, [], file);
    // A sheet of all questions finds them by the form of their names.
    const isFound = (/** @type {string} */ key) => said.includes("keysLike(") && /\.story\.\w+\.ask$/.test(key);
    const needless = own.filter((keys) => !keys.some((key) => said.includes(`"${key}"`) || isFound(key)));
    assert.deepEqual(needless, [], file);
  }
});

test("what a page is called is a text like any other: it has a name of its own, and what the code asks for is there", () => {
  assert.deepEqual(headings.filter((key) => key in en), []);
  const asked = [...code.matchAll(/"([\w-]*\.(?:title|chapter|question))"/g)].map(([, key = ""]) => key);
  assert.ok(asked.length > 5);
  assert.deepEqual(asked.filter((key) => !(key in en) && !headings.includes(key)), []);
});

test("no text is untranslated: what has no Korean in it consists of names, numbers and signs", () => {
  const untranslated = Object.entries(ko).filter(([key, text]) => {
    if (/[가-힣]/.test(text) || key === "shell.otherLanguage") return false;
    const words = text.replaceAll(/\{\w+\}/g, "").match(/\p{Letter}{2,}\d?|L\d/gu) ?? [];
    return words.some((word) => !names.includes(word));
  });
  assert.deepEqual(untranslated, []);
});

test("no text quotes the engine, which speaks English only: what it says is for the console", () => {
  const quoting = [en, ko].flatMap((texts) => Object.keys(texts).filter((key) => texts[key]?.includes("{detail}")));
  assert.deepEqual(quoting, []);
});

test("Korean uses the terms of Korean lectures", () => {
  const all = Object.values(ko).join("\n");
  for (const term of ["경사 하강법", "손실 함수", "결정 경계", "은닉층", "학습률", "활성화 함수", "가중치", "편향", "정확도"]) {
    assert.ok(all.includes(term), term);
  }
});

test("Korean calls one thing by one name", () => {
  /** @type {Record<string, RegExp>} */
  const strangers = { 매개변수: /파라미터/, 임곗값: /문턱값|임계값/, 예제: /(?<![가-힣])예(가|를|로|의| \d|\d|장| \{)/ };
  for (const [name, stranger] of Object.entries(strangers)) {
    const found = Object.keys(ko).filter((key) => stranger.test(ko[key] ?? ""));
    assert.deepEqual(found, [], `is called ${name} elsewhere`);
  }
});
