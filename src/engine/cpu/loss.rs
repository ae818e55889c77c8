use super::absolute_error::absolute_error;
use super::binary_cross_entropy::binary_cross_entropy;
use super::softmax_cross_entropy::softmax_cross_entropy;
use super::squared_error::squared_error;
use crate::loss::Loss;

/// The mean loss of a batch and how many rows were right; fills the gradient with respect to the output.
pub(in crate::engine) fn loss(
    loss: Loss,
    output: &[f32], // [rows, outputs]
    target: &[f32], // [rows, outputs]
    outputs: usize,
    gradient: &mut [f32], // [rows, outputs]
) -> [f32; 2] {
    match loss {
        Loss::CrossEntropy if outputs == 1 => binary_cross_entropy(output, target, gradient),
        Loss::CrossEntropy => softmax_cross_entropy(output, target, outputs, gradient),
        Loss::SquaredError => squared_error(output, target, outputs, gradient),
        Loss::AbsoluteError => absolute_error(output, target, outputs, gradient),
    }
}

/// Whether a row's largest output stands where its largest target does; a single output is right on
/// the target's side of one half.
pub(super) fn is_right(output: &[f32], target: &[f32]) -> bool {
    match (output, target) {
        ([output], [target]) => (*output >= 0.5) == (*target >= 0.5),
        _ => argmax(output) == argmax(target),
    }
}

/// Where the largest value stands, the first of equals.
fn argmax(values: &[f32]) -> usize {
    let mut best = 0;
    for (place, value) in values.iter().enumerate() {
        if *value > values[best] {
            best = place;
        }
    }
    best
}
