/* The address follows the page at a pace that every browser allows, and another place is a step in the browser's history. */
import assert from "node:assert/strict";
import test, { mock } from "node:test";
import { AddressBar } from "../../www/shell/address-bar.js";

/** @import { Step } from "../../www/shell/address-bar.js" */

/** A page whose clock stands until it is moved. @param {{ refuses?: () => boolean }} [browser] */
function openPage({ refuses = () => false } = {}) {
  mock.timers.enable({ apis: ["setTimeout"] });
  let now = 0;
  /** @type {number[]} */
  const writes = [];
  const location = { search: "?lang=en", hash: "#/perceptron" };
  /** @type {{ step: Step | null, address: string }[]} */
  const steps = [{ step: null, address: "" }];
  let at = 0;
  const show = (/** @type {string} */ address) => {
    const [search = "", hash = ""] = address.split(/(?=#)/);
    Object.assign(location, { search, hash });
  };
  const write = (/** @type {Step | null} */ step, /** @type {string} */ address) => {
    if (refuses()) throw new DOMException("too often", "SecurityError");
    writes.push(now);
    show(address);
    return { step, address };
  };
  const history = {
    get state() {
      return steps[at]?.step ?? null;
    },
    /** @param {Step | null} step @param {string} _ @param {string} address */
    pushState: (step, _, address) => {
      steps.splice(at + 1, Infinity, write(step, address));
      at += 1;
    },
    /** @param {Step | null} step @param {string} _ @param {string} address */
    replaceState: (step, _, address) => void (steps[at] = write(step, address)),
  };
  const bar = new AddressBar({ location, history }, () => now);
  bar.arrive();
  return {
    bar,
    location,
    writes,
    /** A board's state is to be told. @param {string} hash @param {string} [place] */
    tell: (hash, place = "#/perceptron") => bar.writeHash(hash, { place, number: 1 }),
    /** @param {number} milliseconds */
    wait: (milliseconds) => {
      now += milliseconds;
      mock.timers.tick(milliseconds);
    },
    /** What a link does. @param {string} hash */
    follow: (hash) => {
      at += 1;
      steps.splice(at, Infinity, { step: null, address: `${location.search}${hash}` });
      location.hash = hash;
    },
    back: () => {
      at -= 1;
      show(steps[at]?.address ?? "");
    },
    addresses: () => steps.map(({ address }) => address.replace("?lang=en", "")),
  };
}

test.afterEach(() => mock.timers.reset());

/** Moves a slider until the address follows at a pace only. @param {(hash: string) => void} tell */
function moveSlider(tell) {
  for (let move = 0; move < 100; move += 1) tell(`#/perceptron?move=${move}`);
}

test("what is changed by single presses is in the address at once", () => {
  const { tell, location, addresses } = openPage();
  for (const b of [1, 2, 3]) {
    tell(`#/perceptron?b=${b}`);
    assert.equal(location.hash, `#/perceptron?b=${b}`);
  }
  assert.deepEqual(addresses(), ["#/perceptron?b=3"], "Back passes over none of them");
});

test("a slider that is moved for a minute writes less than any browser's limit, and the address ends with the newest", () => {
  const { bar, tell, location, writes, wait, addresses } = openPage();
  for (let frame = 0; frame < 3600; frame += 1) {
    tell(`#/perceptron?b=${frame}`);
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
  assert.equal(addresses().length, 1);
});

test("a browser that refuses disturbs nobody, and has the newest when it allows it again", () => {
  let refuses = true;
  const { bar, tell, location, wait } = openPage({ refuses: () => refuses });
  tell("#/perceptron?b=1");
  tell("#/perceptron?b=2");
  wait(15_000);
  assert.equal(location.hash, "#/perceptron");
  assert.equal(bar.hash, "#/perceptron?b=2");
  refuses = false;
  wait(15_000);
  assert.equal(location.hash, "#/perceptron?b=2");
});

test("when it matters, the newest is written at once", () => {
  const { bar, tell, location } = openPage();
  moveSlider(tell);
  tell("#/perceptron?b=2");
  assert.notEqual(location.hash, "#/perceptron?b=2");
  bar.flush();
  assert.equal(location.hash, "#/perceptron?b=2");
});

test("who has gone to another board in the meantime stays there, with what the page was told", () => {
  const { bar, tell, location, wait, follow } = openPage();
  moveSlider(tell);
  bar.writeSearch("?lang=ko");
  follow("#/depth");
  assert.equal(bar.hash, "#/depth");
  tell("#/perceptron?b=9");
  wait(1000);
  assert.deepEqual(location, { search: "?lang=ko", hash: "#/depth" });
});

test("another place is a step, the same place is none, and neither is the one to which a link or Back has led", () => {
  const { bar, tell, back, follow, addresses } = openPage();
  tell("#/next", "#/next");
  tell("#/next?b=1", "#/next");
  tell("#/next?tab=few&b=1", "#/next?tab=few");
  tell("#/next?tab=few&b=2", "#/next?tab=few");
  assert.deepEqual(addresses(), ["#/next?b=1", "#/next?tab=few&b=2"]);
  back();
  bar.arrive();
  tell("#/next?b=2", "#/next");
  assert.deepEqual(addresses(), ["#/next?b=2", "#/next?tab=few&b=2"], "one can still go forward");
  follow("#/depth");
  bar.arrive();
  tell("#/depth?a=1", "#/depth");
  assert.deepEqual(addresses(), ["#/next?b=2", "#/depth?a=1"]);
});

test("what still moves where Back has led away from is no step", () => {
  const { bar, tell, back, addresses } = openPage();
  tell("#/next", "#/next");
  tell("#/next?tab=few", "#/next?tab=few");
  back();
  // The page learns of it a moment later.
  tell("#/next?tab=few&window=7", "#/next?tab=few");
  assert.deepEqual(addresses(), ["#/next", "#/next?tab=few"]);
  bar.arrive();
  assert.deepEqual(bar.step, { place: "#/next", number: 1 });
});

test("a key that is held down on tabs writes less than any browser's limit, and ends where it was let go", () => {
  const { tell, writes, wait, addresses } = openPage();
  for (let press = 0; press < 600; press += 1) {
    tell(`#/next?tab=${press % 4}`, `#/next?tab=${press % 4}`);
    wait(1000 / 30);
  }
  wait(1000);
  assert.ok(writes.length < 100, `${writes.length} writes`);
  assert.equal(addresses().at(-1), "#/next?tab=3");
});

test("Back tells the page nothing else than where it is: the language stays", () => {
  const { bar, tell, back, location } = openPage();
  tell("#/next", "#/next");
  tell("#/next?tab=few", "#/next?tab=few");
  bar.writeSearch("?lang=ko");
  back();
  bar.arrive();
  tell("#/next", "#/next");
  assert.deepEqual(location, { search: "?lang=ko", hash: "#/next" });
});
