// Makes the gradients patch^T * gradient + penalty'(weight) of a kernel's weights and those of its biases, through
// product.wgsl, and updates the parameters at once. The bias is the weight of one more number under the
// kernel, which is 1.

@group(1) @binding(4) var<storage, read> picture: array<vec4f>;  // [batch, height * width * channels]
@group(1) @binding(5) var<storage, read> gradient: array<vec4f>; // [batch, places * filters]

fn size() -> vec3u {
    return vec3u(op.inputs / 4u + 1u, op.output_vecs, (op.places + 3u) / 4u * step.rows);
}

// The factor is the patches' transpose, with ones in the row below the last weights. Rows are written out one by one, as
// in patches.wgsl.
fn left(row: u32, k: u32) -> mat4x4f {
    let weights = transpose(patches(k, row));
    let ones = select(vec4f(), vec4f(1.0), places(k).there);
    let is_last = vec4<bool>(row == op.inputs / 4u) & (vec4u(0u, 1u, 2u, 3u) == vec4u(op.inputs % 4u));
    return mat4x4f(
        select(weights[0], ones, is_last.x),
        select(weights[1], ones, is_last.y),
        select(weights[2], ones, is_last.z),
        select(weights[3], ones, is_last.w),
    );
}

fn right(k: u32, col: u32) -> mat4x4f {
    let at = places(k);
    let i = at.example * op.made + at.place * op.outputs + 4u * col;
    return mat4x4f(
        filters(at.there.x, i.x, col), filters(at.there.y, i.y, col), filters(at.there.z, i.z, col), filters(at.there.w, i.w, col),
    );
}

// The gradients of the filters 4 col .. at one place.
fn filters(is_there: bool, i: u32, col: u32) -> vec4f {
    if op.outputs % 4u == 0u {
        return select(vec4f(), gradient[select(0u, i / 4u, is_there)], is_there);
    }
    var values = vec4f();
    for (var c = 0u; is_there && c < 4u && 4u * col + c < op.outputs; c++) {
        values[c] = gradient[(i + c) / 4u][(i + c) % 4u];
    }
    return values;
}

fn finish(row: u32, col: u32, gradients: mat4x4f) {
    // The row below the last weights is that of the biases.
    for (var r = 0u; r < 4u && 4u * row + r <= op.inputs; r++) {
        let i = (4u * row + r) * op.output_vecs + col;
        let pull = op.l1 * sign(parameters[i]) + op.l2 * parameters[i];
        update(i, gradients[r] + select(vec4f(), pull, 4u * row + r < op.inputs));
    }
}
