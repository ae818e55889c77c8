// output = activation(input * weight + bias), through product.wgsl and weights.wgsl.

@group(1) @binding(1) var<storage, read> input: array<vec4f>;         // [batch, inputs]
@group(1) @binding(3) var<storage, read_write> output: array<vec4f>;  // [batch, outputs]

fn size() -> vec3u {
    return vec3u((step.rows + 3u) / 4u, op.output_vecs, op.input_vecs);
}

fn left(row: u32, k: u32) -> mat4x4f {
    let i = 4u * row * op.input_vecs + k;
    return mat4x4f(input[i], input[i + op.input_vecs], input[i + 2u * op.input_vecs], input[i + 3u * op.input_vecs]);
}

fn finish(row: u32, col: u32, sums: mat4x4f) {
    let bias = parameters[op.inputs * op.output_vecs + col];
    // Columns beyond the last unit stay zero; sigmoid(0), say, is not.
    let is_unit = 4u * col + vec4u(0u, 1u, 2u, 3u) < vec4u(op.outputs);
    for (var r = 0u; r < 4u; r++) {
        output[(4u * row + r) * op.output_vecs + col] = select(vec4f(), activate(sums[r] + bias), is_unit);
    }
}
