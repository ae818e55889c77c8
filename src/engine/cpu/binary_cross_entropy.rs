use super::softmax_cross_entropy::is_right;

/// Keeps the logarithms finite, as in Keras.
const EPSILON: f32 = 1e-7;

/// The mean cross-entropy of a batch with a single output and how many rows were right; fills the
/// gradient with respect to the sum before the sigmoid, `(output - target) / rows`.
pub(in crate::engine) fn binary_cross_entropy(
    output: &[f32],       // [rows, 1]
    target: &[f32],       // [rows, 1]
    gradient: &mut [f32], // [rows, 1]
) -> [f32; 2] {
    let rows = output.len() as f32;
    let (mut loss, mut hits) = (0.0, 0.0);
    for ((gradient, output), target) in gradient.iter_mut().zip(output).zip(target) {
        let probability = output.clamp(EPSILON, 1.0 - EPSILON);
        loss -= target * probability.ln() + (1.0 - target) * (1.0 - probability).ln();
        hits += f32::from(is_right(&[*output], &[*target]));
        *gradient = (output - target) / rows;
    }
    [loss / rows, hits]
}
