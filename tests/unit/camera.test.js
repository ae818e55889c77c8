/* The camera that reads a class's codes: whatever goes wrong or comes late, none stays on. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

/** These tests know nothing of a document, and the camera is made for one. */
const boards = "../../www/boards";
const { CodeCamera } = await import(`${boards}/digits/handwriting/camera.js`);

/** Cameras that are on. */
let running = 0;
/** Lets the browser's question be answered. @type {(() => void)[]} */
let questions = [];
/** Whether the browser reads codes. */
let isAble = true;

class BarcodeDetector {
  static async getSupportedFormats() {
    if (!isAble) throw new Error("the service has gone");
    return ["qr_code"];
  }
  async detect() {
    throw new Error("there is no picture yet");
  }
}

function getUserMedia() {
  return new Promise((resolve) => {
    questions.push(() => {
      running += 1;
      resolve({ getTracks: () => [{ stop: () => (running -= 1) }] });
    });
  });
}

Object.defineProperty(globalThis, "window", { value: { BarcodeDetector } });
Object.defineProperty(globalThis, "navigator", { value: { mediaDevices: { getUserMedia } }, configurable: true });
console.warn = () => {};

const video = () => ({ srcObject: null, play: async () => {} });
const answered = () => new Promise((resolve) => setTimeout(resolve, 5));

beforeEach(() => {
  running = 0;
  questions = [];
  isAble = true;
});

test("a camera that is allowed after it was turned off does not stay on, and that is no refusal", async () => {
  const camera = new CodeCamera(video(), () => {});
  const isOn = camera.start();
  await answered();
  camera.stop();
  for (const allow of questions) allow();
  assert.equal(await isOn, true);
  assert.equal(running, 0);
});

test("of two that were asked for while the question stood one is on, and stops", async () => {
  const camera = new CodeCamera(video(), () => {});
  const first = camera.start();
  await answered();
  camera.stop();
  const second = camera.start();
  await answered();
  for (const allow of questions) allow();
  assert.deepEqual(await Promise.all([first, second]), [true, true]);
  assert.equal(running, 1);
  camera.stop();
  assert.equal(running, 0);
});

test("where nothing reads codes no camera is asked for", async () => {
  isAble = false;
  assert.equal(await new CodeCamera(video(), () => {}).start(), false);
  assert.equal(questions.length, 0);
});
