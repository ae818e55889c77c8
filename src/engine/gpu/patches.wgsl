// A picture as the left factor of a product: a row for each place of the kernel, a column for each number under it.
// Nothing of it is ever written down; blocks of it are fetched from the picture as they are needed.
//
// Places are counted in blocks of four, anew for each example, so that no block belongs to two.
// What is outside of the picture is zero.

struct Places {
    example: u32,
    place: vec4u,  // within the example
    there: vec4<bool>,
}

fn places(block: u32) -> Places {
    let blocks = (op.places + 3u) / 4u; // of an example
    let example = block / blocks;
    let place = 4u * (block - example * blocks) + vec4u(0u, 1u, 2u, 3u);
    return Places(example, place, vec4<bool>(example < step.rows) & (place < vec4u(op.places)));
}

// The numbers 4 k .. under the kernel at the four places of a block, a column for each place.
fn patches(block: u32, k: u32) -> mat4x4f {
    let at = places(block);
    let y = at.place / op.across;
    let x = at.place - y * op.across;
    let start = at.example * op.input_vecs;
    var columns = mat4x4f();
    if BY_FOUR == 1u {
        // The four are channels of one pixel.
        let tap = 4u * k / op.channels;
        let channel = 4u * k - tap * op.channels;
        let row = tap / op.kernel;
        // A row or column before the picture's first is a huge number.
        let pixel_y = y + row - op.before;
        let pixel_x = x + (tap - row * op.kernel) - op.before;
        let inside = at.there & (pixel_y < vec4u(op.height)) & (pixel_x < vec4u(op.width)) & vec4<bool>(4u * k < op.inputs);
        let i = start + ((pixel_y * op.width + pixel_x) * op.channels + channel) / 4u;
        for (var r = 0u; r < 4u; r++) {
            if inside[r] {
                columns[r] = picture[i[r]];
            }
        }
        return columns;
    }
    let number = 4u * k + vec4u(0u, 1u, 2u, 3u);
    let tap = number / op.channels;
    let channel = number - tap * op.channels;
    let row = tap / op.kernel;
    let column = tap - row * op.kernel;
    for (var r = 0u; r < 4u; r++) {
        let pixel_y = y[r] + row - op.before;
        let pixel_x = x[r] + column - op.before;
        let inside = (number < vec4u(op.inputs)) & (pixel_y < vec4u(op.height)) & (pixel_x < vec4u(op.width));
        let i = (pixel_y * op.width + pixel_x) * op.channels + channel;
        for (var c = 0u; c < 4u; c++) {
            if at.there[r] && inside[c] {
                columns[r][c] = picture[start + i[c] / 4u][i[c] % 4u];
            }
        }
    }
    return columns;
}
