// Hands the gradient of each square to its largest number, the first where several are as large. One invocation
// does one square of one row and channel. Numbers that are in no square stay zero.

@group(1) @binding(1) var<storage, read> input: array<f32>;                 // [batch, height * width * channels]
@group(1) @binding(2) var<storage, read> output: array<f32>;                // [batch, places * channels]
@group(1) @binding(3) var<storage, read> gradient: array<f32>;              // [batch, places * channels]
@group(1) @binding(4) var<storage, read_write> input_gradient: array<f32>;  // [batch, height * width * channels]

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn max_pool_backward(@builtin(global_invocation_id) id: vec3u) {
    if id.x >= op.places * op.channels || id.y >= step.rows {
        return;
    }
    let square = id.y * op.made + id.x;
    let largest = output[square];
    var left = gradient[square];
    for (var place = 0u; place < op.kernel * op.kernel; place++) {
        let i = number_of_square(id, place);
        if input[i] == largest {
            input_gradient[i] = left;
            left = 0.0;
        } else {
            input_gradient[i] = 0.0;
        }
    }
}
