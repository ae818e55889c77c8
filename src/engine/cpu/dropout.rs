use crate::dropout::Dropout;

/// `output = input . factor`.
pub(super) fn dropout(dropout: Dropout, seed: u32, input: &[f32], output: &mut [f32]) {
    for ((place, x), y) in (0..).zip(input).zip(output) {
        *y = x * dropout.factor(seed, place);
    }
}
