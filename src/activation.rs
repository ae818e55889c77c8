//! The activation functions, each with its derivative.

/// What a layer does to each of its weighted sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// `y = x`.
    Identity,
    /// `y = max(x, 0)`.
    Relu,
    /// `y = tanh x`.
    Tanh,
    /// `y = 1 / (1 + e^-x)`, the logistic function.
    Sigmoid,
}

impl Activation {
    /// Every activation, for tests and menus.
    pub const ALL: [Self; 4] = [Self::Identity, Self::Relu, Self::Tanh, Self::Sigmoid];

    /// The activation's value at `x`.
    #[must_use]
    pub fn apply(self, x: f32) -> f32 {
        match self {
            Self::Identity => x,
            // Unlike `f32::max`, this lets a NaN through, so that a run that broke is seen to be broken.
            Self::Relu => {
                if x < 0.0 {
                    0.0
                } else {
                    x
                }
            }
            Self::Tanh => x.tanh(),
            Self::Sigmoid => 1.0 / (1.0 + (-x).exp()),
        }
    }

    /// The derivative where the activation's value is `y`.
    ///
    /// All four can be told from their value alone, so that the weighted sums need not be kept.
    /// ReLU's derivative at 0 is taken as 0.
    #[must_use]
    pub fn derivative_at_output(self, y: f32) -> f32 {
        match self {
            Self::Identity => 1.0,
            Self::Relu => {
                if y > 0.0 {
                    1.0
                } else {
                    0.0
                }
            }
            Self::Tanh => 1.0 - y * y,
            Self::Sigmoid => y * (1.0 - y),
        }
    }
}
