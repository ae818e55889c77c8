// Makes the gradients input^T * gradient + penalty'(weight) and sum of rows(gradient), through product.wgsl, and
// updates the parameters at once, so that a gradient is never written to memory. Those who make the
// first row of blocks also make the biases below it.
//
// Rows of the batch's last block of four that hold no example have a zero gradient.

@group(1) @binding(4) var<storage, read> input: array<vec4f>;    // [batch, inputs]
@group(1) @binding(5) var<storage, read> gradient: array<vec4f>; // [batch, outputs]

fn size() -> vec3u {
    return vec3u(op.input_vecs, op.output_vecs, (step.rows + 3u) / 4u);
}

// The factor is the input's transpose: block (row, k) of it is block (k, row) of the input, transposed.
fn left(row: u32, k: u32) -> mat4x4f {
    let i = 4u * k * op.input_vecs + row;
    return transpose(
        mat4x4f(input[i], input[i + op.input_vecs], input[i + 2u * op.input_vecs], input[i + 3u * op.input_vecs]),
    );
}

fn right(k: u32, col: u32) -> mat4x4f {
    let i = 4u * k * op.output_vecs + col;
    return mat4x4f(
        gradient[i], gradient[i + op.output_vecs], gradient[i + 2u * op.output_vecs], gradient[i + 3u * op.output_vecs],
    );
}

fn finish(row: u32, col: u32, gradients: mat4x4f) {
    // The row below the last weights is that of the biases.
    for (var r = 0u; r < 4u && 4u * row + r < op.inputs; r++) {
        let i = (4u * row + r) * op.output_vecs + col;
        update(i, gradients[r] + op.l1 * sign(parameters[i]) + op.l2 * parameters[i]);
    }
    if row == 0u {
        var sum = vec4f();
        for (var k = 0u; k < step.rows; k++) {
            sum += gradient[k * op.output_vecs + col];
        }
        update(op.inputs * op.output_vecs + col, sum);
    }
}
