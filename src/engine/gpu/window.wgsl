// What a picture has under the rows of a kernel, in fours: the four numbers may be channels of one pixel, or belong to
// several rows. From one column of pixels to the next they are as far apart as channels make them.

struct Four {
    start: vec4u,             // where the numbers of the picture's first column are
    is_there: vec4<bool>,     // the kernel has the row, and it is in the picture
    row: vec4u,               // of the kernel
    channel: vec4u,
}

// The numbers 4 k .. under the rows of the kernel, where the first of these looks at row `y` of the output.
fn numbers_under(example: u32, y: u32, k: u32) -> Four {
    let number = 4u * k + vec4u(0u, 1u, 2u, 3u);
    let row = number / op.channels;
    let channel = number - row * op.channels;
    // A row or column before the picture's first is a huge number.
    let pixel_y = y + row - op.before;
    return Four(
        4u * example * op.input_vecs + pixel_y * op.width * op.channels + channel,
        (row < vec4u(op.kernel)) & (pixel_y < vec4u(op.height)),
        row,
        channel,
    );
}

// The four in column `x` of the picture; zero outside of it. Whatever an index beyond the end reads is not taken.
fn column(four: Four, x: u32) -> vec4f {
    let is_there = four.is_there & vec4<bool>(x < op.width);
    let i = four.start + x * op.channels;
    if BY_FOUR == 1u {
        // They are channels of one pixel.
        return select(vec4f(), picture[i.x / 4u], is_there.x);
    }
    return select(vec4f(), vec4f(number_at(i.x), number_at(i.y), number_at(i.z), number_at(i.w)), is_there);
}

fn number_at(i: u32) -> f32 {
    return picture[i / 4u][i % 4u];
}

// The row of the kernel's matrix that each of the four is multiplied by in column `tap` of the kernel.
fn rows_of_weights(four: Four, tap: u32) -> vec4u {
    return (four.row * op.kernel + tap) * op.channels + four.channel;
}
