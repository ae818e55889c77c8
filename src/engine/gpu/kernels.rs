//! Which shader does an operation, with which constants, on which buffers.
//!
//! This is the one place from which sizes reach the shaders: as `const` declarations written before
//! the source, so that the shader compiler can unroll and fold.

use super::pitch;
use super::source::shader;
use super::tuning::Tuning;
use crate::activation::Activation;
use crate::engine::{Format, Op, Table, Tensor};
use crate::optimizer::Optimizer;
use std::fmt::Write;

const ABSOLUTE_ERROR: &str = shader!("absolute_error.wgsl");
const ALONE: &str = shader!("alone.wgsl");
const BINARY_CROSS_ENTROPY: &str = shader!("binary_cross_entropy.wgsl");
const COMMON: &str = shader!("common.wgsl");
const ACTIVATION: &str = shader!("activation.wgsl");
const GATHER: &str = shader!("gather.wgsl");
const LINEAR: &str = shader!("linear.wgsl");
const LINEAR_BACKWARD_INPUT: &str = shader!("linear_backward_input.wgsl");
const LINEAR_UPDATE: &str = shader!("linear_update.wgsl");
const LOSS: &str = shader!("loss.wgsl");
const OPTIMIZER: &str = shader!("optimizer.wgsl");
const PRODUCT: &str = shader!("product.wgsl");
const SOFTMAX: &str = shader!("softmax.wgsl");
const SOFTMAX_CROSS_ENTROPY: &str = shader!("softmax_cross_entropy.wgsl");
const SQUARED_ERROR: &str = shader!("squared_error.wgsl");
const TOGETHER: &str = shader!("together.wgsl");

/// Rows and columns of a block of numbers, in which the products are made.
const BLOCK: usize = 4;

/// A shader to run: what [`Gpu`](super::Gpu) makes a pipeline and its bindings of.
pub(super) struct Kernel {
    /// For messages.
    pub name: &'static str,
    pub source: String,
    pub bindings: Vec<Binding>,
    /// Invocations of a workgroup in the directions of the grid.
    pub workgroup: [u32; 2],
    /// Invocations in all.
    pub grid: [Extent; 2],
}

/// What a kernel reads or writes, in the order of its bindings.
#[derive(Clone, Copy)]
pub(super) enum Binding {
    Read(Source),
    Write(Source),
}

#[derive(Clone, Copy)]
pub(super) enum Source {
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
    /// One for so many of the step's rows.
    Rows(usize),
}

pub(super) fn kernel(op: &Op, tuning: Tuning) -> Kernel {
    use Binding::{Read, Write};
    use Source::Tensor;
    match *op {
        Op::Gather { table, input, target } => {
            let feature_vecs = table.features.div_ceil(4);
            Kernel {
                name: "gather",
                source: Shader::new()
                    .constant("BYTES", usize::from(table.format == Format::Bytes))
                    .constant("FEATURE_VECS", feature_vecs)
                    .constant("OUTPUTS", table.outputs)
                    .constant("INPUT_PITCH", pitch(input.cols))
                    .constant("OUTPUT_PITCH", pitch(target.cols))
                    .source(&[COMMON, GATHER], [32, 2]),
                bindings: vec![
                    Read(Source::Order),
                    Read(Source::TableInputs(table)),
                    Read(Source::TableTargets(table)),
                    Write(Tensor(input)),
                    Write(Tensor(target)),
                ],
                workgroup: [32, 2],
                grid: [Extent::Fixed(feature_vecs + table.outputs), Extent::Rows(1)],
            }
        }
        Op::Linear { input, parameters, output, activation } => Product {
            name: "linear",
            constants: Shader::layer(input, output).activation(activation),
            parts: &[ACTIVATION, LINEAR],
            bindings: vec![Read(Tensor(input)), Read(Tensor(parameters)), Write(Tensor(output))],
            size: [Side::Batch(output.rows), Side::Fixed(output.cols)],
            depth: input.cols,
        }
        .kernel(tuning),
        Op::LinearBackwardInput { gradient, parameters, input, activation, input_gradient } => Product {
            name: "linear_backward_input",
            constants: Shader::layer(input, gradient).activation(activation),
            parts: &[ACTIVATION, LINEAR_BACKWARD_INPUT],
            bindings: vec![
                Read(Tensor(gradient)),
                Read(Tensor(parameters)),
                Read(Tensor(input)),
                Write(Tensor(input_gradient)),
            ],
            size: [Side::Batch(input.rows), Side::Fixed(input.cols)],
            depth: gradient.cols,
        }
        .kernel(tuning),
        Op::LinearUpdate { input, gradient, parameters, optimizer, penalty } => {
            let slot = |slot: usize| parameters.slots[slot].map_or(Source::NoSlot(slot), Tensor);
            Product {
                name: "linear_update",
                constants: Shader::layer(input, gradient)
                    .optimizer(optimizer)
                    .float("L1", penalty.l1)
                    .float("L2", penalty.l2),
                parts: &[OPTIMIZER, LINEAR_UPDATE],
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
        Op::Softmax { logits, probabilities } => Kernel {
            name: "softmax",
            source: Shader::new()
                .constant("CLASSES", logits.cols)
                .constant("PITCH", pitch(logits.cols))
                .source(&[COMMON, SOFTMAX], [64, 1]),
            bindings: vec![Read(Tensor(logits)), Write(Tensor(probabilities))],
            workgroup: [64, 1],
            grid: [Extent::Rows(1), Extent::Fixed(1)],
        },
        Op::SoftmaxCrossEntropy { logits, target, gradient, metrics } => {
            loss([logits, target, gradient, metrics], Activation::Identity, SOFTMAX_CROSS_ENTROPY)
        }
        Op::BinaryCrossEntropy { output, target, gradient, metrics } => {
            loss([output, target, gradient, metrics], Activation::Sigmoid, BINARY_CROSS_ENTROPY)
        }
        Op::SquaredError { output, target, activation, gradient, metrics } => {
            loss([output, target, gradient, metrics], activation, SQUARED_ERROR)
        }
        Op::AbsoluteError { output, target, activation, gradient, metrics } => {
            loss([output, target, gradient, metrics], activation, ABSOLUTE_ERROR)
        }
    }
}

/// A kernel that is made of product.wgsl.
struct Product {
    name: &'static str,
    constants: Shader,
    parts: &'static [&'static str],
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
    /// Those of the step, at most so many.
    Batch(usize),
}

impl Product {
    fn kernel(self, tuning: Tuning) -> Kernel {
        let tile = tuning.blocks * BLOCK;
        let [rows, cols] = self.size.map(|(Side::Fixed(length) | Side::Batch(length))| length.div_ceil(tile));
        let split = tuning.split(rows * cols, self.depth.div_ceil(BLOCK));
        // 32 invocations are one subgroup of most GPUs: small, so that a small batch still makes many
        // workgroups. Next to each other are those that load numbers next to each other.
        let workgroup = [8, 4_usize.div_ceil(split) as u32];
        let [y, x] = self.size.map(|side| match side {
            Side::Fixed(length) => Extent::Fixed(length.div_ceil(tile)),
            Side::Batch(_) => Extent::Rows(tile),
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
            bindings: self.bindings,
            workgroup,
            grid: [x, y],
        }
    }
}

fn loss(tensors: [Tensor; 4], activation: Activation, row_loss: &'static str) -> Kernel {
    let [output, target, gradient, metrics] = tensors;
    let workgroup = [128, 1];
    Kernel {
        name: "loss",
        source: Shader::new()
            .constant("OUTPUTS", output.cols)
            .constant("PITCH", pitch(output.cols))
            .constant("METRICS_PITCH", pitch(metrics.cols))
            .activation(activation)
            .source(&[COMMON, ACTIVATION, row_loss, LOSS], workgroup),
        bindings: vec![
            Binding::Read(Source::Tensor(output)),
            Binding::Read(Source::Tensor(target)),
            Binding::Write(Source::Tensor(gradient)),
            Binding::Write(Source::Tensor(metrics)),
        ],
        workgroup,
        grid: [Extent::Fixed(1), Extent::Fixed(1)],
    }
}

/// Collects the constants of a shader.
struct Shader(String);

impl Shader {
    fn new() -> Self {
        Self(String::new())
    }

    /// The constants of a dense layer.
    fn layer(input: Tensor, output: Tensor) -> Self {
        Self::new()
            .constant("INPUTS", input.cols)
            .constant("INPUT_PITCH", pitch(input.cols))
            .constant("OUTPUTS", output.cols)
            .constant("OUTPUT_PITCH", pitch(output.cols))
    }

    fn constant(self, name: &str, value: usize) -> Self {
        self.declare(format_args!("const {name} = {value}u;"))
    }

    fn float(self, name: &str, value: f32) -> Self {
        // Exactly, as a hexadecimal number. Writing decimals would take code that nothing else in the
        // package needs, a twentieth of it.
        let bits = value.to_bits();
        let (sign, exponent, fraction) =
            (if value < 0.0 { "-" } else { "" }, bits >> 23 & 0xff, bits & 0x7f_ffff);
        // A number whose exponent bits are zero has no leading one.
        let mantissa = if exponent == 0 { fraction } else { fraction | 0x80_0000 };
        let exponent = exponent.max(1) as i32 - 150;
        self.declare(format_args!("const {name} = {sign}0x{mantissa:x}p{exponent}f;"))
    }

    fn declare(mut self, declaration: std::fmt::Arguments<'_>) -> Self {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "{declaration}");
        self
    }

    fn activation(self, activation: Activation) -> Self {
        let place = Activation::ALL.iter().position(|&other| other == activation);
        self.constant("ACTIVATION", place.unwrap_or(0))
    }

    fn optimizer(self, optimizer: Optimizer) -> Self {
        // All the numbers are declared, since all of the shader must compile; only one rule's are used.
        let [mut momentum, mut rho, mut beta1, mut beta2, mut epsilon] = [0.0; 5];
        let place = match optimizer {
            Optimizer::Sgd => 0,
            Optimizer::Momentum { momentum: m } => {
                momentum = m;
                1
            }
            Optimizer::RmsProp { rho: r, epsilon: e } => {
                (rho, epsilon) = (r, e);
                2
            }
            Optimizer::Adam { beta1: b1, beta2: b2, epsilon: e } => {
                (beta1, beta2, epsilon) = (b1, b2, e);
                3
            }
        };
        self.constant("OPTIMIZER", place)
            .float("MOMENTUM", momentum)
            .float("RHO", rho)
            .float("BETA1", beta1)
            .float("BETA2", beta2)
            .float("EPSILON", epsilon)
    }

    fn source(self, parts: &[&str], [x, y]: [u32; 2]) -> String {
        let constants = self.constant("WORKGROUP_X", x as usize).constant("WORKGROUP_Y", y as usize).0;
        constants + &parts.concat()
    }
}
