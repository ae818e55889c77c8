// output = activation(input * weight + bias), through product.wgsl.

@group(1) @binding(0) var<storage, read> input: array<vec4f>;         // [batch, inputs]
@group(1) @binding(1) var<storage, read> parameters: array<vec4f>;    // [inputs + 1, outputs]
@group(1) @binding(2) var<storage, read_write> output: array<vec4f>;  // [batch, outputs]

const INPUT_VECS = INPUT_PITCH / 4u;
const OUTPUT_VECS = OUTPUT_PITCH / 4u;

fn size() -> vec3u {
    return vec3u((step.rows + 3u) / 4u, OUTPUT_VECS, INPUT_VECS);
}

fn left(row: u32, k: u32) -> mat4x4f {
    let i = 4u * row * INPUT_VECS + k;
    return mat4x4f(input[i], input[i + INPUT_VECS], input[i + 2u * INPUT_VECS], input[i + 3u * INPUT_VECS]);
}

// Where the inputs are no multiple of 4, the last block also has the biases' row and zeros below; the
// input's columns there are zero.
fn right(k: u32, col: u32) -> mat4x4f {
    let i = 4u * k * OUTPUT_VECS + col;
    return mat4x4f(
        parameters[i],
        parameters[i + OUTPUT_VECS],
        parameters[i + 2u * OUTPUT_VECS],
        parameters[i + 3u * OUTPUT_VECS],
    );
}

fn finish(row: u32, col: u32, sums: mat4x4f) {
    let bias = parameters[INPUTS * OUTPUT_VECS + col];
    // Columns beyond the last unit stay zero; sigmoid(0), say, is not.
    let is_unit = 4u * col + vec4u(0u, 1u, 2u, 3u) < vec4u(OUTPUTS);
    for (var r = 0u; r < 4u; r++) {
        output[(4u * row + r) * OUTPUT_VECS + col] = select(vec4f(), activate(sums[r] + bias), is_unit);
    }
}
