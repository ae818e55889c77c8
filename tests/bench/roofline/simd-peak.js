/* The most multiplications and additions a second that WebAssembly SIMD does here, on one thread. */

const SUMS = 12;
const ITERATIONS = 20_000_000;
/** The engine compiles a function anew for speed once it has been called often enough, and not while it runs. */
const WARM_UPS = 200;

const V128 = 0x7b;
const SIMD = 0xfd;
const MULTIPLY = [SIMD, 0xe6, 0x01];
const ADD = [SIMD, 0xe4, 0x01];
const SPLAT = [SIMD, 0x13];
const FIRST_LANE = [SIMD, 0x1f, 0];
const FACTOR = [0x43, 0, 0, 0, 0x3f]; // f32.const 0.5
const [LOCAL_GET, LOCAL_SET, I32, F32] = [0x20, 0x21, 0x7f, 0x7d];

/** @returns {number} in GFLOP/s */
export function simdPeak() {
  const { run } = new WebAssembly.Instance(new WebAssembly.Module(moduleBytes())).exports;
  if (typeof run !== "function") throw new Error("the module has no function");
  for (let warmUp = 0; warmUp < WARM_UPS; warmUp += 1) run(ITERATIONS / 1000);
  const start = performance.now();
  run(ITERATIONS);
  // Each sum takes a multiplication and an addition in four lanes.
  return (ITERATIONS * SUMS * 8) / ((performance.now() - start) * 1e6);
}

/**
 * A function that so often adds a product to each of as many sums as a tile of the CPU engine has, all in registers.
 * Local 0 counts down; local 1 is a factor; the sums come after. Their own sum is given back: what nobody uses would not
 * be computed.
 */
function moduleBytes() {
  const body = [];
  for (let sum = 2; sum < 2 + SUMS; sum += 1) {
    body.push(LOCAL_GET, 1, LOCAL_GET, sum, ...MULTIPLY, LOCAL_GET, sum, ...ADD, LOCAL_SET, sum);
  }
  const countDown = [LOCAL_GET, 0, 0x41, 1, 0x6b, 0x22, 0];
  const total = [LOCAL_GET, 2];
  for (let sum = 3; sum < 2 + SUMS; sum += 1) total.push(LOCAL_GET, sum, ...ADD);
  const loop = [0x03, 0x40, ...body, ...countDown, 0x0d, 0, 0x0b];
  const code = [1, 1 + SUMS, V128, ...FACTOR, ...SPLAT, LOCAL_SET, 1, ...loop, ...total, ...FIRST_LANE, 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, I32, 1, F32]),
    ...section(3, [1, 0]),
    ...section(7, [1, 3, ...new TextEncoder().encode("run"), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}

/** @param {number} id @param {number[]} content */
function section(id, content) {
  return [id, ...unsigned(content.length), ...content];
}

/** LEB128. @param {number} value */
function unsigned(value) {
  return value < 128 ? [value] : [(value & 127) | 128, value >> 7];
}
