use super::activation::activate;
use super::product::{Matrix, Panels, product};
use crate::activation::Activation;

/// The sizes of a dense layer's step.
#[derive(Clone, Copy)]
pub(super) struct Sizes {
    pub rows: usize,
    pub inputs: usize,
    pub outputs: usize,
}

/// `output = activation(input * weight + bias)`.
pub(super) fn linear(
    Sizes { rows, inputs, outputs }: Sizes,
    input: &[f32],      // [rows, inputs]
    parameters: &[f32], // [inputs + 1, outputs]
    activation: Activation,
    output: &mut [f32], // [rows, outputs]
    panels: &mut Panels,
) {
    let (weight, bias) = parameters.split_at(inputs * outputs);
    product(Matrix::new(input, rows, inputs), Matrix::new(weight, inputs, outputs), output, panels);
    let output = &mut output[..rows * outputs];
    for row in output.chunks_exact_mut(outputs) {
        row.iter_mut().zip(bias).for_each(|(output, bias)| *output += bias);
    }
    activate(activation, output);
}
