use super::activation::activate;
use super::panels::PANEL;
use super::tile::{Strips, TILE_ROWS};
use crate::activation::Activation;

/// The sizes of a dense layer's step.
#[derive(Clone, Copy)]
pub(super) struct Sizes {
    pub rows: usize,
    pub inputs: usize,
    pub outputs: usize,
}

/// `output = activation(input * weight + bias)`. The bias is the weight of one more input, which is 1.
pub(super) fn linear(
    Sizes { rows, inputs, outputs }: Sizes,
    input: &[f32],      // [rows, inputs]
    parameters: &[f32], // [inputs + 1, outputs], in panels
    activation: Activation,
    output: &mut [f32], // [rows, outputs]
    strips: &mut Strips,
) {
    strips.pack(rows, |first| {
        let row_of =
            |row: usize| if first + row < rows { &input[(first + row) * inputs..][..inputs] } else { &[] };
        let strip: [&[f32]; TILE_ROWS] = std::array::from_fn(row_of);
        let bias = std::array::from_fn(|row| if first + row < rows { 1.0 } else { 0.0 });
        let column = move |place: usize| strip.map(|row| row.get(place).copied().unwrap_or(0.0));
        (0..inputs).map(column).chain(std::iter::once(bias))
    });
    for (panel, col) in parameters.chunks_exact((inputs + 1) * PANEL).zip((0..outputs).step_by(PANEL)) {
        let panel = panel.as_chunks().0;
        let width = PANEL.min(outputs - col);
        for (strip, first) in strips.iter().zip((0..rows).step_by(TILE_ROWS)) {
            let sums = strip.times(panel);
            for (sums, row) in sums.iter().zip(first..rows) {
                output[row * outputs + col..][..width].copy_from_slice(&sums[..width]);
            }
        }
    }
    activate(activation, &mut output[..rows * outputs]);
}
