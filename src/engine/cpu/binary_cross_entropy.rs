use super::exp::exp;

/// The mean cross-entropy of a batch with a single logit `z` and how many rows were right; fills the
/// gradient with respect to it, `(sigmoid(z) - target) / rows`.
///
/// With `p = sigmoid(z)`, `-t log p - (1 - t) log(1 - p)` is `max(z, 0) - z t + log(1 + e^-|z|)`, which
/// has no logarithm of what has been rounded to 0.
pub(super) fn binary_cross_entropy(
    logits: &[f32],       // [rows, 1]
    target: &[f32],       // [rows, 1]
    gradient: &mut [f32], // [rows, 1]
) -> [f32; 2] {
    let rows = logits.len() as f32;
    let (mut loss, mut hits) = (0.0, 0.0);
    for ((gradient, &z), target) in gradient.iter_mut().zip(logits).zip(target) {
        let small = exp(-z.abs());
        let sigmoid = if z < 0.0 { small } else { 1.0 } / (1.0 + small);
        // Unlike `f32::max`, this lets a NaN through.
        let positive = if z < 0.0 { 0.0 } else { z };
        loss += positive - z * target + (1.0 + small).ln();
        hits += f32::from((z >= 0.0) == (*target >= 0.5));
        *gradient = (sigmoid - target) / rows;
    }
    [loss / rows, hits]
}
