/* The page's texts: each is used, and each is translated. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { en } from "../../www/i18n/en.js";
import { ko } from "../../www/i18n/ko.js";

const www = join(import.meta.dirname, "../../www");

/** Names that Korean writes as English does. */
const names = ["WebAssembly", "SIMD", "CPU", "GPU", "WebGPU", "ReLU", "tanh", "RMSprop", "Adam", "XOR", "CSV", "L1", "L2", "MNIST", "QR", "argmin", "div"];

const code = readdirSync(www, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(js|html)$/.test(file) && !/^(i18n|public)[\\/]/.test(file))
  .map((file) => readFileSync(join(www, file), "utf8"))
  .join("\n");

test("no text is left over: every key stands in the code, or is put together there", () => {
  // `device.${reason}` stands for every key of that form.
  const templates = [...code.matchAll(/`([\w.-]*(?:\$\{[^`{}]*\}[\w.-]*)+)`/g)].map(([, template = ""]) => template.split(/\$\{[^`{}]*\}/));
  const patterns = templates
    .filter((parts) => parts.some((part) => /\w\.|\.\w/.test(part)))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll(/[.-]/g, "\\$&")).join("[\\w.-]+")}$`));
  const unused = Object.keys(en).filter((key) => !code.includes(`"${key}"`) && !patterns.some((pattern) => pattern.test(key)));
  assert.deepEqual(unused, []);
});

test("no text is missing: both languages have the same keys", () => {
  assert.deepEqual(Object.keys(ko), Object.keys(en));
});

test("no text is untranslated: what has no Korean in it consists of names, numbers and signs", () => {
  const untranslated = Object.entries(ko).filter(([key, text]) => {
    if (/[가-힣]/.test(text) || key === "shell.otherLanguage") return false;
    const words = text.replaceAll(/\{\w+\}/g, "").match(/\p{Letter}{2,}\d?|L\d/gu) ?? [];
    return words.some((word) => !names.includes(word));
  });
  assert.deepEqual(untranslated, []);
});

test("Korean uses the terms of Korean lectures", () => {
  const all = Object.values(ko).join("\n");
  for (const term of ["경사 하강법", "손실 함수", "결정 경계", "은닉층", "학습률", "활성화 함수", "가중치", "편향", "정확도"]) {
    assert.ok(all.includes(term), term);
  }
});
