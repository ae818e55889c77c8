use super::linear::add_scaled;
use super::{Columns, Lanes, at};

/// `input_gradient = gradient * weight^T`.
pub(super) fn linear_backward_input(
    (gradient, outputs): (Columns, usize), // [batch, outputs]
    parameters: Columns,                   // [inputs + 1, outputs]
    inputs: usize,
    input_gradient: &mut [Lanes], // [batch, inputs]
) {
    for (k, input_gradient) in input_gradient.chunks_exact_mut(gradient.stride).take(inputs).enumerate() {
        let input_gradient = &mut input_gradient[..gradient.lanes];
        input_gradient.fill([0.0; 4]);
        for unit in 0..outputs {
            add_scaled(input_gradient, at(parameters.values, parameters.stride, k, unit), gradient.get(unit));
        }
    }
}
