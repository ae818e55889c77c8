/* Arrays in NumPy's file: that NumPy reads it is tried in Python; here every byte that the formats ask for is looked at. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { crc32 } from "../../www/boards/digits/handwriting/crc32.js";
import { npz } from "../../www/code/npz.js";

test("the entries of the file are found by its directory, and hold the arrays with their types and shapes", async () => {
  const pixels = Uint8Array.from({ length: 3 * 784 }, (_, place) => place % 256);
  const labels = BigInt64Array.of(7n, 0n, 9n);
  const blob = await npz([{ name: "x_train", type: "|u1", shape: [3, 28, 28], values: pixels }, { name: "y_train", type: "<i8", shape: [3], values: labels }]);
  const file = Buffer.from(await blob.arrayBuffer());
  const end = file.length - 22;
  assert.equal(file.readUInt32LE(end), 0x06054b50);
  assert.equal(file.readUInt16LE(end + 10), 2);
  let at = file.readUInt32LE(end + 16);
  const entries = Array.from({ length: 2 }, () => {
    assert.equal(file.readUInt32LE(at), 0x02014b50);
    const [checksum, packed, length, name, place] = [16, 20, 24].map((offset) => file.readUInt32LE(at + offset)).concat(file.readUInt16LE(at + 28), file.readUInt32LE(at + 42));
    const own = place ?? 0;
    assert.equal(file.readUInt32LE(own), 0x04034b50);
    assert.deepEqual(file.subarray(own + 4, own + 30), file.subarray(at + 6, at + 32), "both say the same of it");
    const start = own + 30 + (name ?? 0);
    const content = inflateRawSync(file.subarray(start, start + (packed ?? 0)));
    assert.equal(content.length, length);
    assert.equal(crc32(content), checksum);
    const entry = { name: file.toString("utf8", at + 46, at + 46 + (name ?? 0)), content };
    at += 46 + (name ?? 0);
    return entry;
  });
  assert.equal(at, end);
  assert.deepEqual(entries.map(({ name }) => name), ["x_train.npy", "y_train.npy"]);
  const heads = entries.map(({ content }) => {
    assert.equal(content.toString("latin1", 0, 8), "\x93NUMPY\x01\x00");
    const length = content.readUInt16LE(8);
    assert.equal((10 + length) % 64, 0);
    assert.equal(content[9 + length], 10, "its last sign ends the line");
    return { words: content.toString("latin1", 10, 10 + length).trim(), numbers: content.subarray(10 + length) };
  });
  assert.equal(heads[0]?.words, "{'descr': '|u1', 'fortran_order': False, 'shape': (3, 28, 28), }");
  assert.equal(heads[1]?.words, "{'descr': '<i8', 'fortran_order': False, 'shape': (3,), }");
  assert.deepEqual(heads[0]?.numbers, Buffer.from(pixels));
  assert.deepEqual(heads[1]?.numbers, Buffer.from(labels.buffer));
});
