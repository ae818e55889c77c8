// gradient = gradient . activation'(output). One invocation makes four numbers of a row.

@group(1) @binding(1) var<storage, read> output: array<vec4f>;         // [batch, outputs]
@group(1) @binding(2) var<storage, read_write> gradient: array<vec4f>; // [batch, outputs]

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn activation_backward(@builtin(global_invocation_id) id: vec3u) {
    if id.x < op.output_vecs && id.y < step.rows {
        let i = id.y * op.output_vecs + id.x;
        gradient[i] *= derivative_at_output(output[i]);
    }
}
