//! Which shader does an operation, with which constants and numbers, on which buffers.
//!
//! This is the one place from which they reach the shaders: what chooses between ways to compute as
//! `const` declarations written before the source, so that the shader compiler can fold them, and
//! everything else as [`Numbers`], so that a pipeline serves for every size and strength.

use super::pitch;
use super::source::shader;
use super::tuning::Tuning;
use crate::activation::Activation;
use crate::engine::{Format, Op, Table, Tensor};
use crate::loss::Loss;
use crate::optimizer::Optimizer;
use crate::penalty::Penalty;
use crate::picture::{Convolution, Picture, Pooling};
use std::fmt::Write;

const ABSOLUTE_ERROR: &str = shader!("absolute_error.wgsl");
const ACTIVATION: &str = shader!("activation.wgsl");
const ACTIVATION_BACKWARD: &str = shader!("activation_backward.wgsl");
const ALONE: &str = shader!("alone.wgsl");
const BINARY_CROSS_ENTROPY: &str = shader!("binary_cross_entropy.wgsl");
const COMMON: &str = shader!("common.wgsl");
const CONV2D: &str = shader!("conv2d.wgsl");
const CONV2D_BACKWARD_INPUT: &str = shader!("conv2d_backward_input.wgsl");
const CONV2D_UPDATE: &str = shader!("conv2d_update.wgsl");
const DROPOUT: &str = shader!("dropout.wgsl");
const GATHER: &str = shader!("gather.wgsl");
const LINEAR: &str = shader!("linear.wgsl");
const LINEAR_BACKWARD_INPUT: &str = shader!("linear_backward_input.wgsl");
const LINEAR_UPDATE: &str = shader!("linear_update.wgsl");
const LOSS: &str = shader!("loss.wgsl");
const MAX_POOL: &str = shader!("max_pool.wgsl");
const MAX_POOL_BACKWARD: &str = shader!("max_pool_backward.wgsl");
const NO_SLOPE: &str = shader!("no_slope.wgsl");
const OPTIMIZER: &str = shader!("optimizer.wgsl");
const PATCHES: &str = shader!("patches.wgsl");
const PROBABILITIES: &str = shader!("probabilities.wgsl");
const PRODUCT: &str = shader!("product.wgsl");
const SLOPE: &str = shader!("slope.wgsl");
const SOFTMAX_CROSS_ENTROPY: &str = shader!("softmax_cross_entropy.wgsl");
const SQUARED_ERROR: &str = shader!("squared_error.wgsl");
const SQUARES: &str = shader!("squares.wgsl");
const TOGETHER: &str = shader!("together.wgsl");
const WEIGHTS: &str = shader!("weights.wgsl");

/// Rows and columns of a block of numbers, in which the products are made.
const BLOCK: usize = 4;

/// A shader to run: what [`Gpu`](super::Gpu) makes a pipeline and its bindings of.
pub(super) struct Kernel {
    /// For messages.
    pub name: &'static str,
    pub source: String,
    pub numbers: Numbers,
    /// Behind the numbers.
    pub bindings: Vec<Binding>,
    /// Invocations of a workgroup in the directions of the grid.
    pub workgroup: [u32; 2],
    /// Invocations in all.
    pub grid: [Extent; 2],
}

/// `Numbers` in common.wgsl.
#[repr(C)]
#[derive(Clone, Copy, Default, bytemuck::Pod, bytemuck::Zeroable)]
pub(super) struct Numbers {
    inputs: u32,
    input_vecs: u32,
    outputs: u32,
    output_vecs: u32,
    l1: f32,
    l2: f32,
    first_kept: f32,
    second_kept: f32,
    epsilon: f32,
    height: u32,
    width: u32,
    channels: u32,
    places: u32,
    across: u32,
    kernel: u32,
    before: u32,
    made: u32,
    layer: u32,
    threshold: u32,
    scale: f32,
}

impl Numbers {
    /// Those of two tensors' rows.
    fn of(input: Tensor, output: Tensor) -> Self {
        let vecs = |tensor: Tensor| (pitch(tensor.cols) / 4) as u32;
        Self {
            inputs: input.cols as u32,
            input_vecs: vecs(input),
            outputs: output.cols as u32,
            output_vecs: vecs(output),
            ..Self::default()
        }
    }

    /// Those of a kernel that moves over a picture.
    fn moving(self, convolution: Convolution, made: Tensor) -> Self {
        let Convolution { input, output, kernel, before } = convolution;
        Self {
            inputs: convolution.inputs() as u32,
            outputs: output.channels as u32,
            kernel: kernel as u32,
            before: before as u32,
            ..self.over(input, output, made)
        }
    }

    /// Those of squares that are pooled.
    fn pooling(self, pooling: Pooling, made: Tensor) -> Self {
        Self { kernel: pooling.size as u32, ..self.over(pooling.input, pooling.output(), made) }
    }

    fn over(self, picture: Picture, places: Picture, made: Tensor) -> Self {
        Self {
            height: picture.height as u32,
            width: picture.width as u32,
            channels: picture.channels as u32,
            places: places.pixels() as u32,
            across: places.width as u32,
            made: pitch(made.cols) as u32,
            ..self
        }
    }

    fn learning(self, optimizer: Optimizer, Penalty { l1, l2 }: Penalty) -> Self {
        let [first_kept, second_kept, epsilon] = match optimizer {
            Optimizer::Sgd => [0.0; 3],
            Optimizer::Momentum { momentum } => [momentum, 0.0, 0.0],
            Optimizer::RmsProp { rho, epsilon } => [rho, 0.0, epsilon],
            Optimizer::Adam { beta1, beta2, epsilon } => [beta1, beta2, epsilon],
        };
        Self { l1, l2, first_kept, second_kept, epsilon, ..self }
    }
}

/// What a kernel reads or writes, in the order of its bindings.
#[derive(Clone, Copy)]
pub(super) enum Binding {
    Read(Operand),
    Write(Operand),
}

#[derive(Clone, Copy)]
pub(super) enum Operand {
    Tensor(Tensor),
    TableInputs(Table),
    TableTargets(Table),
    Order,
    /// Stands in for the optimizer's slot of this number where it has none.
    NoSlot(usize),
}

/// How many invocations there are in one direction.
#[derive(Clone, Copy)]
pub(super) enum Extent {
    Fixed(usize),
    /// One for so many of the step's rows, or of what is counted in each row.
    Rows {
        each: usize,
        /// How many are counted in a row.
        of_row: usize,
        /// The rows of the largest batch.
        most: usize,
    },
}

/// The kernel for the first of some operations, and how many of them it does.
pub(super) fn kernel(ops: &[Op], tuning: Tuning) -> (Kernel, usize) {
    use Binding::{Read, Write};
    use Operand::Tensor;
    let kernel = match ops[0] {
        Op::Gather { table, input, target } => {
            let feature_vecs = table.features.div_ceil(4);
            Kernel {
                name: "gather",
                source: Shader::new()
                    .constant("BYTES", usize::from(table.format == Format::Bytes))
                    .source(&[COMMON, GATHER], [32, 2]),
                numbers: Numbers::of(input, target),
                bindings: vec![
                    Read(Operand::Order),
                    Read(Operand::TableInputs(table)),
                    Read(Operand::TableTargets(table)),
                    Write(Tensor(input)),
                    Write(Tensor(target)),
                ],
                workgroup: [32, 2],
                grid: [
                    Extent::Fixed(feature_vecs + table.outputs),
                    Extent::Rows { each: 1, of_row: 1, most: input.rows },
                ],
            }
        }
        Op::Linear { input, parameters, output, activation } => Product {
            name: "linear",
            constants: Shader::new().activation(activation),
            parts: &[ACTIVATION, WEIGHTS, LINEAR],
            numbers: Numbers::of(input, output),
            bindings: vec![Read(Tensor(input)), Read(Tensor(parameters)), Write(Tensor(output))],
            size: [Side::Batch { of_row: 1, most: output.rows }, Side::Fixed(output.cols)],
            depth: input.cols,
        }
        .kernel(tuning),
        Op::LinearBackwardInput { gradient, parameters, input_gradient } => {
            let mut bindings =
                vec![Read(Tensor(gradient)), Read(Tensor(parameters)), Write(Tensor(input_gradient))];
            // What follows a product is done to its sums while they are in registers.
            let slope = match ops.get(1) {
                Some(Op::ActivationBackward { activation, output, gradient })
                    if *gradient == input_gradient =>
                {
                    bindings.push(Read(Tensor(*output)));
                    Some(*activation)
                }
                _ => None,
            };
            let kernel = Product {
                name: "linear_backward_input",
                constants: Shader::new().activation(slope.unwrap_or(Activation::Identity)),
                parts: if slope.is_some() {
                    &[ACTIVATION, SLOPE, LINEAR_BACKWARD_INPUT]
                } else {
                    &[NO_SLOPE, LINEAR_BACKWARD_INPUT]
                },
                numbers: Numbers::of(input_gradient, gradient),
                bindings,
                size: [
                    Side::Batch { of_row: 1, most: input_gradient.rows },
                    Side::Fixed(input_gradient.cols),
                ],
                depth: gradient.cols,
            }
            .kernel(tuning);
            return (kernel, if slope.is_some() { 2 } else { 1 });
        }
        Op::ActivationBackward { activation, output, gradient } => Kernel {
            name: "activation_backward",
            source: Shader::new()
                .activation(activation)
                .source(&[COMMON, ACTIVATION, ACTIVATION_BACKWARD], [32, 2]),
            numbers: Numbers::of(output, output),
            bindings: vec![Read(Tensor(output)), Write(Tensor(gradient))],
            workgroup: [32, 2],
            grid: [
                Extent::Fixed(pitch(output.cols) / 4),
                Extent::Rows { each: 1, of_row: 1, most: output.rows },
            ],
        },
        Op::LinearUpdate { input, gradient, parameters, optimizer, penalty } => {
            let slot = |slot: usize| parameters.slots[slot].map_or(Operand::NoSlot(slot), Tensor);
            Product {
                name: "linear_update",
                constants: Shader::new().constant("OPTIMIZER", optimizer.place()),
                parts: &[OPTIMIZER, LINEAR_UPDATE],
                numbers: Numbers::of(input, gradient).learning(optimizer, penalty),
                bindings: vec![
                    Write(Tensor(parameters.values)),
                    Write(slot(0)),
                    Write(slot(1)),
                    Read(Tensor(input)),
                    Read(Tensor(gradient)),
                ],
                size: [Side::Fixed(input.cols), Side::Fixed(gradient.cols)],
                depth: input.rows,
            }
            .kernel(tuning)
        }
        Op::Conv2d { convolution, input, parameters, output, activation } => Product {
            name: "conv2d",
            constants: by_four(convolution).activation(activation),
            parts: &[ACTIVATION, PATCHES, WEIGHTS, CONV2D],
            numbers: Numbers::of(input, parameters).moving(convolution, output),
            bindings: vec![Read(Tensor(input)), Read(Tensor(parameters)), Write(Tensor(output))],
            size: [places(convolution, output), Side::Fixed(parameters.cols)],
            depth: convolution.inputs(),
        }
        .kernel(tuning),
        Op::Conv2dBackwardInput { convolution, gradient, parameters, input_gradient } => {
            let backward = convolution.backward();
            Product {
                name: "conv2d_backward_input",
                constants: by_four(backward),
                parts: &[PATCHES, CONV2D_BACKWARD_INPUT],
                numbers: Numbers::of(gradient, parameters).moving(backward, input_gradient),
                bindings: vec![
                    Read(Tensor(gradient)),
                    Read(Tensor(parameters)),
                    Write(Tensor(input_gradient)),
                ],
                size: [places(backward, input_gradient), Side::Fixed(backward.output.channels)],
                depth: backward.inputs(),
            }
            .kernel(tuning)
        }
        Op::Conv2dUpdate { convolution, input, gradient, parameters, optimizer, penalty } => {
            let slot = |slot: usize| parameters.slots[slot].map_or(Operand::NoSlot(slot), Tensor);
            let values = parameters.values;
            Product {
                name: "conv2d_update",
                constants: by_four(convolution).constant("OPTIMIZER", optimizer.place()),
                parts: &[OPTIMIZER, PATCHES, CONV2D_UPDATE],
                numbers: Numbers::of(input, values)
                    .moving(convolution, gradient)
                    .learning(optimizer, penalty),
                bindings: vec![
                    Write(Tensor(values)),
                    Write(slot(0)),
                    Write(slot(1)),
                    Read(Tensor(input)),
                    Read(Tensor(gradient)),
                ],
                size: [Side::Fixed(values.rows), Side::Fixed(values.cols)],
                depth: convolution.output.pixels() * input.rows,
            }
            .kernel(tuning)
        }
        Op::MaxPool { pooling, input, output } => Kernel {
            name: "max_pool",
            source: Shader::new().source(&[COMMON, SQUARES, MAX_POOL], [32, 2]),
            numbers: Numbers::of(input, output).pooling(pooling, output),
            bindings: vec![Read(Tensor(input)), Write(Tensor(output))],
            workgroup: [32, 2],
            grid: [Extent::Fixed(output.cols), Extent::Rows { each: 1, of_row: 1, most: output.rows }],
        },
        Op::MaxPoolBackward { pooling, input, output, gradient, input_gradient } => Kernel {
            name: "max_pool_backward",
            source: Shader::new().source(&[COMMON, SQUARES, MAX_POOL_BACKWARD], [32, 2]),
            numbers: Numbers::of(input, output).pooling(pooling, output),
            bindings: vec![
                Read(Tensor(input)),
                Read(Tensor(output)),
                Read(Tensor(gradient)),
                Write(Tensor(input_gradient)),
            ],
            workgroup: [32, 2],
            grid: [Extent::Fixed(output.cols), Extent::Rows { each: 1, of_row: 1, most: output.rows }],
        },
        Op::Dropout { dropout, input, output } => Kernel {
            name: "dropout",
            // In whole blocks of four rows.
            source: Shader::new().source(&[COMMON, DROPOUT], [16, 4]),
            numbers: Numbers {
                layer: dropout.layer,
                threshold: dropout.threshold(),
                scale: dropout.scale(),
                ..Numbers::of(input, output)
            },
            bindings: vec![Read(Tensor(input)), Write(Tensor(output))],
            workgroup: [16, 4],
            grid: [
                Extent::Fixed(pitch(output.cols) / 4),
                Extent::Rows { each: 1, of_row: 1, most: output.rows },
            ],
        },
        Op::Probabilities { logits, probabilities } => Kernel {
            name: "probabilities",
            source: Shader::new().source(&[COMMON, PROBABILITIES], [64, 1]),
            numbers: Numbers::of(logits, probabilities),
            bindings: vec![Read(Tensor(logits)), Write(Tensor(probabilities))],
            workgroup: [64, 1],
            grid: [Extent::Rows { each: 1, of_row: 1, most: logits.rows }, Extent::Fixed(1)],
        },
        Op::Loss { loss, output, target, gradient, metrics } => {
            let row_loss = match loss {
                Loss::CrossEntropy if output.cols == 1 => BINARY_CROSS_ENTROPY,
                Loss::CrossEntropy => SOFTMAX_CROSS_ENTROPY,
                Loss::SquaredError => SQUARED_ERROR,
                Loss::AbsoluteError => ABSOLUTE_ERROR,
            };
            let workgroup = [128, 1];
            Kernel {
                name: "loss",
                source: Shader::new()
                    .constant("METRICS_PITCH", pitch(metrics.cols))
                    .source(&[COMMON, row_loss, LOSS], workgroup),
                numbers: Numbers::of(output, target),
                bindings: vec![
                    Read(Tensor(output)),
                    Read(Tensor(target)),
                    Write(Tensor(gradient)),
                    Write(Tensor(metrics)),
                ],
                workgroup,
                grid: [Extent::Fixed(1), Extent::Fixed(1)],
            }
        }
    };
    (kernel, 1)
}

/// Whether four numbers under the kernel are always channels of one pixel.
fn by_four(convolution: Convolution) -> Shader {
    Shader::new().constant("BY_FOUR", usize::from(convolution.input.channels.is_multiple_of(4)))
}

/// The places of a kernel, in whole blocks for each example.
fn places(convolution: Convolution, made: Tensor) -> Side {
    Side::Batch { of_row: convolution.output.pixels().next_multiple_of(BLOCK), most: made.rows }
}

/// A kernel that is made of product.wgsl.
struct Product {
    name: &'static str,
    constants: Shader,
    parts: &'static [&'static str],
    numbers: Numbers,
    bindings: Vec<Binding>,
    /// Rows and columns of the result.
    size: [Side; 2],
    /// Products in each of its sums.
    depth: usize,
}

/// Rows or columns of a product.
#[derive(Clone, Copy)]
enum Side {
    Fixed(usize),
    /// So many for each of the step's rows, of which there are at most so many.
    Batch {
        of_row: usize,
        most: usize,
    },
}

impl Side {
    fn most(self) -> usize {
        match self {
            Self::Fixed(length) => length,
            Self::Batch { of_row, most } => of_row * most,
        }
    }
}

impl Product {
    fn kernel(self, tuning: Tuning) -> Kernel {
        let tile = tuning.blocks * BLOCK;
        let [rows, cols] = self.size.map(|side| side.most().div_ceil(tile));
        let split = tuning.split(rows * cols, self.depth.div_ceil(BLOCK));
        // 32 invocations are one subgroup of most GPUs: small, so that a small batch still makes many
        // workgroups. Next to each other are those that load numbers next to each other. A picture has few channels;
        // otherwise the sizes are no part of the shader, so that no other size needs another pipeline.
        let across = if self.parts.contains(&PATCHES) { cols.next_power_of_two().min(8) } else { 8 };
        let workgroup = [across as u32, (32 / across).div_ceil(split) as u32];
        let [y, x] = self.size.map(|side| match side {
            Side::Fixed(length) => Extent::Fixed(length.div_ceil(tile)),
            Side::Batch { of_row, most } => Extent::Rows { each: tile, of_row, most },
        });
        let together = if split > 1 { TOGETHER } else { ALONE };
        let parts = [&[COMMON], self.parts, &[together, PRODUCT]].concat();
        Kernel {
            name: self.name,
            source: self
                .constants
                .constant("BLOCKS", tuning.blocks)
                .constant("SPLIT", split)
                .source(&parts, workgroup),
            numbers: self.numbers,
            bindings: self.bindings,
            workgroup,
            grid: [x, y],
        }
    }
}

/// Collects the constants of a shader.
struct Shader(String);

impl Shader {
    fn new() -> Self {
        Self(String::new())
    }

    fn constant(mut self, name: &str, value: usize) -> Self {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "const {name} = {value}u;");
        self
    }

    fn activation(self, activation: Activation) -> Self {
        self.constant("ACTIVATION", activation.place())
    }

    fn source(self, parts: &[&str], [x, y]: [u32; 2]) -> String {
        let constants = self.constant("WORKGROUP_X", x as usize).constant("WORKGROUP_Y", y as usize).0;
        constants + &parts.concat()
    }
}
