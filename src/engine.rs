//! The one contract that every engine keeps.
//!
//! An engine holds matrices ([`Tensor`]) and tables of examples ([`Table`]), and runs programs of
//! a few operations ([`Op`]) on them. An operation names what it computes, not how: each engine has
//! its own kernel of the same name for it, and each kernel is checked against the same plain
//! reference in `tests/engine/ops.rs`. A program is made once and then run for many steps, so that nothing
//! is set up or allocated within a step.

pub mod cpu;
pub mod gpu;
pub mod small;

use crate::activation::Activation;
use crate::dropout::Dropout;
use crate::loss::Loss;
use crate::optimizer::Optimizer;
use crate::penalty::Penalty;
use crate::picture::{Convolution, Pooling};
use std::collections::TryReserveError;
use std::future::Future;
use std::pin::Pin;

/// The most steps that one call of [`Engine::run`] takes.
pub const MAX_STEPS: usize = 1024;

/// A matrix of `f32` that an engine holds. It is a name: copying it copies no numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tensor {
    id: usize,
    /// Rows.
    pub rows: usize,
    /// Columns.
    pub cols: usize,
}

/// A growing table of examples that an engine holds. It is a name, like [`Tensor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    id: usize,
    /// Numbers in an input.
    pub features: usize,
    /// Numbers in a target.
    pub outputs: usize,
    format: Format,
}

/// How a table keeps its inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One byte each, standing for itself divided by 255.
    Bytes,
    /// One `f32` each.
    Floats,
}

/// Inputs on their way to a table, `[rows, features]` row by row.
#[derive(Clone, Copy, Debug)]
pub enum Values<'a> {
    /// For a table of [`Format::Bytes`].
    Bytes(&'a [u8]),
    /// For a table of [`Format::Floats`].
    Floats(&'a [f32]),
}

/// What a dense layer learns, and what the optimizer remembers of it.
#[derive(Clone, Copy, Debug)]
pub struct Parameters {
    /// `[inputs + 1, outputs]`: the weights and, as the last row, the biases. One matrix, because
    /// they are always updated and saved together.
    pub values: Tensor,
    /// The optimizer's memory, of the same shape; the first [`Optimizer::slots`] are there.
    pub slots: [Option<Tensor>; 2],
}

/// One operation. Tensors of a batch have a row for each example, in which a picture lies row by row; a
/// step uses the first [`Step::rows`] of them. `*` below is the product of matrices, `.` that of their elements.
#[derive(Clone, Copy, Debug)]
pub enum Op {
    /// Fetches the step's examples: row `r` is the table's row `order[first + r]`.
    Gather {
        /// Where from.
        table: Table,
        /// Out: `[batch, features]`.
        input: Tensor,
        /// Out: `[batch, outputs]`.
        target: Tensor,
    },
    /// `output = activation(input * weight + bias)`.
    Linear {
        /// `[batch, inputs]`.
        input: Tensor,
        /// `[inputs + 1, outputs]`, as in [`Parameters`].
        parameters: Tensor,
        /// Out: `[batch, outputs]`.
        output: Tensor,
        /// Applied to each element.
        activation: Activation,
    },
    /// [`Op::Linear`] at each place of a picture: the input there is what lies under the kernel, row by row.
    Conv2d {
        /// How the kernel moves.
        convolution: Convolution,
        /// `[batch, height * width * channels]` of the convolution's input.
        input: Tensor,
        /// `[kernel * kernel * channels + 1, filters]`, as in [`Parameters`].
        parameters: Tensor,
        /// Out: `[batch, height * width * filters]` of its output.
        output: Tensor,
        /// Applied to each element.
        activation: Activation,
    },
    /// The largest number of each square of a picture, channel by channel.
    MaxPool {
        /// Which squares.
        pooling: Pooling,
        /// `[batch, height * width * channels]` of the pooling's input.
        input: Tensor,
        /// Out: the same of its output.
        output: Tensor,
    },
    /// Leaves out a part of the numbers: `output = input . factor`. Of a gradient it makes that of the input.
    Dropout {
        /// Which numbers, together with [`Step::seed`].
        dropout: Dropout,
        /// `[batch, any]`.
        input: Tensor,
        /// Out: as `input`.
        output: Tensor,
    },
    /// `probabilities = softmax(logits)`, row by row; of a single logit, that of class 1, by a sigmoid.
    Probabilities {
        /// `[batch, classes]`, or `[batch, 1]` for two classes.
        logits: Tensor,
        /// Out: as `logits`.
        probabilities: Tensor,
    },
    /// The loss of the batch and its gradient.
    Loss {
        /// Which.
        loss: Loss,
        /// `[batch, outputs]`; logits where the loss is the cross-entropy.
        output: Tensor,
        /// `[batch, outputs]`.
        target: Tensor,
        /// Out: `[batch, outputs]`, with respect to the output.
        gradient: Tensor,
        /// Out, in the row of the step: `[MAX_STEPS, 2]`, mean loss and rows that were right.
        metrics: Tensor,
    },
    /// Carries a gradient back through an activation: `gradient = gradient . activation'(output)`.
    ActivationBackward {
        /// The activation that made `output`.
        activation: Activation,
        /// `[batch, outputs]`.
        output: Tensor,
        /// In: with respect to `output`. Out: with respect to the sums before the activation. `[batch, outputs]`.
        gradient: Tensor,
    },
    /// Carries a gradient back through a layer's weights: `input_gradient = gradient * weight^T`.
    LinearBackwardInput {
        /// `[batch, outputs]`, with respect to the layer's sums.
        gradient: Tensor,
        /// `[inputs + 1, outputs]`, as in [`Parameters`]; the biases have no part in it.
        parameters: Tensor,
        /// Out: `[batch, inputs]`, with respect to what the layer was given.
        input_gradient: Tensor,
    },
    /// Makes the gradients `input^T * gradient + penalty'(weight)` of the weights and `sum of rows(gradient)`
    /// of the biases, and lets the optimizer use them at once.
    LinearUpdate {
        /// `[batch, inputs]`.
        input: Tensor,
        /// `[batch, outputs]`, with respect to the layer's sums.
        gradient: Tensor,
        /// In and out.
        parameters: Parameters,
        /// The rule.
        optimizer: Optimizer,
        /// Draws the weights, not the biases, to zero.
        penalty: Penalty,
    },
    /// [`Op::LinearBackwardInput`] for [`Op::Conv2d`]: what comes back to a pixel from all places of the kernel
    /// is added up.
    Conv2dBackwardInput {
        /// How the kernel moves.
        convolution: Convolution,
        /// `[batch, height * width * filters]` of the convolution's output, with respect to its sums.
        gradient: Tensor,
        /// `[kernel * kernel * channels + 1, filters]`, as in [`Parameters`].
        parameters: Tensor,
        /// Out: `[batch, height * width * channels]` of its input.
        input_gradient: Tensor,
    },
    /// [`Op::LinearUpdate`] for [`Op::Conv2d`]: the gradients of all places of the kernel are added up.
    Conv2dUpdate {
        /// How the kernel moves.
        convolution: Convolution,
        /// `[batch, height * width * channels]` of the convolution's input.
        input: Tensor,
        /// `[batch, height * width * filters]` of its output, with respect to its sums.
        gradient: Tensor,
        /// In and out: `[kernel * kernel * channels + 1, filters]`.
        parameters: Parameters,
        /// The rule.
        optimizer: Optimizer,
        /// Draws the weights, not the biases, to zero.
        penalty: Penalty,
    },
    /// Hands the gradient of each square to its largest number, the first where several are as large.
    MaxPoolBackward {
        /// Which squares.
        pooling: Pooling,
        /// `[batch, height * width * channels]` of the pooling's input.
        input: Tensor,
        /// The same of its output.
        output: Tensor,
        /// As `output`, with respect to it.
        gradient: Tensor,
        /// Out: as `input`, with respect to it.
        input_gradient: Tensor,
    },
}

/// Operations that an engine has made ready to run. It is a name, like [`Tensor`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Program {
    id: usize,
}

/// What changes from one step to the next.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    /// Where the batch begins in the order.
    pub first: usize,
    /// How many rows it has.
    pub rows: usize,
    /// What [`Optimizer::rate`] gives for it; programs without an update ignore it.
    pub rate: f32,
    /// Determines what is left out by [`Op::Dropout`]; programs without it ignore it.
    pub seed: u32,
}

/// Numbers on their way back from an engine, one vector for each tensor asked for.
pub type Reading = Pin<Box<dyn Future<Output = Result<Vec<Vec<f32>>, EngineError>>>>;

/// A device that trains. Calls take effect in the order in which they are made; only
/// [`Engine::read`] waits for the device, and it may be waited for while further calls are made.
///
/// Shapes that do not fit are the caller's mistake and panic; what the device refuses is an error.
pub trait Engine {
    /// The GPU's name as far as the platform tells it; nothing on the CPU.
    fn adapter(&self) -> Option<&str> {
        None
    }

    /// The name of the GPU's [`gpu::Tuning`]; nothing on the CPU.
    fn tuning(&self) -> Option<&'static str> {
        None
    }

    /// A matrix of zeros.
    ///
    /// # Errors
    /// If the device has no room for it.
    fn tensor(&mut self, rows: usize, cols: usize) -> Result<Tensor, EngineError>;

    /// An empty table with room for `rows` examples.
    ///
    /// # Errors
    /// If the device has no room for it.
    fn table(
        &mut self,
        rows: usize,
        features: usize,
        outputs: usize,
        format: Format,
    ) -> Result<Table, EngineError>;

    /// Adds examples behind those that the table has; it grows when it must.
    ///
    /// # Errors
    /// If the device has no room for them; then the table is as it was.
    fn append(&mut self, table: Table, inputs: Values<'_>, targets: &[f32]) -> Result<(), EngineError>;

    /// Sets the first rows of a tensor; `values` are `[any, cols]`.
    fn write(&mut self, tensor: Tensor, values: &[f32]);

    /// The first `rows` rows of each tensor as they are when all calls before this one are done.
    fn read(&mut self, tensors: &[(Tensor, usize)]) -> Reading;

    /// Makes operations ready to run, one after the other.
    ///
    /// # Errors
    /// If the device cannot run them.
    fn program(&mut self, ops: &[Op]) -> Result<Program, EngineError>;

    /// Runs a program once a step (at most [`MAX_STEPS`]). `order` holds the examples' rows in their
    /// tables; each step's batch is a part of it.
    ///
    /// # Errors
    /// If the device has no room for the order; then nothing has been run.
    fn run(&mut self, program: Program, order: &[u32], steps: &[Step]) -> Result<(), EngineError>;
}

/// The product of sizes, or that nothing so large can be.
pub(crate) fn product<const N: usize>(sizes: [usize; N]) -> Result<usize, EngineError> {
    sizes.into_iter().try_fold(1_usize, usize::checked_mul).ok_or_else(|| no_room(usize::MAX))
}

/// Makes room for `more` values: for further ones as well where there is, and for no more than these
/// where there is not.
pub(crate) fn reserve<T>(values: &mut Vec<T>, more: usize) -> Result<(), EngineError> {
    let reserved = values.try_reserve(more).or_else(|_| values.try_reserve_exact(more));
    reserved.map_err(|_| no_room(more))
}

#[cold]
#[inline(never)]
fn no_room(values: usize) -> EngineError {
    EngineError::OutOfMemory(format!("there is no room for {values} numbers or more"))
}

/// So many zeros, or that there is no room for them.
pub(crate) fn zeros<T: Copy + Default>(len: usize) -> Result<Vec<T>, EngineError> {
    let mut values = Vec::new();
    reserve(&mut values, len)?;
    values.resize(len, T::default());
    Ok(values)
}

/// What was read of a single tensor.
pub(crate) fn only(values: Vec<Vec<f32>>) -> Vec<f32> {
    values.into_iter().next().unwrap_or_default()
}

/// What a device can refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EngineError {
    /// There is no adapter, or it gave no device.
    NoAdapter(String),
    /// The device is gone, with all that it held.
    DeviceLost(String),
    /// No room.
    OutOfMemory(String),
    /// Anything else that the device complained of.
    Device(String),
}

impl std::fmt::Display for EngineError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoAdapter(detail) => write!(f, "no usable GPU adapter: {detail}"),
            Self::DeviceLost(detail) => write!(f, "the GPU device was lost: {detail}"),
            Self::OutOfMemory(detail) => write!(f, "the device is out of memory: {detail}"),
            Self::Device(detail) => write!(f, "the GPU device reported an error: {detail}"),
        }
    }
}

impl std::error::Error for EngineError {}

impl From<TryReserveError> for EngineError {
    fn from(error: TryReserveError) -> Self {
        Self::OutOfMemory(error.to_string())
    }
}
