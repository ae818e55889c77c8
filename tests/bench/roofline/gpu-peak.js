/* The most multiplications and additions a second that the adapter does in a shader of nothing else. */

const WORKGROUP = 64;
const WORKGROUPS = 256;
const SUMS = 8;
const ITERATIONS = 512;
const MEASURE_MS = 1000;

const shader = `
@group(0) @binding(0) var<storage, read_write> out: array<vec4f>;

@compute @workgroup_size(${WORKGROUP})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let factor = vec4f(f32(id.x) * 1e-9);
  var sums = array<vec4f, ${SUMS}>();
  for (var i = 0u; i < ${ITERATIONS}u; i++) {
    ${Array.from({ length: SUMS }, (_, sum) => `sums[${sum}] = fma(sums[${sum}], factor, factor);`).join("\n    ")}
  }
  out[id.x] = ${Array.from({ length: SUMS }, (_, sum) => `sums[${sum}]`).join(" + ")};
}`;

/** @returns {Promise<() => Promise<number>>} in GFLOP/s */
export async function gpuPeak() {
  const adapter = await navigator.gpu.requestAdapter();
  if (!adapter) throw new Error("there is no WebGPU adapter");
  const device = await adapter.requestDevice();
  const pipeline = await device.createComputePipelineAsync({ layout: "auto", compute: { module: device.createShaderModule({ code: shader }) } });
  const buffer = device.createBuffer({ size: 16 * WORKGROUP * WORKGROUPS, usage: GPUBufferUsage.STORAGE });
  const bindings = device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries: [{ binding: 0, resource: { buffer } }] });
  return async () => {
    const start = performance.now();
    let runs = 0;
    for (; performance.now() - start < MEASURE_MS; runs += 1) {
      const encoder = device.createCommandEncoder();
      const pass = encoder.beginComputePass();
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, bindings);
      pass.dispatchWorkgroups(WORKGROUPS);
      pass.end();
      device.queue.submit([encoder.finish()]);
      await device.queue.onSubmittedWorkDone();
    }
    return (runs * WORKGROUPS * WORKGROUP * ITERATIONS * SUMS * 8) / ((performance.now() - start) * 1e6);
  };
}
