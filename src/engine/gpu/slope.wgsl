// The slope of the activation that made the input.

@group(1) @binding(4) var<storage, read> input: array<vec4f>; // [batch, inputs]

fn slope(i: u32) -> vec4f {
    return derivative_at_output(input[i]);
}
