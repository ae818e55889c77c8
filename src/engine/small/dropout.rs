use super::{Columns, Lanes};
use crate::dropout::Dropout;

/// `output = input . factor`; the factors are those of the places row by row.
pub(super) fn dropout(
    dropout: Dropout,
    seed: u32,
    input: Columns, // [batch, cols]
    cols: usize,
    output: &mut [Lanes], // [batch, cols]
) {
    for (col, output) in output.chunks_exact_mut(input.stride).enumerate().take(cols) {
        let values = output[..input.lanes].as_flattened_mut().iter_mut().zip(input.get(col).as_flattened());
        for (row, (y, x)) in values.enumerate() {
            *y = x * dropout.factor(seed, (row * cols + col) as u32);
        }
    }
}
