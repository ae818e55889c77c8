use super::Lanes;
use crate::engine::Table;
use crate::engine::cpu::examples::{CpuTable, Inputs};

/// Copies the examples that `order` names, in its order. Bytes become numbers from 0 to 1.
pub(super) fn gather(
    examples: &CpuTable,
    table: Table,
    order: &[u32],
    input: &mut [Lanes],  // [batch, features]
    target: &mut [Lanes], // [batch, outputs]
    stride: usize,
) {
    match &examples.inputs {
        Inputs::Bytes(bytes) => {
            copy(bytes, table.features, order, input, stride, |byte| f32::from(byte) / 255.0);
        }
        Inputs::Floats(floats) => copy(floats, table.features, order, input, stride, |float| float),
    }
    copy(&examples.targets, table.outputs, order, target, stride, |float| float);
}

fn copy<T: Copy>(
    from: &[T],
    width: usize,
    order: &[u32],
    to: &mut [Lanes],
    stride: usize,
    convert: impl Fn(T) -> f32,
) {
    for (row, &example) in order.iter().enumerate() {
        let example = &from[example as usize * width..][..width];
        for (col, &value) in example.iter().enumerate() {
            to[col * stride + row / 4][row % 4] = convert(value);
        }
    }
}
