// output = activation(patch * weight + bias) at each place of the kernel, through window.wgsl and convolve.wgsl.

@group(1) @binding(1) var<storage, read> picture: array<vec4f>;       // [batch, height * width * channels]
@group(1) @binding(2) var<storage, read> parameters: array<vec4f>;   // [kernel * kernel * channels + 1, filters]

fn first(col: u32) -> vec4f {
    return parameters[op.inputs * op.output_vecs + col];
}

// A column for each of the four, a row for each filter.
fn weights(four: Four, tap: u32, col: u32) -> mat4x4f {
    let i = rows_of_weights(four, tap) * op.output_vecs + col;
    return mat4x4f(parameters[i.x], parameters[i.y], parameters[i.z], parameters[i.w]);
}
