// Where the numbers of a square are, which `op.kernel` pixels make high and wide.

fn number_of_square(id: vec3u, place: u32) -> u32 {
    let square = id.x / op.channels;
    let row = square / op.across;
    let y = row * op.kernel + place / op.kernel;
    let x = (square - row * op.across) * op.kernel + place % op.kernel;
    return id.y * 4u * op.input_vecs + (y * op.width + x) * op.channels + id.x % op.channels;
}
