// Stands before every kernel, after the constants that gpu/kernels.rs writes for it.
//
// A tensor's rows begin at multiples of its pitch, which is a multiple of 8; there is room for a
// multiple of 8 rows. The columns between are always zero, so that products may run over them.

struct Step {
    first: u32, // where the batch begins in the order
    rows: u32,  // how many examples it has
    rate: f32,  // the optimizer's rate
    slot: u32,  // the step's row in the metrics
    seed: u32,  // determines what is left out
}

@group(0) @binding(0) var<uniform> step: Step;

// What else is a number of the operation, so that one pipeline serves for all sizes and strengths.
struct Numbers {
    inputs: u32,
    input_vecs: u32,  // from one row of the input to the next, in vectors of four
    outputs: u32,
    output_vecs: u32, // as input_vecs
    l1: f32,
    l2: f32,
    first_kept: f32,  // the part of the optimizer's first slot that an update keeps
    second_kept: f32, // the same of its second slot
    epsilon: f32,
    height: u32,      // of the picture under the kernel
    width: u32,
    channels: u32,
    places: u32,      // of the kernel, or squares that are pooled
    across: u32,      // how many of them are side by side
    kernel: u32,      // rows and columns of the kernel or of a square
    before: u32,      // rows of zeros above the picture, and columns to its left
    made: u32,        // from one example to the next in what is made at the places
    layer: u32,       // of a dropout
    threshold: u32,   // below which a number's hash leaves it out
    scale: f32,       // what the others are multiplied by
}

@group(1) @binding(0) var<uniform> op: Numbers;
