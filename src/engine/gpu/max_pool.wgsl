// The largest number of each square, channel by channel. A NaN is taken for the largest, so that a run that broke is seen to be
// broken.

@group(1) @binding(1) var<storage, read> input: array<Number>;         // [batch, height * width * channels]
@group(1) @binding(2) var<storage, read_write> output: array<Number>;  // [batch, places * channels]

@compute @workgroup_size(WORKGROUP_X, WORKGROUP_Y)
fn max_pool(@builtin(global_invocation_id) id: vec3u) {
    if !is_there(id) {
        return;
    }
    let corner = corner_of(id);
    var largest = input[corner];
    for (var y = 0u; y < op.kernel; y++) {
        for (var x = 0u; x < op.kernel; x++) {
            let number = input[corner + (y * op.width + x) * pixel_length()];
            // By its bits: a compiler may take it for granted that a comparison finds no NaN.
            let is_nan = (bitcast<Bits>(number) & Bits(0x7fffffffu)) > Bits(0x7f800000u);
            largest = select(largest, number, (number > largest) | is_nan);
        }
    }
    output[place_of(id)] = largest;
}
