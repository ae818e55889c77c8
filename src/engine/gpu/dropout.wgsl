// output = input . factor, with the factors of dropout.rs. One invocation makes four numbers of a row.

@group(1) @binding(1) var<storage, read> input: array<vec4f>;         // [batch, numbers]
@group(1) @binding(2) var<storage, read_write> output: array<vec4f>;  // [batch, numbers]

fn hash(value: vec4u) -> vec4u {
    var x = (value ^ (value >> vec4u(16u))) * 0x7feb352du;
    x = (x ^ (x >> vec4u(15u))) * 0x846ca68bu;
    return x ^ (x >> vec4u(16u));
}

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn dropout(@builtin(global_invocation_id) id: vec3u) {
    // The last block of four rows may not be full; linear_update relies on gradients being zero there.
    if id.x >= op.input_vecs || id.y >= (step.rows + 3u) / 4u * 4u {
        return;
    }
    let place = id.y * op.inputs + 4u * id.x + vec4u(0u, 1u, 2u, 3u);
    let key = hash(vec4u(step.seed) ^ hash(vec4u(op.layer)));
    let kept = hash(place ^ key) >= vec4u(op.threshold);
    let i = id.y * op.input_vecs + id.x;
    output[i] = input[i] * select(vec4f(), vec4f(op.scale), kept);
}
