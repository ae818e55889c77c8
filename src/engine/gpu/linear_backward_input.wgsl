// input_gradient = (gradient * weight^T) . activation'(input). One invocation makes a tile of 8 x 8;
// see linear.wgsl for the blocks. With the weight's block b not transposed, its transpose is the factor.

@group(1) @binding(0) var<storage, read> gradient: array<vec4f>;              // [batch, outputs]
@group(1) @binding(1) var<storage, read> parameters: array<vec4f>;            // [inputs + 1, outputs]
@group(1) @binding(2) var<storage, read> input: array<vec4f>;                 // [batch, inputs]
@group(1) @binding(3) var<storage, read_write> input_gradient: array<vec4f>;  // [batch, inputs]

const INPUT_VECS = INPUT_PITCH / 4u;
const OUTPUT_VECS = OUTPUT_PITCH / 4u;

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn linear_backward_input(@builtin(global_invocation_id) id: vec3u) {
    let row = 8u * id.y;
    let col = 2u * id.x; // in vectors of four
    if row >= step.rows || col >= INPUT_VECS {
        return;
    }
    var sums_00 = mat4x4f();
    var sums_01 = mat4x4f();
    var sums_10 = mat4x4f();
    var sums_11 = mat4x4f();
    for (var k = 0u; k < OUTPUT_VECS; k++) {
        let a_0 = gradient_block(row, k);
        let a_1 = gradient_block(row + 4u, k);
        let b_0 = transpose(weight_block(4u * col, k));
        let b_1 = transpose(weight_block(4u * col + 4u, k));
        sums_00 += b_0 * a_0;
        sums_01 += b_1 * a_0;
        sums_10 += b_0 * a_1;
        sums_11 += b_1 * a_1;
    }
    store(row, col, sums_00);
    store(row, col + 1u, sums_01);
    store(row + 4u, col, sums_10);
    store(row + 4u, col + 1u, sums_11);
}

fn gradient_block(row: u32, col: u32) -> mat4x4f {
    let i = row * OUTPUT_VECS + col;
    return mat4x4f(
        gradient[i], gradient[i + OUTPUT_VECS], gradient[i + 2u * OUTPUT_VECS], gradient[i + 3u * OUTPUT_VECS],
    );
}

fn weight_block(row: u32, col: u32) -> mat4x4f {
    let i = row * OUTPUT_VECS + col;
    return mat4x4f(
        parameters[i],
        parameters[i + OUTPUT_VECS],
        parameters[i + 2u * OUTPUT_VECS],
        parameters[i + 3u * OUTPUT_VECS],
    );
}

fn store(row: u32, col: u32, sums: mat4x4f) {
    // A column beyond the last input has no weights, and the biases' row stands where its first would be.
    let is_input = 4u * col + vec4u(0u, 1u, 2u, 3u) < vec4u(INPUTS);
    for (var r = 0u; r < 4u; r++) {
        let i = (row + r) * INPUT_VECS + col;
        input_gradient[i] = select(vec4f(), sums[r] * derivative_at_output(input[i]), is_input);
    }
}
