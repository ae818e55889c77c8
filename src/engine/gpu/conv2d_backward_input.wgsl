// What comes back to each pixel from all places of the kernel, through product.wgsl: the convolution of the gradient
// with the kernel turned by half a turn. The picture is the gradient, whose channels are the filters; the places are
// the pixels of what the layer was given.

@group(1) @binding(1) var<storage, read> picture: array<vec4f>;              // [batch, height * width * filters]
@group(1) @binding(2) var<storage, read> parameters: array<vec4f>;          // [kernel * kernel * channels + 1, filters]
@group(1) @binding(3) var<storage, read_write> input_gradient: array<f32>;  // [batch, places * channels]

fn size() -> vec3u {
    return vec3u((op.places + 3u) / 4u * step.rows, (op.outputs + 3u) / 4u, (op.inputs + 3u) / 4u);
}

fn left(row: u32, k: u32) -> mat4x4f {
    return patches(row, k);
}

// The turned kernel: a row for each filter at each place of the kernel, a column for each channel.
fn right(k: u32, col: u32) -> mat4x4f {
    let taps = op.kernel * op.kernel;
    var columns = mat4x4f();
    if BY_FOUR == 1u {
        let turned = 4u * k / op.channels;
        let unit = 4u * k - turned * op.channels;
        let i = ((taps - 1u - turned) * op.outputs + 4u * col) * op.output_vecs + unit / 4u;
        return transpose(mat4x4f(
            parameters[i],
            parameters[i + op.output_vecs],
            parameters[i + 2u * op.output_vecs],
            parameters[i + 3u * op.output_vecs],
        ));
    }
    for (var r = 0u; r < 4u && 4u * k + r < op.inputs; r++) {
        let turned = (4u * k + r) / op.channels;
        let unit = 4u * k + r - turned * op.channels;
        for (var c = 0u; c < 4u; c++) {
            let row = (taps - 1u - turned) * op.outputs + 4u * col + c;
            columns[r][c] = parameters[row * op.output_vecs + unit / 4u][unit % 4u];
        }
    }
    return columns;
}

fn finish(row: u32, col: u32, sums: mat4x4f) {
    let at = places(row);
    for (var r = 0u; r < 4u; r++) {
        let i = at.example * op.made + at.place[r] * op.outputs + 4u * col;
        for (var c = 0u; at.there[r] && c < 4u && 4u * col + c < op.outputs; c++) {
            input_gradient[i + c] = sums[r][c];
        }
    }
}
