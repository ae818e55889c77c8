use crate::picture::{Picture, Pooling};
use std::ops::Range;

/// The largest number of each square, channel by channel. A NaN is taken for the largest, so that a run that
/// broke is seen to be broken.
pub(super) fn max_pool(
    pooling: Pooling,
    input: &[f32],      // [rows, height * width * channels] of its input
    output: &mut [f32], // [rows, height * width * channels] of its output
) {
    let outputs = output.chunks_exact_mut(pooling.output().numbers());
    for (input, output) in input.chunks_exact(pooling.input.numbers()).zip(outputs) {
        output.fill(f32::NEG_INFINITY);
        for_each_pixel(pooling, |pixel, square| {
            for (x, largest) in input[pixel].iter().zip(&mut output[square]) {
                *largest = if *x > *largest || x.is_nan() { *x } else { *largest };
            }
        });
    }
}

/// Hands the gradient of each square to its largest number, the first where several are as large.
pub(super) fn max_pool_backward(
    pooling: Pooling,
    input: &[f32],              // [rows, height * width * channels] of its input
    output: &[f32],             // the same of its output
    gradient: &[f32],           // as output
    input_gradient: &mut [f32], // as input
    left: &mut Vec<f32>,
) {
    let (given, made) = (pooling.input.numbers(), pooling.output().numbers());
    let rows = input.chunks_exact(given).zip(input_gradient.chunks_exact_mut(given));
    let squares = output.chunks_exact(made).zip(gradient.chunks_exact(made));
    for ((input, input_gradient), (output, gradient)) in rows.zip(squares) {
        input_gradient.fill(0.0);
        // What is left to be handed on: nothing more once it was.
        left.clear();
        left.extend_from_slice(gradient);
        for_each_pixel(pooling, |pixel, square| {
            let pixels = input[pixel.clone()].iter().zip(&mut input_gradient[pixel]);
            let squares = output[square.clone()].iter().zip(&mut left[square]);
            for ((x, gradient), (largest, left)) in pixels.zip(squares) {
                let is_largest = x == largest;
                *gradient = if is_largest { *left } else { 0.0 };
                *left = if is_largest { 0.0 } else { *left };
            }
        });
    }
}

/// Goes through the pixels that are in a square, row by row: the pixel's numbers, and its square's.
fn for_each_pixel(pooling: Pooling, mut each: impl FnMut(Range<usize>, Range<usize>)) {
    let Picture { width, channels, .. } = pooling.input;
    let squares = pooling.output();
    for y in 0..squares.height * pooling.size {
        for x in 0..squares.width * pooling.size {
            let pixel = y * width + x;
            let square = y / pooling.size * squares.width + x / pooling.size;
            each(pixel * channels..(pixel + 1) * channels, square * channels..(square + 1) * channels);
        }
    }
}
