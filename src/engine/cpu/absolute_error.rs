use super::activation::multiply_by_derivative;
use super::softmax_cross_entropy::is_right;
use crate::activation::Activation;

/// The mean absolute error of a batch and how many rows were right; fills the gradient with respect to the sums before the
/// activation, `sign(output - target) activation'(output) / (outputs rows)`.
pub(in crate::engine) fn absolute_error(
    output: &[f32], // [rows, outputs]
    target: &[f32], // [rows, outputs]
    outputs: usize,
    activation: Activation,
    gradient: &mut [f32], // [rows, outputs]
) -> [f32; 2] {
    let count = output.len() as f32;
    let mut loss = 0.0;
    for ((gradient, output), target) in gradient.iter_mut().zip(output).zip(target) {
        let error = output - target;
        loss += error.abs();
        // There is no slope where the two are equal.
        *gradient = if error == 0.0 { 0.0 } else { error.signum() / count };
    }
    multiply_by_derivative(activation, gradient, output);
    let rows = output.chunks_exact(outputs).zip(target.chunks_exact(outputs));
    let hits = rows.filter(|(output, target)| is_right(output, target)).count();
    [loss / count, hits as f32]
}
