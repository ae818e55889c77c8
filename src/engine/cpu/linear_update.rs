use super::linear::Sizes;
use super::panels::PANEL;
use super::tile::{Strips, TILE_ROWS, Tile};
use super::update::{Rule, update};
use crate::penalty::Penalty;
use std::ops::Range;

/// Packs rows of `input^T` with a last one more, of ones, for the bias is the weight of one more input, which is 1.
pub(super) fn pack(
    Sizes { rows, inputs, .. }: Sizes,
    input: &[f32],            // [rows, inputs]
    strip_rows: Range<usize>, // within 0..inputs + 1, beginning with a whole strip
    strips: &mut Strips,
) {
    strips.pack(strip_rows.len(), |first| {
        let first = strip_rows.start + first;
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
}

/// Updates weights and biases of a layer's units by the gradients `input^T * gradient + penalty'(weight)` and `sum of
/// rows(gradient)`. A tile of the gradient is used as soon as it has been made, and never written to memory.
pub(super) fn linear_update(
    Sizes { inputs, outputs, .. }: Sizes,
    strips: &[Strips],       // [inputs + 1, rows] in all
    gradient: &[f32],        // [rows, outputs]
    units: Range<usize>,     // within 0..outputs, beginning with a whole panel
    learnt: [&mut [f32]; 3], // the units' parameters and their slots, each [inputs + 1, units], in panels
    rule: Rule,
    panel: &mut Vec<[f32; PANEL]>,
) {
    let [parameters, first_slot, second_slot] = learnt;
    let panel_len = (inputs + 1) * PANEL;
    for (place, col) in units.step_by(PANEL).enumerate() {
        pack_columns(gradient, outputs, col, panel);
        let mut k = 0;
        for strip in strips.iter().flat_map(Strips::iter) {
            if !strip.is_zero() || !rule.rests_without_gradient() {
                let start = place * panel_len + k * PANEL;
                let part = start..start + TILE_ROWS.min(inputs + 1 - k) * PANEL;
                let weights = TILE_ROWS.min(inputs - k) * PANEL;
                // A slot that the optimizer does not have is empty.
                let slots = [&mut *first_slot, &mut *second_slot].map(|slot| slot.get_mut(part.clone()));
                let [first, second] = slots.map(Option::unwrap_or_default);
                update_tile(strip.times(panel), weights, [&mut parameters[part], first, second], rule);
            }
            k += TILE_ROWS;
        }
    }
}

/// Updates a tile's parameters, the first `weights` of which are no biases.
fn update_tile(mut tile: Tile, weights: usize, learnt: [&mut [f32]; 3], rule: Rule) {
    let gradient = &mut tile.as_flattened_mut()[..learnt[0].len()];
    if rule.penalty != Penalty::NONE {
        let weights = learnt[0][..weights].iter();
        gradient.iter_mut().zip(weights).for_each(|(g, w)| *g += rule.penalty.gradient(*w));
    }
    update(rule, gradient, learnt);
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
