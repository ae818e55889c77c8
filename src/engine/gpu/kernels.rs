//! Which shader does an operation, with which constants and numbers, on which buffers.
//!
//! This is the one place from which they reach the shaders: what chooses between ways to compute as
//! `const` declarations written before the source, so that the shader compiler can fold them, and
//! everything else as [`Numbers`], so that a pipeline serves for every size and strength.

use super::pitch;
use super::source::{repeated, shader};
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
const CONVOLVE: &str = shader!("convolve.wgsl");
const CONV2D: &str = shader!("conv2d.wgsl");
const CONV2D_BACKWARD_INPUT: &str = shader!("conv2d_backward_input.wgsl");
const CONV2D_UPDATE: &str = shader!("conv2d_update.wgsl");
const EACH_ALONE: &str = shader!("each_alone.wgsl");
const EACH_OF_FOUR: &str = shader!("each_of_four.wgsl");
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
const PROBABILITIES: &str = shader!("probabilities.wgsl");
const PRODUCT: &str = shader!("product.wgsl");
const SLOPE: &str = shader!("slope.wgsl");
const SOFTMAX_CROSS_ENTROPY: &str = shader!("softmax_cross_entropy.wgsl");
const SQUARED_ERROR: &str = shader!("squared_error.wgsl");
const SQUARES: &str = shader!("squares.wgsl");
const STORE: &str = shader!("store.wgsl");
const STORE_BY_FOUR: &str = shader!("store_by_four.wgsl");
const TOGETHER: &str = shader!("together.wgsl");
const WEIGHTS: &str = shader!("weights.wgsl");
const WINDOW: &str = shader!("window.wgsl");

/// Rows and columns of a block of numbers, in which the products are made.
const BLOCK: usize = 4;

/// Places of a convolution beside each other that an invocation makes, for each of the tuning's blocks: pictures of digits are
/// 28, 14 and 7 wide.
const STRIP: usize = 7;

/// Columns of a kernel that one invocation makes the gradients of, at most.
const MOST_TAPS: usize = 5;

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
            size: [Side::Batch { most: output.rows }, Side::Fixed(output.cols)],
            depth: input.cols,
        }
        .kernel(tuning),
        Op::LinearBackwardInput { gradient, parameters, input_gradient } => {
            let mut bindings =
                vec![Read(Tensor(gradient)), Read(Tensor(parameters)), Write(Tensor(input_gradient))];
            let slope = slope_of(ops, input_gradient);
            bindings.extend(slope.map(|(_, output)| Read(Tensor(output))));
            let kernel = Product {
                name: "linear_backward_input",
                constants: Shader::new().slope(slope),
                parts: if slope.is_some() {
                    &[ACTIVATION, SLOPE, LINEAR_BACKWARD_INPUT]
                } else {
                    &[NO_SLOPE, LINEAR_BACKWARD_INPUT]
                },
                numbers: Numbers::of(input_gradient, gradient),
                bindings,
                size: [Side::Batch { most: input_gradient.rows }, Side::Fixed(input_gradient.cols)],
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
        Op::Conv2d { convolution, input, parameters, output, activation } => convolve(
            "conv2d",
            CONV2D,
            activation,
            Numbers::of(input, parameters).moving(convolution, output),
            [input, parameters, output],
            convolution,
            tuning,
        ),
        Op::Conv2dBackwardInput { convolution, gradient, parameters, input_gradient } => convolve(
            "conv2d_backward_input",
            CONV2D_BACKWARD_INPUT,
            Activation::Identity,
            Numbers::of(gradient, parameters).moving(convolution.backward(), input_gradient),
            [gradient, parameters, input_gradient],
            convolution.backward(),
            tuning,
        ),
        Op::Conv2dUpdate { convolution, input, gradient, parameters, optimizer, penalty } => {
            let slot = |slot: usize| parameters.slots[slot].map_or(Operand::NoSlot(slot), Tensor);
            let values = parameters.values;
            let Convolution { input: picture, output, kernel, .. } = convolution;
            // In as few groups as have no more than five columns of the kernel each.
            let groups = kernel.div_ceil(MOST_TAPS);
            let taps = kernel.div_ceil(groups);
            let vecs = tuning.blocks;
            let rows = (kernel * picture.channels).div_ceil(BLOCK) * groups;
            let cols = output.channels.div_ceil(BLOCK * vecs);
            let split = tuning.split(rows * cols, output.height * input.rows);
            // There are few, and each takes long: as many workgroups as can be.
            let across = cols.next_power_of_two().min(BLOCK);
            let workgroup = [across as u32, (BLOCK / across).div_ceil(split) as u32];
            let columns = taps + BLOCK - 1;
            let update = repeated(
                CONV2D_UPDATE,
                &[
                    ("vec", 0..vecs),
                    ("tap", 0..taps),
                    ("column", 0..columns),
                    ("kept", 0..taps - 1),
                    ("ahead", BLOCK..columns),
                    ("new", taps - 1..columns),
                ],
            );
            let together = if split > 1 { TOGETHER } else { ALONE };
            Kernel {
                name: "conv2d_update",
                source: Shader::new()
                    .by_four("BY_FOUR", picture)
                    .by_four("FILTERS_BY_FOUR", output)
                    .constant("OPTIMIZER", optimizer.place())
                    .constant("VECS", vecs)
                    .constant("TAPS", taps)
                    .constant("SPLIT", split)
                    .source(&[COMMON, OPTIMIZER, WINDOW, together, &update], workgroup),
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
                workgroup,
                grid: [Extent::Fixed(cols), Extent::Fixed(rows)],
            }
        }
        Op::MaxPool { pooling, input, output } => pool(
            "max_pool",
            Shader::new(),
            &[MAX_POOL],
            Numbers::of(input, output).pooling(pooling, output),
            vec![Read(Tensor(input)), Write(Tensor(output))],
            pooling,
            output,
        ),
        Op::MaxPoolBackward { pooling, input, output, gradient, input_gradient } => {
            // The activation's output is what is pooled.
            let slope = slope_of(ops, input_gradient).filter(|(_, pooled)| *pooled == input);
            let kernel = pool(
                "max_pool_backward",
                Shader::new().slope(slope),
                &[ACTIVATION, MAX_POOL_BACKWARD],
                Numbers::of(input, output).pooling(pooling, output),
                vec![
                    Read(Tensor(input)),
                    Read(Tensor(output)),
                    Read(Tensor(gradient)),
                    Write(Tensor(input_gradient)),
                ],
                pooling,
                output,
            );
            return (kernel, if slope.is_some() { 2 } else { 1 });
        }
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

/// What comes after the first operation, where that is to carry the gradient which it makes back through an activation: it
/// is done to the numbers while they are in registers. The activation, and its output.
fn slope_of(ops: &[Op], made: Tensor) -> Option<(Activation, Tensor)> {
    match ops.get(1) {
        Some(&Op::ActivationBackward { activation, output, gradient }) if gradient == made => {
            Some((activation, output))
        }
        _ => None,
    }
}

/// A kernel that is made of convolve.wgsl, on a picture, parameters and what is made of them.
fn convolve(
    name: &'static str,
    source: &str,
    activation: Activation,
    numbers: Numbers,
    [picture, parameters, made]: [Tensor; 3],
    Convolution { input, output, .. }: Convolution,
    tuning: Tuning,
) -> Kernel {
    let (places, vecs) = (STRIP * tuning.blocks, tuning.blocks);
    let cols = output.channels.div_ceil(BLOCK * vecs);
    // A picture has few channels.
    let across = cols.next_power_of_two().min(8) as u32;
    let workgroup = [across, 32 / across];
    let convolve = repeated(CONVOLVE, &[("vec", 0..vecs), ("place", 0..places), ("end", places..places + 1)]);
    let store = if output.channels.is_multiple_of(4) { STORE_BY_FOUR } else { STORE };
    Kernel {
        name,
        source: Shader::new()
            .by_four("BY_FOUR", input)
            .activation(activation)
            .constant("VECS", vecs)
            .constant("PLACES", places)
            .source(&[COMMON, ACTIVATION, WINDOW, source, store, &convolve], workgroup),
        numbers,
        bindings: vec![
            Binding::Read(Operand::Tensor(picture)),
            Binding::Read(Operand::Tensor(parameters)),
            Binding::Write(Operand::Tensor(made)),
        ],
        workgroup,
        grid: [
            Extent::Fixed(cols),
            Extent::Rows { each: 1, of_row: output.height * output.width.div_ceil(places), most: made.rows },
        ],
    }
}

/// A kernel that is made of squares.wgsl.
fn pool(
    name: &'static str,
    constants: Shader,
    parts: &[&str],
    numbers: Numbers,
    bindings: Vec<Binding>,
    pooling: Pooling,
    output: Tensor,
) -> Kernel {
    let (each, many) =
        if pooling.input.channels.is_multiple_of(4) { (4, EACH_OF_FOUR) } else { (1, EACH_ALONE) };
    let workgroup = [32, 2];
    Kernel {
        name,
        source: constants.source(&[&[COMMON, many, SQUARES], parts].concat(), workgroup),
        numbers,
        bindings,
        workgroup,
        grid: [Extent::Fixed(output.cols / each), Extent::Rows { each: 1, of_row: 1, most: output.rows }],
    }
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
    /// The step's rows, of which there are at most so many.
    Batch {
        most: usize,
    },
}

impl Side {
    fn most(self) -> usize {
        match self {
            Self::Fixed(length) => length,
            Self::Batch { most } => most,
        }
    }
}

impl Product {
    fn kernel(self, tuning: Tuning) -> Kernel {
        let tile = tuning.blocks * BLOCK;
        let [rows, cols] = self.size.map(|side| side.most().div_ceil(tile));
        let split = tuning.split(rows * cols, self.depth.div_ceil(BLOCK));
        // 32 invocations are one subgroup of most GPUs: small, so that a small batch still makes many
        // workgroups. Next to each other are those that load numbers next to each other.
        let workgroup = [8, 4_usize.div_ceil(split) as u32];
        let [y, x] = self.size.map(|side| match side {
            Side::Fixed(length) => Extent::Fixed(length.div_ceil(tile)),
            Side::Batch { most } => Extent::Rows { each: tile, of_row: 1, most },
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

    /// Whether numbers of a picture can be fetched in fours, which are channels of one pixel.
    fn by_four(self, name: &str, picture: Picture) -> Self {
        self.constant(name, usize::from(picture.channels.is_multiple_of(4)))
    }

    /// That of [`slope_of`].
    fn slope(self, slope: Option<(Activation, Tensor)>) -> Self {
        self.activation(slope.map_or(Activation::Identity, |(activation, _)| activation))
    }

    fn activation(self, activation: Activation) -> Self {
        self.constant("ACTIVATION", activation.place())
    }

    fn source(self, parts: &[&str], [x, y]: [u32; 2]) -> String {
        let constants = self.constant("WORKGROUP_X", x as usize).constant("WORKGROUP_Y", y as usize).0;
        constants + &parts.concat()
    }
}
