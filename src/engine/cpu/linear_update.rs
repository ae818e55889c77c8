use super::Scratch;
use super::linear::Sizes;
use super::product::{Matrix, product};
use super::update::{Rule, update};
use crate::penalty::Penalty;

/// Updates weights and biases by the gradients `input^T * gradient + penalty'(weight)` and `sum
/// of rows(gradient)`.
pub(super) fn linear_update(
    Sizes { rows, inputs, outputs }: Sizes,
    input: &[f32],           // [rows, inputs]
    gradient: &[f32],        // [rows, outputs]
    learnt: [&mut [f32]; 3], // the parameters and their slots, each [inputs + 1, outputs]
    rule: Rule,
    scratch: &mut Scratch,
) {
    let Scratch { panels, gradient: parameter_gradient } = scratch;
    parameter_gradient.resize((inputs + 1) * outputs, 0.0);
    let (weight_gradient, bias_gradient) = parameter_gradient.split_at_mut(inputs * outputs);
    let input = Matrix::new(input, rows, inputs).transposed();
    product(input, Matrix::new(gradient, rows, outputs), weight_gradient, panels);
    if rule.penalty != Penalty::NONE {
        let weights = weight_gradient.iter_mut().zip(&*learnt[0]);
        weights.for_each(|(gradient, weight)| *gradient += rule.penalty.gradient(*weight));
    }
    bias_gradient.fill(0.0);
    for row in gradient.chunks_exact(outputs).take(rows) {
        bias_gradient.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
    }
    update(rule, parameter_gradient, learnt);
}
