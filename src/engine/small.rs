//! The CPU engine for networks small enough to draw, where the work on a layer is over before a
//! product of matrices has been set up.
//!
//! Tensors lie column by column, each padded to whole SIMD registers. What a layer does is then a
//! short loop over columns whose body treats four examples at once, without packing and without
//! ends to be treated apart. On 2-4-2-1 with batches of ten it is several times as fast as [`Cpu`],
//! whose numbers it otherwise gives.
//!
//! [`Cpu`]: super::cpu::Cpu

mod gather;
mod linear;
mod linear_backward_input;
mod linear_update;

use super::cpu::absolute_error::absolute_error;
use super::cpu::arena::Arena;
use super::cpu::binary_cross_entropy::binary_cross_entropy;
use super::cpu::examples::Tables;
use super::cpu::softmax::softmax;
use super::cpu::softmax_cross_entropy::softmax_cross_entropy;
use super::cpu::squared_error::squared_error;
use super::cpu::update::Rule;
use super::{Engine, EngineError, Format, MAX_STEPS, Op, Reading, Step, Table, Tensor, Values};

/// Four rows of a column: a SIMD register.
type Lanes = [f32; 4];

/// The engine for small networks. The same calls give the same numbers, bit for bit.
#[derive(Default)]
pub struct Small {
    tensors: Arena<Lanes>,
    tables: Tables,
    scratch: Scratch,
}

/// Memory that kernels use again in each step instead of asking for it.
#[derive(Default)]
struct Scratch {
    /// Of a layer's parameters, laid out like them.
    gradient: Vec<Lanes>,
    /// For the losses, which go row by row: outputs, targets and the gradient, `[batch, outputs]`.
    rows: [Vec<f32>; 3],
}

/// Lanes from one column of a tensor to the next.
fn stride(rows: usize) -> usize {
    rows.div_ceil(4)
}

/// A tensor to be read, with the first `lanes` of each of its columns in use.
#[derive(Clone, Copy)]
struct Columns<'a> {
    values: &'a [Lanes],
    stride: usize,
    lanes: usize,
}

impl<'a> Columns<'a> {
    fn get(&self, col: usize) -> &'a [Lanes] {
        &self.values[col * self.stride..][..self.lanes]
    }
}

/// The columns of a tensor, the first `rows` of each.
fn columns(tensors: &Arena<Lanes>, tensor: Tensor, rows: usize) -> Columns<'_> {
    Columns { values: tensors.get(tensor), stride: stride(tensor.rows), lanes: stride(rows) }
}

/// One number of a tensor.
fn at(values: &[Lanes], stride: usize, row: usize, col: usize) -> f32 {
    values[col * stride + row / 4][row % 4]
}

impl Engine for Small {
    type Program = Vec<Op>;

    fn tensor(&mut self, rows: usize, cols: usize) -> Result<Tensor, EngineError> {
        self.tensors.add(rows, cols, stride(rows) * cols)
    }

    fn table(
        &mut self,
        rows: usize,
        features: usize,
        outputs: usize,
        format: Format,
    ) -> Result<Table, EngineError> {
        self.tables.add(rows, features, outputs, format)
    }

    fn append(&mut self, table: Table, inputs: Values<'_>, targets: &[f32]) -> Result<(), EngineError> {
        self.tables.append(table, inputs, targets)
    }

    fn write(&mut self, tensor: Tensor, values: &[f32]) {
        set_rows(values, tensor, self.tensors.get_mut(tensor));
    }

    fn read(&mut self, tensors: &[(Tensor, usize)]) -> Reading {
        let rows_of = |&(tensor, rows): &(Tensor, usize)| {
            let mut values = Vec::new();
            copy_rows(self.tensors.get(tensor), tensor, rows, &mut values);
            values
        };
        let values = tensors.iter().map(rows_of).collect();
        Box::pin(std::future::ready(Ok(values)))
    }

    fn program(&mut self, ops: &[Op]) -> Result<Self::Program, EngineError> {
        Ok(ops.to_vec())
    }

    fn run(&mut self, program: &mut Self::Program, order: &[u32], steps: &[Step]) {
        assert!(steps.len() <= MAX_STEPS, "more steps than metrics have room for");
        for (slot, step) in steps.iter().enumerate() {
            for op in program.iter() {
                self.execute(op, order, slot, step);
            }
        }
    }
}

impl Small {
    /// Does one operation of one step.
    fn execute(&mut self, op: &Op, order: &[u32], slot: usize, step: &Step) {
        let rows = step.rows;
        let Self { tensors, tables, scratch } = self;
        match *op {
            Op::Gather { table, input, target } => {
                let order = &order[step.first..][..rows];
                tensors.writing([input, target], |_, [inputs, targets]| {
                    gather::gather(tables.get(table), table, order, inputs, targets, stride(input.rows));
                });
            }
            Op::Linear { input, parameters, output, activation } => {
                tensors.writing([output], |tensors, [outputs]| {
                    let input_columns = columns(tensors, input, rows);
                    let parameter_columns = columns(tensors, parameters, parameters.rows);
                    linear::linear(input_columns, parameter_columns, input.cols, activation, outputs);
                });
            }
            Op::LinearBackwardInput { gradient, parameters, input, activation, input_gradient } => {
                tensors.writing([input_gradient], |tensors, [input_gradient]| {
                    linear_backward_input::linear_backward_input(
                        (columns(tensors, gradient, rows), gradient.cols),
                        columns(tensors, parameters, parameters.rows),
                        (columns(tensors, input, rows), input.cols),
                        activation,
                        input_gradient,
                    );
                });
            }
            Op::LinearUpdate { input, gradient, parameters, optimizer, penalty } => {
                tensors.writing_parameters(parameters, |tensors, learnt| {
                    linear_update::linear_update(
                        (columns(tensors, input, rows), input.cols),
                        (columns(tensors, gradient, rows), gradient.cols),
                        learnt,
                        Rule { optimizer, rate: step.rate, penalty },
                        &mut scratch.gradient,
                    );
                });
            }
            Op::Softmax { logits, probabilities } => {
                tensors.writing([probabilities], |tensors, [out]| {
                    let [values, _, answers] = &mut scratch.rows;
                    copy_rows(tensors.get(logits), logits, rows, values);
                    answers.resize(values.len(), 0.0);
                    softmax(values, logits.cols, answers);
                    set_rows(answers, probabilities, out);
                });
            }
            Op::SoftmaxCrossEntropy { logits, target, gradient, metrics } => {
                let loss = |values: &[f32], targets: &[f32], gradients: &mut [f32]| {
                    softmax_cross_entropy(values, targets, logits.cols, gradients)
                };
                measure(tensors, [logits, target, gradient, metrics], rows, slot, &mut scratch.rows, loss);
            }
            Op::BinaryCrossEntropy { output, target, gradient, metrics } => {
                let tensors_ = [output, target, gradient, metrics];
                measure(tensors, tensors_, rows, slot, &mut scratch.rows, binary_cross_entropy);
            }
            Op::SquaredError { output, target, activation, gradient, metrics } => {
                let loss = |values: &[f32], targets: &[f32], gradients: &mut [f32]| {
                    squared_error(values, targets, output.cols, activation, gradients)
                };
                measure(tensors, [output, target, gradient, metrics], rows, slot, &mut scratch.rows, loss);
            }
            Op::AbsoluteError { output, target, activation, gradient, metrics } => {
                let loss = |values: &[f32], targets: &[f32], gradients: &mut [f32]| {
                    absolute_error(values, targets, output.cols, activation, gradients)
                };
                measure(tensors, [output, target, gradient, metrics], rows, slot, &mut scratch.rows, loss);
            }
        }
    }
}

/// Lets a loss work row by row on outputs and targets, and puts its gradient and its metrics where
/// they belong. Rows of the last lanes that hold no example get a gradient of zero, on which
/// [`linear_update`] relies.
fn measure(
    tensors: &mut Arena<Lanes>,
    [output, target, gradient, metrics]: [Tensor; 4],
    rows: usize,
    slot: usize,
    [outputs, targets, gradients]: &mut [Vec<f32>; 3],
    loss: impl Fn(&[f32], &[f32], &mut [f32]) -> [f32; 2],
) {
    copy_rows(tensors.get(output), output, rows, outputs);
    copy_rows(tensors.get(target), target, rows, targets);
    gradients.clear();
    gradients.resize(stride(rows) * 4 * output.cols, 0.0);
    let measured = loss(outputs, targets, &mut gradients[..rows * output.cols]);
    set_rows(gradients, gradient, tensors.get_mut(gradient));
    let metrics_stride = stride(metrics.rows);
    for (col, value) in measured.into_iter().enumerate() {
        tensors.get_mut(metrics)[col * metrics_stride + slot / 4][slot % 4] = value;
    }
}

/// The first rows of a tensor, row by row.
fn copy_rows(values: &[Lanes], tensor: Tensor, rows: usize, to: &mut Vec<f32>) {
    let stride = stride(tensor.rows);
    to.resize(rows * tensor.cols, 0.0);
    for (col, column) in values.chunks_exact(stride).enumerate() {
        let to = to[col..].iter_mut().step_by(tensor.cols);
        to.zip(column.as_flattened()).for_each(|(to, value)| *to = *value);
    }
}

/// Sets the first rows of a tensor from values that lie row by row.
fn set_rows(values: &[f32], tensor: Tensor, to: &mut [Lanes]) {
    let stride = stride(tensor.rows);
    for (col, column) in to.chunks_exact_mut(stride).enumerate().take_while(|(col, _)| *col < values.len()) {
        let values = values[col..].iter().step_by(tensor.cols);
        column.as_flattened_mut().iter_mut().zip(values).for_each(|(to, value)| *to = *value);
    }
}
