/* One list of settings both reads an address and writes it. */
import { expect, test } from "@playwright/test";
import { settings } from "../../www/boards/digits/settings.js";
import { readSettings, writeSettings } from "../../www/shell/settings.js";

/** @param {string} query */
const read = (query) => readSettings(settings, new URLSearchParams(query));

test("an address that says nothing gives the fallbacks, and they are not written", () => {
  const { values, refused } = read("");
  expect(refused).toEqual([]);
  expect(values.hidden).toEqual([512, 512]);
  expect(writeSettings(settings, values).toString()).toBe("");
});

test("what is written is read again", () => {
  const { values } = read("hidden=300-20-10&batchSize=1&shuffle=no&seed=4294967295&loss=squared-error&optimizer=sgd&learningRate=3e-7");
  const written = writeSettings(settings, values);
  expect(read(written.toString())).toEqual({ values, refused: [] });
  expect(values.learningRate).toBe(3e-7);
  expect(read("hidden=none").values.hidden).toEqual([]);
  expect(writeSettings(settings, { ...values, hidden: [] }).get("hidden")).toBe("none");
});

test("what is out of range, of another kind or unknown is refused by name, and the rest is taken", () => {
  const wrong = [
    "batchSize=0",
    "batchSize=1025",
    "batchSize=12.5",
    "batchSize=",
    "trainingImages=99",
    "seed=4294967296",
    "seed=1e3",
    "hidden=0",
    "hidden=512-",
    "hidden=1-2-3-4-5-6-7",
    "learningRate=0",
    "learningRate=-1",
    "learningRate=NaN",
    "learningRate=Infinity",
    "learningRate=",
    "loss=constructor",
    "shuffle=true",
    "shuffle=toString",
  ];
  for (const query of wrong) {
    const { values, refused } = read(`${query}&axis=epoch`);
    expect(refused).toEqual([query]);
    expect(values, query).toEqual({ ...read("").values, axis: "epoch" });
  }
  expect(read("colour=red&__proto__=1").refused).toEqual(["colour", "__proto__"]);
});
