// Fetches the step's examples from the table. One invocation makes four features, or one number of
// the target, of one row.

@group(1) @binding(1) var<storage, read> order: array<u32>;
@group(1) @binding(2) var<storage, read> inputs: array<u32>;       // [rows, features], bytes or floats
@group(1) @binding(3) var<storage, read> targets: array<f32>;      // [rows, outputs]
@group(1) @binding(4) var<storage, read_write> input: array<vec4f>; // [batch, features]
@group(1) @binding(5) var<storage, read_write> target_: array<f32>; // [batch, outputs]

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn gather(@builtin(global_invocation_id) id: vec3u) {
    let row = id.y;
    if row >= step.rows {
        return;
    }
    let example = order[step.first + row];
    let feature_vecs = (op.inputs + 3u) / 4u;
    if id.x < feature_vecs {
        input[row * op.input_vecs + id.x] = features(example * feature_vecs + id.x);
    } else if id.x < feature_vecs + op.outputs {
        let output = id.x - feature_vecs;
        target_[row * 4u * op.output_vecs + output] = targets[example * op.outputs + output];
    }
}

// Four features: one word of bytes, or four words of floats.
fn features(place: u32) -> vec4f {
    if BYTES == 1u {
        return unpack4x8unorm(inputs[place]);
    }
    return bitcast<vec4f>(vec4u(
        inputs[4u * place], inputs[4u * place + 1u], inputs[4u * place + 2u], inputs[4u * place + 3u],
    ));
}
