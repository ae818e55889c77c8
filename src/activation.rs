//! The activation functions.

/// What a layer does to each of its weighted sums.
///
/// The derivative of each can be told from its value alone, so that training need not keep the sums.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// `y = x; y' = 1`.
    Identity,
    /// `y = max(x, 0); y' = 1` where `y > 0` and 0 elsewhere.
    Relu,
    /// `y = tanh x; y' = 1 - y^2`.
    Tanh,
    /// `y = 1 / (1 + e^-x); y' = y (1 - y)`, the logistic function.
    Sigmoid,
}

impl Activation {
    /// Every activation, for tests and menus.
    pub const ALL: [Self; 4] = [Self::Identity, Self::Relu, Self::Tanh, Self::Sigmoid];

    /// Its place in [`Activation::ALL`].
    #[must_use]
    pub fn place(self) -> usize {
        self as usize
    }

    /// As people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["identity", "relu", "tanh", "sigmoid"][self.place()]
    }
}
