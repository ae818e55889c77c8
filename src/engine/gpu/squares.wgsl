// Where the squares are, which `op.kernel` pixels make high and wide.

// The first number of a square of one row and channel; the others are `op.channels` apart, and lines of the picture.
fn corner_of(id: vec3u) -> u32 {
    let square = id.x / op.channels;
    let row = square / op.across;
    let pixel = (row * op.width + square - row * op.across) * op.kernel;
    return id.y * 4u * op.input_vecs + pixel * op.channels + id.x - square * op.channels;
}
