use super::{Columns, Lanes, at};
use crate::activation::Activation;
use crate::engine::cpu::activation::activate;

/// `output = activation(input * weight + bias)`.
pub(super) fn linear(
    input: Columns,      // [batch, inputs]
    parameters: Columns, // [inputs + 1, outputs]
    inputs: usize,
    activation: Activation,
    output: &mut [Lanes], // [batch, outputs]
) {
    for (unit, output) in output.chunks_exact_mut(input.stride).enumerate() {
        let output = &mut output[..input.lanes];
        let parameter = |row| at(parameters.values, parameters.stride, row, unit);
        output.fill([parameter(inputs); 4]);
        for k in 0..inputs {
            add_scaled(output, parameter(k), input.get(k));
        }
        activate(activation, output.as_flattened_mut());
    }
}

/// `sums += factor values`.
pub(super) fn add_scaled(sums: &mut [Lanes], factor: f32, values: &[Lanes]) {
    for (sums, values) in sums.iter_mut().zip(values) {
        for (sum, value) in sums.iter_mut().zip(values) {
            *sum += factor * value;
        }
    }
}
