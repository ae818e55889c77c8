use super::exp::exp;
use crate::activation::Activation;

/// Applies an activation to each value. The loops are apart so that each becomes SIMD, and there once.
#[inline(never)]
pub(in crate::engine) fn activate(activation: Activation, values: &mut [f32]) {
    match activation {
        Activation::Identity => {}
        // Unlike `f32::max`, this lets a NaN through, so that a run that broke is seen to be broken.
        Activation::Relu => values.iter_mut().for_each(|x| *x = if *x < 0.0 { 0.0 } else { *x }),
        Activation::Tanh => values.iter_mut().for_each(|x| *x = tanh(*x)),
        Activation::Sigmoid => values.iter_mut().for_each(|x| *x = 1.0 / (1.0 + exp(-*x))),
    }
}

/// By way of `e^2x`, and near zero, where the two ones there would cancel what matters, by a polynomial;
/// both are those of Cephes's `tanhf` (Moshier).
fn tanh(x: f32) -> f32 {
    let size = x.abs();
    let square = x * x;
    let mut polynomial = -5.704_988_7e-3;
    for coefficient in [2.063_909e-2, -5.373_971_6e-2, 1.333_144_2e-1, -3.333_328e-1] {
        polynomial = polynomial * square + coefficient;
    }
    let near_zero = polynomial * square * x + x;
    let far = (1.0 - 2.0 / (exp(2.0 * size) + 1.0)).copysign(x);
    if size < 0.625 { near_zero } else { far }
}

/// Multiplies each gradient by the derivative where the activation's value is that of `outputs`.
#[inline(never)]
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
