use super::{Columns, Lanes, stride};
use crate::engine::cpu::update::{Rule, update};

/// Updates weights and biases by the gradients `input^T * gradient + penalty'(weight)` and `sum of
/// rows(gradient)`. Rows without an example have a zero gradient.
pub(super) fn linear_update(
    (input, inputs): (Columns, usize),     // [batch, inputs]
    (gradient, outputs): (Columns, usize), // [batch, outputs]
    learnt: [&mut [Lanes]; 3],             // the parameters and their slots, each [inputs + 1, outputs]
    rule: Rule,
    scratch: &mut Vec<Lanes>,
) {
    let stride = stride(inputs + 1);
    scratch.resize(stride * outputs, [0.0; 4]);
    let columns = scratch.chunks_exact_mut(stride).zip(learnt[0].chunks_exact(stride));
    for (unit, (parameter_gradient, parameters)) in columns.enumerate() {
        let gradient = gradient.get(unit);
        for (k, weight) in parameters.as_flattened()[..inputs].iter().enumerate() {
            parameter_gradient.as_flattened_mut()[k] =
                dot(input.get(k), gradient) + rule.penalty.gradient(*weight);
        }
        parameter_gradient.as_flattened_mut()[inputs] = gradient.as_flattened().iter().sum();
    }
    update(rule, scratch.as_flattened(), learnt.map(|values| values.as_flattened_mut()));
}

/// The sum of the products over all examples.
pub(super) fn dot(a: &[Lanes], b: &[Lanes]) -> f32 {
    let mut sums = [0.0; 4];
    for (a, b) in a.iter().zip(b) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    sums.iter().sum()
}
