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

// The numbers 4 k .. under the kernel at the four places of a block, a column for each place. The columns are written
// out one by one: where one is chosen by a number, a program that stands in for a GPU keeps them all in memory.
fn patches(block: u32, k: u32) -> mat4x4f {
    let at = places(block);
    let y = at.place / op.across;
    let x = at.place - y * op.across;
    let start = at.example * op.input_vecs;
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
        return mat4x4f(
            channels(inside.x, i.x), channels(inside.y, i.y), channels(inside.z, i.z), channels(inside.w, i.w),
        );
    }
    return mat4x4f(
        numbers(at.there.x, y.x, x.x, 4u * start, k),
        numbers(at.there.y, y.y, x.y, 4u * start, k),
        numbers(at.there.z, y.z, x.z, 4u * start, k),
        numbers(at.there.w, y.w, x.w, 4u * start, k),
    );
}

fn channels(is_inside: bool, i: u32) -> vec4f {
    return select(vec4f(), picture[select(0u, i, is_inside)], is_inside);
}

// The numbers 4 k .. under the kernel at one place, row by row and channel by channel.
fn numbers(is_there: bool, y: u32, x: u32, start: u32, k: u32) -> vec4f {
    let number = 4u * k + vec4u(0u, 1u, 2u, 3u);
    let tap = number / op.channels;
    let row = tap / op.kernel;
    let pixel_y = y + row - op.before;
    let pixel_x = x + (tap - row * op.kernel) - op.before;
    let inside = vec4<bool>(is_there) & (number < vec4u(op.inputs)) & (pixel_y < vec4u(op.height)) & (pixel_x < vec4u(op.width));
    let i = start + (pixel_y * op.width + pixel_x) * op.channels + number - tap * op.channels;
    return vec4f(number_at(inside.x, i.x), number_at(inside.y, i.y), number_at(inside.z, i.z), number_at(inside.w, i.w));
}

fn number_at(is_inside: bool, i: u32) -> f32 {
    return select(0.0, picture[select(0u, i / 4u, is_inside)][i % 4u], is_inside);
}
