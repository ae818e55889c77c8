use super::examples::{CpuTable, Inputs};

/// Copies the examples that `order` names, in its order. Bytes become numbers from 0 to 1.
pub(super) fn gather(
    examples: &CpuTable,
    features: usize,
    outputs: usize,
    order: &[u32],
    input: &mut [f32],  // [batch, features]
    target: &mut [f32], // [batch, outputs]
) {
    match &examples.inputs {
        Inputs::Bytes(bytes) => copy_rows(bytes, features, order, input, |byte| f32::from(byte) / 255.0),
        Inputs::Floats(floats) => copy_rows(floats, features, order, input, |float| float),
    }
    copy_rows(&examples.targets, outputs, order, target, |float| float);
}

fn copy_rows<T: Copy>(from: &[T], width: usize, order: &[u32], to: &mut [f32], convert: impl Fn(T) -> f32) {
    for (to, &row) in to.chunks_exact_mut(width).zip(order) {
        let from = &from[row as usize * width..][..width];
        for (to, &from) in to.iter_mut().zip(from) {
            *to = convert(from);
        }
    }
}
