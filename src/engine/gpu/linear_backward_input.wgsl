// input_gradient = (gradient * weight^T) . activation'(input), through product.wgsl.

@group(1) @binding(0) var<storage, read> gradient: array<vec4f>;              // [batch, outputs]
@group(1) @binding(1) var<storage, read> parameters: array<vec4f>;            // [inputs + 1, outputs]
@group(1) @binding(2) var<storage, read> input: array<vec4f>;                 // [batch, inputs]
@group(1) @binding(3) var<storage, read_write> input_gradient: array<vec4f>;  // [batch, inputs]

const INPUT_VECS = INPUT_PITCH / 4u;
const OUTPUT_VECS = OUTPUT_PITCH / 4u;

fn size() -> vec3u {
    return vec3u((step.rows + 3u) / 4u, INPUT_VECS, OUTPUT_VECS);
}

fn left(row: u32, k: u32) -> mat4x4f {
    let i = 4u * row * OUTPUT_VECS + k;
    return mat4x4f(
        gradient[i], gradient[i + OUTPUT_VECS], gradient[i + 2u * OUTPUT_VECS], gradient[i + 3u * OUTPUT_VECS],
    );
}

// The factor is the weight's transpose: block (k, col) of it is block (col, k) of the weight, transposed.
fn right(k: u32, col: u32) -> mat4x4f {
    let i = 4u * col * OUTPUT_VECS + k;
    return transpose(mat4x4f(
        parameters[i],
        parameters[i + OUTPUT_VECS],
        parameters[i + 2u * OUTPUT_VECS],
        parameters[i + 3u * OUTPUT_VECS],
    ));
}

fn finish(row: u32, col: u32, sums: mat4x4f) {
    // A column beyond the last input has no weights, and the biases' row stands where its first would be.
    let is_input = 4u * col + vec4u(0u, 1u, 2u, 3u) < vec4u(INPUTS);
    for (var r = 0u; r < 4u; r++) {
        let i = (4u * row + r) * INPUT_VECS + col;
        input_gradient[i] = select(vec4f(), sums[r] * derivative_at_output(input[i]), is_input);
    }
}
