use super::{Columns, Lanes};
use crate::picture::Pooling;

/// The largest number of each square, channel by channel; as in [`Cpu`](crate::engine::cpu::Cpu).
pub(super) fn max_pool(
    pooling: Pooling,
    input: Columns,       // [batch, height * width * channels] of its input
    output: &mut [Lanes], // [batch, height * width * channels] of its output
) {
    for (square, output) in output.chunks_exact_mut(input.stride).enumerate().take(pooling.output().numbers())
    {
        let output = &mut output[..input.lanes];
        output.fill([f32::NEG_INFINITY; 4]);
        for number in numbers_of(pooling, square) {
            let values = input.get(number).as_flattened().iter();
            for (largest, x) in output.as_flattened_mut().iter_mut().zip(values) {
                *largest = if *x > *largest || x.is_nan() { *x } else { *largest };
            }
        }
    }
}

/// Hands the gradient of each square to its largest number, the first where several are as large.
pub(super) fn max_pool_backward(
    pooling: Pooling,
    input: Columns,               // [batch, height * width * channels] of its input
    output: Columns,              // the same of its output
    gradient: Columns,            // as output
    input_gradient: &mut [Lanes], // as input
) {
    input_gradient.fill([0.0; 4]);
    for square in 0..pooling.output().numbers() {
        let squares = output.get(square).as_flattened().iter().zip(gradient.get(square).as_flattened());
        for (row, (largest, gradient)) in squares.enumerate() {
            let is_largest = |number: &usize| input.get(*number)[row / 4][row % 4] == *largest;
            if let Some(number) = numbers_of(pooling, square).find(is_largest) {
                input_gradient[number * input.stride + row / 4][row % 4] = *gradient;
            }
        }
    }
}

/// The places of the numbers in a square.
fn numbers_of(Pooling { input, size }: Pooling, square: usize) -> impl Iterator<Item = usize> {
    let across = input.width / size;
    let (pixel, channel) = (square / input.channels, square % input.channels);
    let (top, left) = (pixel / across * size, pixel % across * size);
    (0..size * size).map(move |place| {
        ((top + place / size) * input.width + left + place % size) * input.channels + channel
    })
}
