// Makes the gradients patch^T * gradient + penalty'(weight) of a kernel's weights and sum of places(gradient) of its
// biases, and updates the parameters at once.
//
// One invocation has four numbers under the rows of the kernel (window.wgsl), at some of its columns beside each other, for
// some vectors of four filters: their sums are in registers. It goes along the places in fours, so that a column of
// pixels is loaded once for all columns of the kernel. SPLIT invocations share the rows of places, and their sums are
// added up in the end (together). Lines with a $ are repeated (source.rs).

@group(1) @binding(4) var<storage, read> picture: array<vec4f>;  // [batch, height * width * channels]
@group(1) @binding(5) var<storage, read> gradient: array<vec4f>; // [batch, places * filters]

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y, SPLIT)
fn conv2d_update(@builtin(global_invocation_id) id: vec3u, @builtin(local_invocation_id) local: vec3u) {
    let col = VECS * id.x;
    let groups = (op.kernel + TAPS - 1u) / TAPS; // of columns of the kernel
    let k = id.y / groups;
    let first_tap = TAPS * (id.y - k * groups);
    let is_inside = 4u * col < op.outputs && 4u * k < op.kernel * op.channels;
    let height = op.places / op.across;
    var sums_$tap_$vec = mat4x4f();
    var bias_$vec = vec4f();
    for (var line = local.z; is_inside && line < height * step.rows; line += SPLIT) {
        let example = line / height;
        let y = line - example * height;
        let four = numbers_under(example, y, k);
        let left = first_tap - op.before;
        var column_$column = vec4f();
        // What the first four places have in common with those before them.
        column_$ahead = column(four, left + $aheadu - 4u);
        for (var x = 0u; x < op.across; x += 4u) {
            column_$kept = column_$kept+4;
            column_$new = column(four, left + x + $newu);
            let i = example * op.made + (y * op.across + x) * op.outputs;
            let gradients_$vec = gradients(x, i, 4u * (col + $vecu));
            bias_$vec += gradients_$vec[0] + gradients_$vec[1] + gradients_$vec[2] + gradients_$vec[3];
            let pixels_$tap = transpose(mat4x4f(column_$tap, column_$tap+1, column_$tap+2, column_$tap+3));
            sums_$tap_$vec += gradients_$vec * pixels_$tap;
        }
    }
    sums_$tap_$vec = together(local, sums_$tap_$vec);
    bias_$vec = together(local, mat4x4f(bias_$vec, vec4f(), vec4f(), vec4f()))[0];
    if !is_inside || local.z > 0u {
        return;
    }
    let four = numbers_under(0u, 0u, k);
    learn(four, first_tap + $tapu, col + $vecu, sums_$tap_$vec);
    if id.y == 0u {
        update(op.inputs * op.output_vecs + col + $vecu, bias_$vec);
    }
}

// Those of four filters, at four places beside each other: a column for each place.
fn gradients(x: u32, i: u32, number: u32) -> mat4x4f {
    return mat4x4f(
        filters(x, i + number, number),
        filters(x + 1u, i + op.outputs + number, number),
        filters(x + 2u, i + 2u * op.outputs + number, number),
        filters(x + 3u, i + 3u * op.outputs + number, number),
    );
}

fn filters(x: u32, i: u32, number: u32) -> vec4f {
    let is_there = vec4<bool>(x < op.across) & (number + vec4u(0u, 1u, 2u, 3u) < vec4u(op.outputs));
    if FILTERS_BY_FOUR == 1u {
        return select(vec4f(), gradient[i / 4u], is_there.x);
    }
    return select(vec4f(), vec4f(gradient_at(i), gradient_at(i + 1u), gradient_at(i + 2u), gradient_at(i + 3u)), is_there);
}

fn gradient_at(i: u32) -> f32 {
    return gradient[i / 4u][i % 4u];
}

fn learn(four: Four, tap: u32, col: u32, gradients: mat4x4f) {
    let is_there = (four.row < vec4u(op.kernel)) & vec4<bool>(tap < op.kernel);
    let i = rows_of_weights(four, tap) * op.output_vecs + col;
    learn_one(is_there.x, i.x, gradients[0]);
    learn_one(is_there.y, i.y, gradients[1]);
    learn_one(is_there.z, i.z, gradients[2]);
    learn_one(is_there.w, i.w, gradients[3]);
}

fn learn_one(is_there: bool, i: u32, gradient: vec4f) {
    if is_there {
        update(i, gradient + op.l1 * sign(parameters[i]) + op.l2 * parameters[i]);
    }
}
