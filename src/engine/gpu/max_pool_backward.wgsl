// Hands the gradient of each square to its largest number, the first where several are as large, times the slope of the
// activation that made it, where the program goes on with that. One invocation does one square of one row and
// channel. Numbers that are in no square stay zero.

@group(1) @binding(1) var<storage, read> input: array<f32>;                 // [batch, height * width * channels]
@group(1) @binding(2) var<storage, read> output: array<f32>;                // [batch, places * channels]
@group(1) @binding(3) var<storage, read> gradient: array<f32>;              // [batch, places * channels]
@group(1) @binding(4) var<storage, read_write> input_gradient: array<f32>;  // [batch, height * width * channels]

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn max_pool_backward(@builtin(global_invocation_id) id: vec3u) {
    if id.x >= op.places * op.channels || id.y >= step.rows {
        return;
    }
    let corner = corner_of(id);
    let square = id.y * op.made + id.x;
    let largest = output[square];
    var left = gradient[square] * derivative_at_output(vec4f(largest)).x;
    for (var y = 0u; y < op.kernel; y++) {
        for (var x = 0u; x < op.kernel; x++) {
            let i = corner + (y * op.width + x) * op.channels;
            let is_largest = input[i] == largest;
            input_gradient[i] = select(0.0, left, is_largest);
            left = select(left, 0.0, is_largest);
        }
    }
}
