use super::activation::activate;
use super::exp::exp;
use crate::activation::Activation;

/// `probabilities = softmax(logits)`, row by row, or the sigmoid of single logits. The largest logit is subtracted first, which
/// changes nothing but keeps the exponentials finite.
pub(in crate::engine) fn probabilities(
    logits: &[f32], // [rows, classes]
    classes: usize,
    probabilities: &mut [f32], // [rows, classes]
) {
    if classes == 1 {
        probabilities[..logits.len()].copy_from_slice(logits);
        return activate(Activation::Sigmoid, &mut probabilities[..logits.len()]);
    }
    for (logits, probabilities) in logits.chunks_exact(classes).zip(probabilities.chunks_exact_mut(classes)) {
        let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let mut sum = 0.0;
        for (probability, logit) in probabilities.iter_mut().zip(logits) {
            *probability = exp(logit - largest);
            sum += *probability;
        }
        probabilities.iter_mut().for_each(|probability| *probability /= sum);
    }
}
