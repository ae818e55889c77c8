use super::exp::exp;
use crate::activation::Activation;

/// Applies an activation to each value. The loops are apart so that each becomes SIMD.
pub(in crate::engine) fn activate(activation: Activation, values: &mut [f32]) {
    match activation {
        Activation::Identity => {}
        // Unlike `f32::max`, this lets a NaN through, so that a run that broke is seen to be broken.
        Activation::Relu => values.iter_mut().for_each(|x| *x = if *x < 0.0 { 0.0 } else { *x }),
        Activation::Tanh => values.iter_mut().for_each(|x| *x = 1.0 - 2.0 / (exp(2.0 * *x) + 1.0)),
        Activation::Sigmoid => values.iter_mut().for_each(|x| *x = 1.0 / (1.0 + exp(-*x))),
    }
}

/// Multiplies each gradient by the derivative where the activation's value is that of `outputs`.
pub(in crate::engine) fn multiply_by_derivative(
    activation: Activation,
    gradients: &mut [f32],
    outputs: &[f32],
) {
    let pairs = gradients.iter_mut().zip(outputs);
    match activation {
        Activation::Identity => {}
        Activation::Relu => {
            for (gradient, y) in pairs {
                *gradient = if *y > 0.0 { *gradient } else { 0.0 };
            }
        }
        Activation::Tanh => pairs.for_each(|(gradient, y)| *gradient *= 1.0 - y * y),
        Activation::Sigmoid => pairs.for_each(|(gradient, y)| *gradient *= y * (1.0 - y)),
    }
}
