//! The optimizers, with the definitions and the defaults of Keras 3
//! (<https://keras.io/api/optimizers/>).

/// A rule that turns a gradient into a change of the parameters.
///
/// In the formulas `w` is a parameter, `g` its gradient, `t` counts the updates from 1 on and
/// `rate` is what [`Optimizer::rate`] gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Optimizer {
    /// Stochastic gradient descent: `w -= rate g`.
    Sgd,
    /// Gradient descent with a velocity: `v = momentum v - rate g; w += v`.
    Momentum {
        /// The part of the velocity that each update keeps.
        momentum: f32,
    },
    /// `s = rho s + (1 - rho) g^2; w -= rate g / sqrt(s + epsilon)`.
    RmsProp {
        /// The part of the mean square that each update keeps.
        rho: f32,
        /// Keeps the division finite.
        epsilon: f32,
    },
    /// `m = beta1 m + (1 - beta1) g; s = beta2 s + (1 - beta2) g^2; w -= rate m / (sqrt(s) + epsilon)`
    /// (Kingma and Ba, 2015, in the form at the end of their section 2).
    Adam {
        /// The part of the mean gradient that each update keeps.
        beta1: f32,
        /// The part of the mean square that each update keeps.
        beta2: f32,
        /// Keeps the division finite.
        epsilon: f32,
    },
}

impl Optimizer {
    /// Momentum 0.9.
    pub const MOMENTUM: Self = Self::Momentum { momentum: 0.9 };
    /// Keras's RMSprop.
    pub const RMSPROP: Self = Self::RmsProp { rho: 0.9, epsilon: 1e-7 };
    /// Keras's Adam.
    pub const ADAM: Self = Self::Adam { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };
    /// Every optimizer with its defaults, for tests and menus.
    pub const ALL: [Self; 4] = [Self::Sgd, Self::MOMENTUM, Self::RMSPROP, Self::ADAM];

    /// The place of its kind in [`Optimizer::ALL`].
    #[must_use]
    pub fn place(self) -> usize {
        match self {
            Self::Sgd => 0,
            Self::Momentum { .. } => 1,
            Self::RmsProp { .. } => 2,
            Self::Adam { .. } => 3,
        }
    }

    /// As people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["sgd", "momentum", "rmsprop", "adam"][self.place()]
    }

    /// How many numbers it remembers for each parameter.
    #[must_use]
    pub fn slots(self) -> usize {
        match self {
            Self::Sgd => 0,
            Self::Momentum { .. } | Self::RmsProp { .. } => 1,
            Self::Adam { .. } => 2,
        }
    }

    /// The learning rate that Keras starts it with.
    #[must_use]
    pub fn default_learning_rate(self) -> f32 {
        match self {
            Self::Sgd | Self::Momentum { .. } => 0.01,
            Self::RmsProp { .. } | Self::Adam { .. } => 0.001,
        }
    }

    /// The rate of update number `update` (from 1 on): the learning rate, for Adam with its
    /// correction for slots that began at zero, `sqrt(1 - beta2^t) / (1 - beta1^t)`.
    #[must_use]
    pub fn rate(self, learning_rate: f32, update: u64) -> f32 {
        match self {
            Self::Adam { beta1, beta2, .. } => {
                // By whole exponents, whose code is a tenth of that for any; beyond these no power is left.
                let exponent = i32::try_from(update).unwrap_or(i32::MAX);
                let power = |beta: f32| 1.0 - f64::from(beta).powi(exponent);
                (f64::from(learning_rate) * power(beta2).sqrt() / power(beta1)) as f32
            }
            _ => learning_rate,
        }
    }
}
