//! The losses: what training makes small.

/// How far a network's outputs are from the targets, as a mean over the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Softmax over the outputs (then called logits), then cross-entropy:
    /// `-sum_j target_j log softmax(logits)_j`. A single logit gives the probability `p` of class 1
    /// instead, by a sigmoid: `-target log p - (1 - target) log(1 - p)`.
    CrossEntropy,
    /// `sum_j (output_j - target_j)^2 / outputs`, as Keras's `MeanSquaredError` has it.
    SquaredError,
    /// `sum_j |output_j - target_j| / outputs`, as Keras's `MeanAbsoluteError` has it.
    AbsoluteError,
}

impl Loss {
    /// Every loss, for tests and menus.
    pub const ALL: [Self; 3] = [Self::CrossEntropy, Self::SquaredError, Self::AbsoluteError];

    /// As people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["cross-entropy", "squared-error", "absolute-error"][self as usize]
    }
}
