/* Numbers of any size, written so that they can be read. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createFormat } from "../../www/shell/format.js";
import { axisNumber, largeNumber, signed } from "../../www/shell/numbers.js";

const format = createFormat("en");

test("no number on an axis is longer than there is room for", () => {
  const written = { 0: "0", 0.001: "0.001", 0.0001: "10⁻⁴", 2e-7: "2·10⁻⁷", 0.25: "0.25", 1: "1", 1000: "1,000", 1e5: "10⁵", 5e14: "5·10¹⁴", 1e38: "10³⁸" };
  for (const [value, text] of Object.entries(written)) assert.equal(axisNumber(Number(value), format), text);
  for (let power = -30; power <= 38; power += 1) assert.ok(axisNumber(Number(`1e${power}`), format).length <= 6, `1e${power}`);
});

test("a loss that has grown beyond all bounds is a few letters long", () => {
  assert.equal(largeNumber(2.1894, format), "2.189");
  assert.equal(largeNumber(523_456_789_012_345, format), "5.2\u00a0×\u00a010¹⁴");
  assert.equal(largeNumber(Infinity, format), "∞");
});

test("what is negative has a true minus, and what rounds to zero has none", () => {
  for (const [value, text] of /** @type {const} */ ([[-0.35, "−0.35"], [-0, "0.00"], [-0.004, "0.00"], [-0.005, "−0.01"], [1, "1.00"]])) assert.equal(signed(value, 2, format), text);
});

test("lists are joined as they are spoken", () => {
  const korean = createFormat("ko-KR");
  assert.equal(korean.list(["(0, 1)", "(1, 0)"]), "(0, 1)과 (1, 0)");
  assert.equal(korean.list(["사과", "4", "귤"]), "사과, 4와 귤");
  assert.equal(korean.list(["귤", "배"]), "귤과 배");
  assert.equal(korean.list(["귤"]), "귤");
  assert.equal(korean.list([]), "");
  assert.equal(format.list(["a", "b", "c"]), "a, b, and c");
});
