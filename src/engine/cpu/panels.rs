//! How a layer's parameters lie in memory: in panels, each a strip of [`PANEL`] columns that lies row by row.
//!
//! All three products with a weight matrix read it so: the forward and the backward product as they
//! run along the inner dimension, and the update tile by tile. Parameters are therefore kept in
//! panels from step to step, and never copied into another order to be multiplied. Columns that the
//! last panel lacks are zero, and stay so, as their gradient is zero, until a run breaks: zero times what is no
//! number is none, either. With other values they are zero again.

use crate::engine::{EngineError, Tensor, product, zeros};

/// Columns of a panel: two SIMD registers of four.
pub(super) const PANEL: usize = 8;

/// Numbers behind the last panel, so that a tile that begins in its last row can be read whole.
const MARGIN: usize = 5 * PANEL;

/// How many numbers a matrix takes in panels.
pub(super) fn len(Tensor { rows, cols, .. }: Tensor) -> Result<usize, EngineError> {
    product([cols.div_ceil(PANEL), rows, PANEL]).map(|numbers| numbers.saturating_add(MARGIN))
}

/// Sets the first rows of a matrix in panels from `values`, `[any, cols]`.
pub(super) fn write(values: &[f32], Tensor { rows, cols, .. }: Tensor, panels: &mut [f32]) {
    for (panel, col) in panels.chunks_exact_mut(rows * PANEL).zip((0..cols).step_by(PANEL)) {
        let width = PANEL.min(cols - col);
        for (packed, row) in panel.as_chunks_mut::<PANEL>().0.iter_mut().zip(values.chunks_exact(cols)) {
            packed[..width].copy_from_slice(&row[col..][..width]);
            packed[width..].fill(0.0);
        }
    }
}

/// The first `count` rows of a matrix in panels, row by row.
pub(super) fn read(
    panels: &[f32],
    Tensor { rows, cols, .. }: Tensor,
    count: usize,
) -> Result<Vec<f32>, EngineError> {
    let mut values = zeros(count * cols)?;
    for (panel, col) in panels.chunks_exact(rows * PANEL).zip((0..cols).step_by(PANEL)) {
        let width = PANEL.min(cols - col);
        for (packed, row) in panel.as_chunks::<PANEL>().0.iter().zip(values.chunks_exact_mut(cols)) {
            row[col..][..width].copy_from_slice(&packed[..width]);
        }
    }
    Ok(values)
}
