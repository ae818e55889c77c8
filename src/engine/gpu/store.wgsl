// Writes a vector of filters at one place. Of a strip's places some may be behind the last of the row, and of four filters
// some behind the last.

@group(1) @binding(3) var<storage, read_write> output: array<f32>; // [batch, places * filters]

fn store(x: u32, i: u32, number: u32, values: vec4f) {
    if x >= op.across {
        return;
    }
    store_one(i, number, values.x);
    store_one(i, number + 1u, values.y);
    store_one(i, number + 2u, values.z);
    store_one(i, number + 3u, values.w);
}

fn store_one(i: u32, number: u32, value: f32) {
    if number < op.outputs {
        output[i + number] = value;
    }
}
