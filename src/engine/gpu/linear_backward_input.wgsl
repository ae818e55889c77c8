// input_gradient = gradient * weight^T, through product.wgsl, times the slope of the activation that made
// the input, where the program goes on with that.

@group(1) @binding(1) var<storage, read> gradient: array<vec4f>;              // [batch, outputs]
@group(1) @binding(2) var<storage, read> parameters: array<vec4f>;            // [inputs + 1, outputs]
@group(1) @binding(3) var<storage, read_write> input_gradient: array<vec4f>;  // [batch, inputs]

fn size() -> vec3u {
    return vec3u((step.rows + 3u) / 4u, op.input_vecs, op.output_vecs);
}

fn left(row: u32, k: u32) -> mat4x4f {
    let i = 4u * row * op.output_vecs + k;
    return mat4x4f(
        gradient[i], gradient[i + op.output_vecs], gradient[i + 2u * op.output_vecs], gradient[i + 3u * op.output_vecs],
    );
}

// The factor is the weight's transpose: block (k, col) of it is block (col, k) of the weight, transposed.
fn right(k: u32, col: u32) -> mat4x4f {
    let i = 4u * col * op.output_vecs + k;
    return transpose(mat4x4f(
        parameters[i],
        parameters[i + op.output_vecs],
        parameters[i + 2u * op.output_vecs],
        parameters[i + 3u * op.output_vecs],
    ));
}

fn finish(row: u32, col: u32, sums: mat4x4f) {
    // A column beyond the last input has no weights, and the biases' row stands where its first would be.
    let is_input = 4u * col + vec4u(0u, 1u, 2u, 3u) < vec4u(op.inputs);
    for (var r = 0u; r < 4u; r++) {
        let i = (4u * row + r) * op.input_vecs + col;
        input_gradient[i] = select(vec4f(), sums[r] * slope(i), is_input);
    }
}
