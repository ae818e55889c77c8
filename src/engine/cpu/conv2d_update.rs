use super::PartScratch;
use super::linear_update::pack_columns;
use super::panels::PANEL;
use super::tile::{TILE_ROWS, Tile, add_product};
use super::update::{Rule, update};
use crate::penalty::Penalty;
use crate::picture::Convolution;

/// The gradient is added up in so many sums or fewer, each of the examples that follow each other, and these are added
/// at last: how many there are depends on the batch and not on the cores, so that the last bits do not, either.
pub(super) const SUMS: usize = 16;

/// Adds up the gradients of weights and biases that some examples give, at all places of the kernel.
pub(super) fn add_up(
    convolution: Convolution,
    input: &[f32],       // [rows, height * width * channels] of its input
    gradient: &[f32],    // [rows, height * width * filters] of its output
    sums: &mut Vec<f32>, // out: [kernel * kernel * channels + 1, filters], in panels
    PartScratch { panel, padded, .. }: &mut PartScratch,
) {
    let inputs = convolution.inputs();
    let panel_len = (inputs + 1) * PANEL;
    let filters = convolution.output.channels;
    sums.clear();
    sums.resize(filters.div_ceil(PANEL) * panel_len, 0.0);
    let gradients_of_rows = gradient.chunks_exact(convolution.output.numbers());
    for (input, gradient) in input.chunks_exact(convolution.input.numbers()).zip(gradients_of_rows) {
        let (picture, row) = padded.fill(convolution, input);
        for (place, col) in (0..filters).step_by(PANEL).enumerate() {
            pack_columns(gradient, filters, col, panel);
            let (weights, bias) = sums[place * panel_len..][..panel_len].split_at_mut(inputs * PANEL);
            add_gradient(convolution, picture, row, panel, weights);
            for gradient in panel.iter() {
                bias.iter_mut().zip(gradient).for_each(|(sum, g)| *sum += g);
            }
        }
    }
}

/// Updates weights and biases by the gradients of all examples and `penalty'(weight)`.
pub(super) fn conv2d_update(
    convolution: Convolution,
    sums: &mut [Vec<f32>],   // by `add_up`
    learnt: [&mut [f32]; 3], // the parameters and their slots, each [kernel * kernel * channels + 1, filters], in panels
    rule: Rule,
) {
    let Some((gradients, others)) = sums.split_first_mut() else { return };
    for sums in others {
        gradients.iter_mut().zip(sums).for_each(|(gradient, sum)| *gradient += *sum);
    }
    let inputs = convolution.inputs();
    let panel_len = (inputs + 1) * PANEL;
    let [parameters, first, second] = learnt;
    let parameters = &mut parameters[..gradients.len()];
    if rule.penalty != Penalty::NONE {
        for (gradients, values) in
            gradients.chunks_exact_mut(panel_len).zip(parameters.chunks_exact(panel_len))
        {
            let weights = gradients[..inputs * PANEL].iter_mut().zip(values);
            weights.for_each(|(g, w)| *g += rule.penalty.gradient(*w));
        }
    }
    update(rule, gradients, [parameters, first, second]);
}

/// Adds the gradient that one picture gives for a panel of filters. A tile is six weights that lie side by
/// side in a row of the kernel, by eight filters; its sums run over all places.
fn add_gradient(
    convolution: Convolution,
    picture: &[f32],
    row: usize,
    gradient: &[[f32; PANEL]], // [height * width, PANEL] of its output
    weights: &mut [f32],       // [kernel * kernel * channels, PANEL]
) {
    let (channels, width) = (convolution.input.channels, convolution.output.width);
    let run = convolution.kernel * channels;
    for (y, weights) in weights.chunks_exact_mut(run * PANEL).enumerate() {
        for (k, weights) in (0..run).step_by(TILE_ROWS).zip(weights.chunks_mut(TILE_ROWS * PANEL)) {
            let mut sums = Tile::default();
            for (gradients, start) in gradient.chunks_exact(width).zip((y * row + k..).step_by(row)) {
                add_row(&mut sums, &picture[start..], channels, gradients);
            }
            weights.iter_mut().zip(sums.as_flattened()).for_each(|(weight, sum)| *weight += sum);
        }
    }
}

/// Adds what a row of places gives: six numbers at each, `channels` apart, times the gradients there.
fn add_row(sums: &mut Tile, picture: &[f32], channels: usize, gradients: &[[f32; PANEL]]) {
    let numbers = picture.array_windows::<TILE_ROWS>().step_by(channels);
    let mut tile = *sums;
    for (numbers, gradients) in numbers.zip(gradients) {
        add_product(&mut tile, numbers, gradients);
    }
    *sums = tile;
}
