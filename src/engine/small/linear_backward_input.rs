use super::linear::add_scaled;
use super::{Columns, Lanes, at};
use crate::activation::Activation;
use crate::engine::cpu::activation::multiply_by_derivative;

/// `input_gradient = (gradient * weight^T) . activation'(input)`.
pub(super) fn linear_backward_input(
    (gradient, outputs): (Columns, usize), // [batch, outputs]
    parameters: Columns,                   // [inputs + 1, outputs]
    (input, inputs): (Columns, usize),     // [batch, inputs]
    activation: Activation,
    input_gradient: &mut [Lanes], // [batch, inputs]
) {
    for (k, input_gradient) in input_gradient.chunks_exact_mut(input.stride).take(inputs).enumerate() {
        let input_gradient = &mut input_gradient[..input.lanes];
        input_gradient.fill([0.0; 4]);
        for unit in 0..outputs {
            add_scaled(input_gradient, at(parameters.values, parameters.stride, k, unit), gradient.get(unit));
        }
        multiply_by_derivative(activation, input_gradient.as_flattened_mut(), input.get(k).as_flattened());
    }
}
