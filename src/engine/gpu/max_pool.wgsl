// The largest number of each square, channel by channel. One invocation makes one number of one row. A NaN is taken
// for the largest, so that a run that broke is seen to be broken.

@group(1) @binding(1) var<storage, read> input: array<f32>;         // [batch, height * width * channels]
@group(1) @binding(2) var<storage, read_write> output: array<f32>;  // [batch, places * channels]

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn max_pool(@builtin(global_invocation_id) id: vec3u) {
    if id.x >= op.places * op.channels || id.y >= step.rows {
        return;
    }
    var largest = input[number_of_square(id, 0u)];
    for (var place = 1u; place < op.kernel * op.kernel; place++) {
        let x = input[number_of_square(id, place)];
        // By its bits: a compiler may take it for granted that a comparison finds no NaN.
        if x > largest || (bitcast<u32>(x) & 0x7fffffffu) > 0x7f800000u {
            largest = x;
        }
    }
    output[id.y * op.made + id.x] = largest;
}
