use super::activation::multiply_by_derivative;
use super::linear::Sizes;
use super::product::{Matrix, Panels, product};
use crate::activation::Activation;

/// `input_gradient = (gradient * weight^T) . activation'(input)`.
pub(super) fn linear_backward_input(
    Sizes { rows, inputs, outputs }: Sizes,
    gradient: &[f32],   // [rows, outputs]
    parameters: &[f32], // [inputs + 1, outputs]
    input: &[f32],      // [rows, inputs]
    activation: Activation,
    input_gradient: &mut [f32], // [rows, inputs]
    panels: &mut Panels,
) {
    let weight = Matrix::new(parameters, inputs, outputs);
    product(Matrix::new(gradient, rows, outputs), weight.transposed(), input_gradient, panels);
    multiply_by_derivative(activation, &mut input_gradient[..rows * inputs], input);
}
