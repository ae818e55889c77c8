use super::exp::exp;
use super::loss::is_right;
use super::probabilities::probabilities;

/// The mean cross-entropy of a batch and how many rows were right; fills the gradient with respect
/// to the logits, `(softmax(logits) - target) / rows` (the targets of a row add up to 1).
pub(super) fn softmax_cross_entropy(
    logits: &[f32], // [rows, classes]
    target: &[f32], // [rows, classes]
    classes: usize,
    gradient: &mut [f32], // [rows, classes]
) -> [f32; 2] {
    let rows = (logits.len() / classes) as f32;
    let (mut loss, mut hits) = (0.0, 0.0);
    probabilities(logits, classes, gradient);
    for (logits, target) in logits.chunks_exact(classes).zip(target.chunks_exact(classes)) {
        let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let sum: f32 = logits.iter().map(|logit| exp(logit - largest)).sum();
        let log_sum = largest + sum.ln();
        loss += logits.iter().zip(target).map(|(logit, target)| target * (log_sum - logit)).sum::<f32>();
        hits += f32::from(is_right(logits, target));
    }
    for (gradient, target) in gradient.iter_mut().zip(target) {
        *gradient = (*gradient - target) / rows;
    }
    [loss / rows, hits]
}
