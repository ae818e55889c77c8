use super::Scratch;
use super::linear::Sizes;
use super::panels::PANEL;
use super::tile::TILE_ROWS;
use super::update::{Rule, update};
use crate::penalty::Penalty;

/// Updates weights and biases by the gradients `input^T * gradient + penalty'(weight)` and `sum of
/// rows(gradient)`. The bias is the weight of one more input, which is 1. A tile of the gradient is
/// used as soon as it has been made, and never written to memory.
pub(super) fn linear_update(
    Sizes { rows, inputs, outputs }: Sizes,
    input: &[f32],           // [rows, inputs]
    gradient: &[f32],        // [rows, outputs]
    learnt: [&mut [f32]; 3], // the parameters and their slots, each [inputs + 1, outputs], in panels
    rule: Rule,
    Scratch { strips, panel, .. }: &mut Scratch,
) {
    strips.pack(inputs + 1, |first| {
        (0..rows).map(move |row| {
            let values = &input[row * inputs + first..(row + 1) * inputs];
            match values.first_chunk() {
                Some(values) => *values,
                None => std::array::from_fn(|k| match k.cmp(&values.len()) {
                    std::cmp::Ordering::Less => values[k],
                    std::cmp::Ordering::Equal => 1.0,
                    std::cmp::Ordering::Greater => 0.0,
                }),
            }
        })
    });
    let [parameters, first_slot, second_slot] = learnt;
    let panel_len = (inputs + 1) * PANEL;
    for (place, col) in (0..outputs).step_by(PANEL).enumerate() {
        pack_columns(&gradient[..rows * outputs], outputs, col, panel);
        for (strip, k) in strips.iter().zip((0..).step_by(TILE_ROWS)) {
            if strip.is_zero() && rule.rests_without_gradient() {
                continue;
            }
            let mut tile = strip.times(panel);
            let start = place * panel_len + k * PANEL;
            let part = start..start + TILE_ROWS.min(inputs + 1 - k) * PANEL;
            let gradient = &mut tile.as_flattened_mut()[..part.len()];
            let values = &mut parameters[part.clone()];
            if rule.penalty != Penalty::NONE {
                let weights = values[..TILE_ROWS.min(inputs - k) * PANEL].iter();
                gradient.iter_mut().zip(weights).for_each(|(g, w)| *g += rule.penalty.gradient(*w));
            }
            // A slot that the optimizer does not have is empty.
            let slots = [&mut *first_slot, &mut *second_slot].map(|slot| slot.get_mut(part.clone()));
            let [first, second] = slots.map(Option::unwrap_or_default);
            update(rule, gradient, [values, first, second]);
        }
    }
}

/// Eight columns of a matrix, row by row. Columns that it lacks are zero.
pub(super) fn pack_columns(values: &[f32], cols: usize, col: usize, panel: &mut Vec<[f32; PANEL]>) {
    let width = PANEL.min(cols - col);
    panel.clear();
    panel.extend(values.chunks_exact(cols).map(|row| {
        let mut packed = [0.0; PANEL];
        packed[..width].copy_from_slice(&row[col..][..width]);
        packed
    }));
}
