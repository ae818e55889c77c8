// Makes the gradients input^T * gradient + penalty'(weight) and sum of rows(gradient), through product.wgsl, and
// updates the parameters at once, so that a gradient is never written to memory. Those who make the
// first row of blocks also make the biases below it.
//
// Rows of the batch's last block of four that hold no example have a zero gradient.

@group(1) @binding(3) var<storage, read> input: array<vec4f>;    // [batch, inputs]
@group(1) @binding(4) var<storage, read> gradient: array<vec4f>; // [batch, outputs]

const INPUT_VECS = INPUT_PITCH / 4u;
const OUTPUT_VECS = OUTPUT_PITCH / 4u;

fn size() -> vec3u {
    return vec3u(INPUT_VECS, OUTPUT_VECS, (step.rows + 3u) / 4u);
}

// The factor is the input's transpose: block (row, k) of it is block (k, row) of the input, transposed.
fn left(row: u32, k: u32) -> mat4x4f {
    let i = 4u * k * INPUT_VECS + row;
    return transpose(
        mat4x4f(input[i], input[i + INPUT_VECS], input[i + 2u * INPUT_VECS], input[i + 3u * INPUT_VECS]),
    );
}

fn right(k: u32, col: u32) -> mat4x4f {
    let i = 4u * k * OUTPUT_VECS + col;
    return mat4x4f(
        gradient[i], gradient[i + OUTPUT_VECS], gradient[i + 2u * OUTPUT_VECS], gradient[i + 3u * OUTPUT_VECS],
    );
}

fn finish(row: u32, col: u32, gradients: mat4x4f) {
    // The row below the last weights is that of the biases.
    for (var r = 0u; r < 4u && 4u * row + r < INPUTS; r++) {
        let i = (4u * row + r) * OUTPUT_VECS + col;
        update(i, gradients[r] + L1 * sign(parameters[i]) + L2 * parameters[i]);
    }
    if row == 0u {
        var sum = vec4f();
        for (var k = 0u; k < step.rows; k++) {
            sum += gradient[k * OUTPUT_VECS + col];
        }
        update(INPUTS * OUTPUT_VECS + col, sum);
    }
}
