// Stands in for store.wgsl where the filters are a multiple of four.

@group(1) @binding(3) var<storage, read_write> output: array<vec4f>; // [batch, places * filters]

fn store(x: u32, i: u32, number: u32, values: vec4f) {
    if x < op.across && number < op.outputs {
        output[(i + number) / 4u] = values;
    }
}
