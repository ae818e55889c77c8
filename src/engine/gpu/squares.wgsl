// Where the squares are, which `op.kernel` pixels make high and wide. One invocation does one square of a row, in one
// channel or in four: whatever there is one of for each is a `Number`.

// From one pixel to the next.
fn pixel_length() -> u32 {
    return op.channels / EACH;
}

// Whether there is something to do.
fn is_there(id: vec3u) -> bool {
    return id.x < op.places * pixel_length() && id.y < step.rows;
}

// The first number of a square; the others are pixels apart, and lines of the picture.
fn corner_of(id: vec3u) -> u32 {
    let square = id.x / pixel_length();
    let row = square / op.across;
    let pixel = (row * op.width + square - row * op.across) * op.kernel;
    return id.y * (4u * op.input_vecs / EACH) + pixel * pixel_length() + id.x - square * pixel_length();
}

fn place_of(id: vec3u) -> u32 {
    return id.y * (op.made / EACH) + id.x;
}
