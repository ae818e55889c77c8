// What comes back to each pixel from all places of the kernel, through window.wgsl and convolve.wgsl: the convolution
// of the gradient with the kernel turned by half a turn. The picture is the gradient, whose channels are the filters; the
// places are the pixels of what the layer was given.

@group(1) @binding(1) var<storage, read> picture: array<vec4f>;       // [batch, height * width * filters]
@group(1) @binding(2) var<storage, read> parameters: array<vec4f>;    // [kernel * kernel * channels + 1, filters]

fn first(col: u32) -> vec4f {
    return vec4f();
}

// Of the turned kernel: a column for each of the four, a row for each channel.
fn weights(four: Four, tap: u32, col: u32) -> mat4x4f {
    let turned = op.kernel * op.kernel - 1u - (four.row * op.kernel + tap);
    let i = (turned * op.outputs + 4u * col) * op.output_vecs;
    if BY_FOUR == 1u {
        let j = i.x + four.channel.x / 4u;
        return transpose(mat4x4f(
            parameters[j],
            parameters[j + op.output_vecs],
            parameters[j + 2u * op.output_vecs],
            parameters[j + 3u * op.output_vecs],
        ));
    }
    let j = 4u * i + four.channel;
    return mat4x4f(channels(j.x), channels(j.y), channels(j.z), channels(j.w));
}

fn channels(i: u32) -> vec4f {
    let pitch = 4u * op.output_vecs;
    return vec4f(weight_at(i), weight_at(i + pitch), weight_at(i + 2u * pitch), weight_at(i + 3u * pitch));
}

fn weight_at(i: u32) -> f32 {
    return parameters[i / 4u][i % 4u];
}
