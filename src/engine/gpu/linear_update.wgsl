// Makes the gradients input^T * gradient + penalty'(weight) and sum of rows(gradient) and updates the
// parameters at once, so that a gradient is never written to memory. One invocation makes a tile of 8 x 8
// weights; those of the first row of tiles also make 8 biases. See linear.wgsl for the blocks: here
// it is the input's block that is not transposed.
//
// Rows of the batch's last block of four that hold no example have a zero gradient.

@group(1) @binding(3) var<storage, read> input: array<vec4f>;    // [batch, inputs]
@group(1) @binding(4) var<storage, read> gradient: array<vec4f>; // [batch, outputs]

const INPUT_VECS = INPUT_PITCH / 4u;
const OUTPUT_VECS = OUTPUT_PITCH / 4u;

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn linear_update(@builtin(global_invocation_id) id: vec3u) {
    let row = 2u * id.y; // of the weight, in vectors of four
    let col = 2u * id.x; // in vectors of four
    if row >= INPUT_VECS || col >= OUTPUT_VECS {
        return;
    }
    var sums_00 = mat4x4f();
    var sums_01 = mat4x4f();
    var sums_10 = mat4x4f();
    var sums_11 = mat4x4f();
    for (var k = 0u; k < step.rows; k += 4u) {
        let a_0 = transpose(input_block(k, row));
        let a_1 = transpose(input_block(k, row + 1u));
        let b_0 = gradient_block(k, col);
        let b_1 = gradient_block(k, col + 1u);
        sums_00 += b_0 * a_0;
        sums_01 += b_1 * a_0;
        sums_10 += b_0 * a_1;
        sums_11 += b_1 * a_1;
    }
    update_weights(4u * row, col, sums_00);
    update_weights(4u * row, col + 1u, sums_01);
    update_weights(4u * row + 4u, col, sums_10);
    update_weights(4u * row + 4u, col + 1u, sums_11);
    if row == 0u {
        update_biases(col);
        update_biases(col + 1u);
    }
}

fn input_block(row: u32, col: u32) -> mat4x4f {
    let i = row * INPUT_VECS + col;
    return mat4x4f(input[i], input[i + INPUT_VECS], input[i + 2u * INPUT_VECS], input[i + 3u * INPUT_VECS]);
}

fn gradient_block(row: u32, col: u32) -> mat4x4f {
    let i = row * OUTPUT_VECS + col;
    return mat4x4f(
        gradient[i], gradient[i + OUTPUT_VECS], gradient[i + 2u * OUTPUT_VECS], gradient[i + 3u * OUTPUT_VECS],
    );
}

fn update_weights(row: u32, col: u32, gradients: mat4x4f) {
    // The row below the last weights is that of the biases.
    for (var r = 0u; r < 4u && row + r < INPUTS; r++) {
        let i = (row + r) * OUTPUT_VECS + col;
        update(i, gradients[r] + L1 * sign(parameters[i]) + L2 * parameters[i]);
    }
}

fn update_biases(col: u32) {
    var sum = vec4f();
    for (var k = 0u; k < step.rows; k++) {
        sum += gradient[k * OUTPUT_VECS + col];
    }
    update(INPUTS * OUTPUT_VECS + col, sum);
}
