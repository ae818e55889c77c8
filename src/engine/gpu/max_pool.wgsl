// The largest number of each square, channel by channel. One invocation makes one number of one row. A NaN is taken
// for the largest, so that a run that broke is seen to be broken.

@group(1) @binding(1) var<storage, read> input: array<f32>;         // [batch, height * width * channels]
@group(1) @binding(2) var<storage, read_write> output: array<f32>;  // [batch, places * channels]

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn max_pool(@builtin(global_invocation_id) id: vec3u) {
    if id.x >= op.places * op.channels || id.y >= step.rows {
        return;
    }
    let corner = corner_of(id);
    var largest = input[corner];
    for (var y = 0u; y < op.kernel; y++) {
        for (var x = 0u; x < op.kernel; x++) {
            let number = input[corner + (y * op.width + x) * op.channels];
            // By its bits: a compiler may take it for granted that a comparison finds no NaN.
            if number > largest || (bitcast<u32>(number) & 0x7fffffffu) > 0x7f800000u {
                largest = number;
            }
        }
    }
    output[id.y * op.made + id.x] = largest;
}
