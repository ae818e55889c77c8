use crate::optimizer::Optimizer;
use crate::penalty::Penalty;

/// What a gradient is used by.
#[derive(Clone, Copy)]
pub(in crate::engine) struct Rule {
    pub optimizer: Optimizer,
    pub rate: f32,
    pub penalty: Penalty,
}

impl Rule {
    /// Whether parameters stay as they are where their gradient is zero: nothing is remembered of
    /// earlier gradients, and nothing draws weights to zero.
    pub fn rests_without_gradient(self) -> bool {
        self.optimizer == Optimizer::Sgd && self.penalty == Penalty::NONE
    }
}

/// Lets an optimizer use a gradient on parameters and its slots for them (empty where it has none);
/// the formulas are those of [`Optimizer`]. The loops are apart so that each becomes SIMD, and there once.
#[inline(never)]
pub(in crate::engine) fn update(
    Rule { optimizer, rate, .. }: Rule,
    gradient: &[f32],
    [parameters, first, second]: [&mut [f32]; 3],
) {
    let parameters = parameters.iter_mut().zip(gradient);
    match optimizer {
        Optimizer::Sgd => {
            for (w, g) in parameters {
                *w -= rate * g;
            }
        }
        Optimizer::Momentum { momentum } => {
            for ((w, g), v) in parameters.zip(first) {
                *v = momentum * *v - rate * g;
                *w += *v;
            }
        }
        Optimizer::RmsProp { rho, epsilon } => {
            for ((w, g), s) in parameters.zip(first) {
                *s = rho * *s + (1.0 - rho) * g * g;
                *w -= rate * g / (*s + epsilon).sqrt();
            }
        }
        Optimizer::Adam { beta1, beta2, epsilon } => {
            for (((w, g), m), s) in parameters.zip(first).zip(second) {
                *m = beta1 * *m + (1.0 - beta1) * g;
                *s = beta2 * *s + (1.0 - beta2) * g * g;
                *w -= rate * *m / (s.sqrt() + epsilon);
            }
        }
    }
}
