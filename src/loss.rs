//! The losses: what training makes small.

/// How far a network's outputs are from the targets, as a mean over the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// Softmax over the outputs (then called logits), then cross-entropy:
    /// `-sum_j target_j log softmax(logits)_j`.
    CrossEntropy,
    /// `sum_j (output_j - target_j)^2 / outputs`, as Keras's `MeanSquaredError` has it.
    SquaredError,
}
