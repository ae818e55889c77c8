// output = activation(patch * weight + bias) at each place of the kernel, through product.wgsl and weights.wgsl.

@group(1) @binding(1) var<storage, read> picture: array<vec4f>;       // [batch, height * width * channels]
@group(1) @binding(3) var<storage, read_write> output: array<f32>;   // [batch, places * filters]

fn size() -> vec3u {
    return vec3u((op.places + 3u) / 4u * step.rows, op.output_vecs, (op.inputs + 3u) / 4u);
}

fn left(row: u32, k: u32) -> mat4x4f {
    return patches(row, k);
}

fn finish(row: u32, col: u32, sums: mat4x4f) {
    let bias = parameters[op.inputs * op.output_vecs + col];
    let at = places(row);
    for (var r = 0u; r < 4u; r++) {
        let values = activate(sums[r] + bias);
        let i = at.example * op.made + at.place[r] * op.outputs + 4u * col;
        for (var c = 0u; at.there[r] && c < 4u && 4u * col + c < op.outputs; c++) {
            output[i + c] = values[c];
        }
    }
}
