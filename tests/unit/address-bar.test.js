/* The address follows the page at a pace that every browser allows. */
import assert from "node:assert/strict";
import test, { mock } from "node:test";
import { AddressBar } from "../../www/shell/address-bar.js";

/** A page whose clock stands until it is moved. @param {{ refuses?: () => boolean }} [browser] */
function openPage({ refuses = () => false } = {}) {
  mock.timers.enable({ apis: ["setTimeout"] });
  let now = 0;
  /** @type {number[]} */
  const writes = [];
  const location = { search: "?lang=en", hash: "#/perceptron" };
  const history = {
    /** @param {null} _data @param {string} _unused @param {string} address */
    replaceState(_data, _unused, address) {
      if (refuses()) throw new DOMException("too often", "SecurityError");
      writes.push(now);
      const [search = "", hash = ""] = address.split(/(?=#)/);
      Object.assign(location, { search, hash });
    },
  };
  const bar = new AddressBar({ location, history }, () => now);
  /** @param {number} milliseconds */
  const wait = (milliseconds) => {
    now += milliseconds;
    mock.timers.tick(milliseconds);
  };
  return { bar, location, writes, wait };
}

test.afterEach(() => mock.timers.reset());

/** Moves a slider until the address follows at a pace only. @param {AddressBar} bar */
function moveSlider(bar) {
  for (let move = 0; move < 100; move += 1) bar.write({ hash: `#/perceptron?move=${move}` });
}

test("what is changed by single presses is in the address at once", () => {
  const { bar, location } = openPage();
  for (const b of [1, 2, 3]) {
    bar.write({ hash: `#/perceptron?b=${b}` });
    assert.equal(location.hash, `#/perceptron?b=${b}`);
  }
});

test("a slider that is moved for a minute writes less than any browser's limit, and the address ends with the newest", () => {
  const { bar, location, writes, wait } = openPage();
  for (let frame = 0; frame < 3600; frame += 1) {
    bar.write({ hash: `#/perceptron?b=${frame}` });
    assert.equal(bar.hash, `#/perceptron?b=${frame}`, "the page knows it before the browser shows it");
    wait(1000 / 60);
  }
  wait(1000);
  assert.equal(location.hash, "#/perceptron?b=3599");
  assert.ok(writes.length > 60, "it follows while the slider is moved");
  for (const first of writes) {
    assert.ok(writes.filter((at) => at >= first && at < first + 30_000).length < 100, "Safari");
    assert.ok(writes.filter((at) => at >= first && at < first + 10_000).length < 100, "later ones of Safari, and Chromium");
  }
});

test("a browser that refuses disturbs nobody, and has the newest when it allows it again", () => {
  let refuses = true;
  const { bar, location, wait } = openPage({ refuses: () => refuses });
  bar.write({ hash: "#/perceptron?b=1" });
  bar.write({ hash: "#/perceptron?b=2" });
  wait(15_000);
  assert.equal(location.hash, "#/perceptron");
  assert.equal(bar.hash, "#/perceptron?b=2");
  refuses = false;
  wait(15_000);
  assert.equal(location.hash, "#/perceptron?b=2");
});

test("when it matters, the newest is written at once", () => {
  const { bar, location } = openPage();
  moveSlider(bar);
  bar.write({ hash: "#/perceptron?b=2" });
  assert.notEqual(location.hash, "#/perceptron?b=2");
  bar.flush();
  assert.equal(location.hash, "#/perceptron?b=2");
});

test("who has gone to another board in the meantime stays there, with what the page was told", () => {
  const { bar, location, wait } = openPage();
  moveSlider(bar);
  bar.write({ search: "?lang=ko" });
  location.hash = "#/depth";
  assert.equal(bar.hash, "#/depth");
  wait(1000);
  assert.deepEqual(location, { search: "?lang=ko", hash: "#/depth" });
});
