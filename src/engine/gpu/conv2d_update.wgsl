// Makes the gradients patch^T * gradient + penalty'(weight) of a kernel's weights and those of its biases, through
// product.wgsl, and updates the parameters at once. The bias is the weight of one more number under the
// kernel, which is 1.

@group(1) @binding(4) var<storage, read> picture: array<vec4f>;  // [batch, height * width * channels]
@group(1) @binding(5) var<storage, read> gradient: array<vec4f>; // [batch, places * filters]

fn size() -> vec3u {
    return vec3u(op.inputs / 4u + 1u, op.output_vecs, (op.places + 3u) / 4u * step.rows);
}

// The factor is the patches' transpose.
fn left(row: u32, k: u32) -> mat4x4f {
    var numbers = transpose(patches(k, row));
    if row == op.inputs / 4u {
        numbers[op.inputs % 4u] = select(vec4f(), vec4f(1.0), places(k).there);
    }
    return numbers;
}

fn right(k: u32, col: u32) -> mat4x4f {
    let at = places(k);
    let i = at.example * op.made + at.place * op.outputs + 4u * col;
    var rows = mat4x4f();
    for (var r = 0u; r < 4u; r++) {
        if at.there[r] && op.outputs % 4u == 0u {
            rows[r] = gradient[i[r] / 4u];
        } else if at.there[r] {
            for (var c = 0u; c < 4u && 4u * col + c < op.outputs; c++) {
                rows[r][c] = gradient[(i[r] + c) / 4u][(i[r] + c) % 4u];
            }
        }
    }
    return rows;
}

fn finish(row: u32, col: u32, gradients: mat4x4f) {
    // The row below the last weights is that of the biases.
    for (var r = 0u; r < 4u && 4u * row + r <= op.inputs; r++) {
        let i = (4u * row + r) * op.output_vecs + col;
        let pull = op.l1 * sign(parameters[i]) + op.l2 * parameters[i];
        update(i, gradients[r] + select(vec4f(), pull, 4u * row + r < op.inputs));
    }
}
