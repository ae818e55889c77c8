// Hands the gradient of each square to its largest number, the first where several are as large, times the slope of the
// activation that made it, where the program goes on with that. Numbers that are in no square
// stay zero.

@group(1) @binding(1) var<storage, read> input: array<Number>;                 // [batch, height * width * channels]
@group(1) @binding(2) var<storage, read> output: array<Number>;                // [batch, places * channels]
@group(1) @binding(3) var<storage, read> gradient: array<Number>;              // [batch, places * channels]
@group(1) @binding(4) var<storage, read_write> input_gradient: array<Number>;  // [batch, height * width * channels]

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn max_pool_backward(@builtin(global_invocation_id) id: vec3u) {
    if !is_there(id) {
        return;
    }
    let corner = corner_of(id);
    let square = place_of(id);
    let largest = output[square];
    var left = gradient[square] * of_four(derivative_at_output(vec4f(largest)));
    for (var y = 0u; y < op.kernel; y++) {
        for (var x = 0u; x < op.kernel; x++) {
            let i = corner + (y * op.width + x) * pixel_length();
            let is_largest = input[i] == largest;
            input_gradient[i] = select(Number(), left, is_largest);
            left = select(left, Number(), is_largest);
        }
    }
}
