use super::activation::activate;
use super::panels::PANEL;
use super::tile::{TILE_ROWS, Tile, add_product};
use crate::activation::Activation;
use crate::engine::{EngineError, product, reserve};
use crate::picture::{Convolution, Picture};

/// A picture with the zeros around it that its convolution looks at, so that no place of the kernel is
/// a special one. It is used again in each step, so that no memory is asked for.
#[derive(Default)]
pub(super) struct Padded(Vec<f32>);

/// Numbers behind a padded picture, so that a strip that begins at its last one can be read whole.
const MARGIN: usize = TILE_ROWS;

/// Rows and columns of a picture with its zeros.
fn padded_size(Convolution { output, kernel, .. }: Convolution) -> [usize; 2] {
    [output.height + kernel - 1, output.width + kernel - 1]
}

impl Padded {
    pub fn make_room(&mut self, convolution: Convolution) -> Result<(), EngineError> {
        let [height, width] = padded_size(convolution);
        self.0.clear();
        reserve(&mut self.0, product([height, width, convolution.input.channels])?.saturating_add(MARGIN))
    }

    /// Takes a picture, and gives it back with its zeros, `[height, width * channels]`, and how long a row is.
    pub fn fill(&mut self, convolution: Convolution, picture: &[f32]) -> (&[f32], usize) {
        let Convolution { input, before, .. } = convolution;
        let [height, width] = padded_size(convolution);
        let row = width * input.channels;
        self.0.clear();
        self.0.resize(height * row + MARGIN, 0.0);
        let rows = self.0[before * row..].chunks_exact_mut(row);
        for (padded, pixels) in rows.zip(picture.chunks_exact(input.width * input.channels)) {
            padded[before * input.channels..][..pixels.len()].copy_from_slice(pixels);
        }
        (&self.0, row)
    }
}

/// `output = activation(patch * weight + bias)` at each place, where the patch is what lies under the kernel.
pub(super) fn conv2d(
    convolution: Convolution,
    input: &[f32],      // [rows, height * width * channels] of its input
    parameters: &[f32], // [kernel * kernel * channels + 1, filters], in panels
    activation: Activation,
    output: &mut [f32], // [rows, height * width * filters] of its output
    padded: &mut Padded,
) {
    let outputs = output.chunks_exact_mut(convolution.output.numbers());
    for (input, output) in input.chunks_exact(convolution.input.numbers()).zip(outputs) {
        let (picture, row) = padded.fill(convolution, input);
        convolve(convolution, picture, row, parameters, output);
        activate(activation, output);
    }
}

/// The sums of one picture. A tile is six places by eight filters: the numbers under a row of the kernel lie
/// together, so that nothing has to be packed.
fn convolve(convolution: Convolution, picture: &[f32], row: usize, parameters: &[f32], output: &mut [f32]) {
    let Convolution { input, output: Picture { height, width, channels: filters }, kernel, .. } = convolution;
    let run = kernel * input.channels;
    let panel_len = (convolution.inputs() + 1) * PANEL;
    let places = height * width;
    for (first, outputs) in (0..).step_by(TILE_ROWS).zip(output.chunks_mut(TILE_ROWS * filters)) {
        // Behind the last place it stands in, and what comes of it is left out.
        let starts: [usize; TILE_ROWS] = std::array::from_fn(|place| {
            let place = (first + place).min(places - 1);
            place / width * row + place % width * input.channels
        });
        for (panel, col) in parameters.chunks_exact(panel_len).zip((0..filters).step_by(PANEL)) {
            let (weights, bias) = panel.as_chunks::<PANEL>().0.split_at(kernel * run);
            let mut sums = [bias[0]; TILE_ROWS];
            for (y, weights) in weights.chunks_exact(run).enumerate() {
                add_products(&mut sums, starts.map(|start| &picture[start + y * row..][..run]), weights);
            }
            for (sums, output) in sums.iter().zip(outputs.chunks_exact_mut(filters)) {
                store(sums, &mut output[col..]);
            }
        }
    }
}

/// Six rows times a part of a panel. A function of its own, in which the compiler keeps the tile in registers.
#[inline(never)]
fn add_products(sums: &mut Tile, rows: [&[f32]; TILE_ROWS], panel: &[[f32; PANEL]]) {
    // Said once more, so that no bound is checked within the loop.
    let rows = rows.map(|row| &row[..panel.len()]);
    let mut tile = *sums;
    for (k, weights) in panel.iter().enumerate() {
        add_product(&mut tile, &rows.map(|row| row[k]), weights);
    }
    *sums = tile;
}

/// The sums of a panel's filters, as many as there are.
fn store(sums: &[f32; PANEL], to: &mut [f32]) {
    match to.first_chunk_mut() {
        Some(all) => *all = *sums,
        None => to.iter_mut().zip(sums).for_each(|(to, sum)| *to = *sum),
    }
}

/// `input_gradient = ` what comes back to each pixel from all places of the kernel: the convolution of the
/// gradient with the kernel turned by half a turn.
pub(super) fn conv2d_backward_input(
    convolution: Convolution,
    gradient: &[f32],           // [rows, height * width * filters] of its output
    turned: &[f32],             // by `turn`
    input_gradient: &mut [f32], // [rows, height * width * channels] of its input
    padded: &mut Padded,
) {
    conv2d(convolution.backward(), gradient, turned, Activation::Identity, input_gradient, padded);
}

/// How many numbers the turned kernel takes.
pub(super) fn turned_len(convolution: Convolution) -> Result<usize, EngineError> {
    let backward = convolution.backward();
    product([backward.output.channels.div_ceil(PANEL), backward.inputs() + 1, PANEL])
}

/// Makes the kernel of [`Convolution::backward`], in panels: its channels are the filters, and the reverse.
/// Its biases are zero.
pub(super) fn turn(
    convolution: Convolution,
    parameters: &[f32], // [kernel * kernel * channels + 1, filters], in panels
    turned: &mut Vec<f32>,
) {
    let Convolution {
        input: Picture { channels, .. },
        output: Picture { channels: filters, .. },
        kernel,
        ..
    } = convolution;
    let (panel_len, turned_len) =
        ((convolution.inputs() + 1) * PANEL, (kernel * kernel * filters + 1) * PANEL);
    turned.clear();
    turned.resize(channels.div_ceil(PANEL) * turned_len, 0.0);
    for tap in 0..kernel * kernel {
        let turned_tap = kernel * kernel - 1 - tap;
        for channel in 0..channels {
            for filter in 0..filters {
                let from = filter / PANEL * panel_len + (tap * channels + channel) * PANEL + filter % PANEL;
                let to =
                    channel / PANEL * turned_len + (turned_tap * filters + filter) * PANEL + channel % PANEL;
                turned[to] = parameters[from];
            }
        }
    }
}
