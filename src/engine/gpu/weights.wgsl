// The right factor of the products that go forward: the weights as they lie.

@group(1) @binding(2) var<storage, read> parameters: array<vec4f>; // [inputs + 1, outputs]

// Where the inputs are no multiple of 4, the last block also has the biases' row and zeros below; the
// left factor is zero there.
fn right(k: u32, col: u32) -> mat4x4f {
    let i = 4u * k * op.output_vecs + col;
    return mat4x4f(
        parameters[i],
        parameters[i + op.output_vecs],
        parameters[i + 2u * op.output_vecs],
        parameters[i + 3u * op.output_vecs],
    );
}
