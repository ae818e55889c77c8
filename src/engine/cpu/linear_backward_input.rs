use super::linear::Sizes;
use super::panels::PANEL;
use super::tile::{TILE_ROWS, rows_times};

/// `input_gradient = gradient * weight^T`, made as `weight * gradient^T` turned
/// over, so that the weights, which are most, are read as they lie.
pub(super) fn linear_backward_input(
    Sizes { rows, inputs, outputs }: Sizes,
    gradient: &[f32],           // [rows, outputs]
    parameters: &[f32],         // [inputs + 1, outputs], in panels
    input_gradient: &mut [f32], // [rows, inputs]
    panel: &mut Vec<[f32; PANEL]>,
) {
    let panel_len = (inputs + 1) * PANEL;
    // Filled up to whole panels of the weights, whose columns there are zero as well.
    panel.clear();
    panel.resize(outputs.next_multiple_of(PANEL), [0.0; PANEL]);
    for first in (0..rows).step_by(PANEL) {
        let width = PANEL.min(rows - first);
        for row in 0..PANEL {
            let values = if row < width { &gradient[(first + row) * outputs..][..outputs] } else { &[] };
            let values = values.iter().copied().chain(std::iter::repeat(0.0));
            panel.iter_mut().zip(values).for_each(|(packed, value)| packed[row] = value);
        }
        for k in (0..inputs).step_by(TILE_ROWS) {
            let sums = rows_times(parameters, panel_len, k * PANEL, panel);
            for (sums, k) in sums.iter().zip(k..inputs) {
                for (row, sum) in sums[..width].iter().enumerate() {
                    input_gradient[(first + row) * inputs + k] = *sum;
                }
            }
        }
    }
}
