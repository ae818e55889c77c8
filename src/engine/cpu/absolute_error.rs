use super::loss::is_right;

/// The mean absolute error of a batch and how many rows were right; fills the gradient with respect
/// to the output, `sign(output - target) / (outputs rows)`.
pub(super) fn absolute_error(
    output: &[f32], // [rows, outputs]
    target: &[f32], // [rows, outputs]
    outputs: usize,
    gradient: &mut [f32], // [rows, outputs]
) -> [f32; 2] {
    let count = output.len() as f32;
    let mut loss = 0.0;
    for ((gradient, output), target) in gradient.iter_mut().zip(output).zip(target) {
        let error = output - target;
        loss += error.abs();
        // There is no slope where the two are equal.
        *gradient = if error == 0.0 { 0.0 } else { error.signum() / count };
    }
    let rows = output.chunks_exact(outputs).zip(target.chunks_exact(outputs));
    let hits = rows.filter(|(output, target)| is_right(output, target)).count();
    [loss / count, hits as f32]
}
