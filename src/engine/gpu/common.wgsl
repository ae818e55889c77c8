// Stands before every kernel, after the constants that gpu/kernels.rs writes for it.
//
// A tensor's rows begin at multiples of its pitch, which is a multiple of 8; there is room for a
// multiple of 8 rows. The columns between are always zero, so that products may run over them.

struct Step {
    first: u32, // where the batch begins in the order
    rows: u32,  // how many examples it has
    rate: f32,  // the optimizer's rate
    slot: u32,  // the step's row in the metrics
}

@group(0) @binding(0) var<uniform> step: Step;
