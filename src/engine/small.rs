//! The CPU engine for networks small enough to draw, where the work on a layer is over before a
//! product of matrices has been set up.
//!
//! Tensors lie column by column, each padded to whole SIMD registers. What a layer does is then a
//! short loop over columns whose body treats four examples at once, without packing and without
//! ends to be treated apart. On 2-4-2-1 with batches of ten it is several times as fast as [`Cpu`],
//! whose numbers it otherwise gives.
//!
//! [`Cpu`]: super::cpu::Cpu

mod conv2d;
mod dropout;
mod gather;
mod linear;
mod linear_backward_input;
mod linear_update;
mod max_pool;

use super::cpu::activation::multiply_by_derivative;
use super::cpu::arena::Arena;
use super::cpu::examples::Tables;
use super::cpu::loss::loss as measure;
use super::cpu::probabilities::probabilities as fill_probabilities;
use super::cpu::update::Rule;
use super::{
    Engine, EngineError, Format, MAX_STEPS, Op, Parameters, Program, Reading, Step, Table, Tensor, Values,
    product, reserve, zeros,
};

/// Four rows of a column: a SIMD register.
type Lanes = [f32; 4];

/// The engine for small networks. The same calls give the same numbers, bit for bit.
#[derive(Default)]
pub struct Small {
    tensors: Arena<Lanes>,
    tables: Tables,
    programs: Vec<Vec<Op>>,
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
    fn tensor(&mut self, rows: usize, cols: usize) -> Result<Tensor, EngineError> {
        self.tensors.add(rows, cols, product([stride(rows), cols])?)
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
        let mut readings = Vec::new();
        for &(tensor, rows) in tensors {
            let copied = zeros(rows * tensor.cols).map(|mut values| {
                copy_rows(self.tensors.get(tensor), tensor, rows, &mut values);
                values
            });
            readings.push(copied);
        }
        Box::pin(std::future::ready(readings.into_iter().collect()))
    }

    fn program(&mut self, ops: &[Op]) -> Result<Program, EngineError> {
        for op in ops {
            self.scratch.make_room(op)?;
        }
        self.programs.push(ops.to_vec());
        Ok(Program { id: self.programs.len() - 1 })
    }

    fn run(&mut self, program: Program, order: &[u32], steps: &[Step]) -> Result<(), EngineError> {
        assert!(steps.len() <= MAX_STEPS, "more steps than metrics have room for");
        let ops = std::mem::take(&mut self.programs[program.id]);
        for (slot, step) in steps.iter().enumerate() {
            for op in &ops {
                self.execute(op, order, slot, step);
            }
        }
        self.programs[program.id] = ops;
        Ok(())
    }
}

impl Scratch {
    /// Makes room for all that an operation will ever put here.
    fn make_room(&mut self, op: &Op) -> Result<(), EngineError> {
        match *op {
            // The losses and the softmax go row by row.
            Op::Probabilities { logits: output, .. } | Op::Loss { output, .. } => {
                let numbers = product([stride(output.rows), 4, output.cols])?;
                self.rows.iter_mut().try_for_each(|values| {
                    values.clear();
                    reserve(values, numbers)
                })
            }
            Op::LinearUpdate { parameters: Parameters { values, .. }, .. }
            | Op::Conv2dUpdate { parameters: Parameters { values, .. }, .. } => {
                self.gradient.clear();
                reserve(&mut self.gradient, product([stride(values.rows), values.cols])?)
            }
            _ => Ok(()),
        }
    }
}

impl Small {
    /// Does one operation of one step.
    fn execute(&mut self, op: &Op, order: &[u32], slot: usize, step: &Step) {
        let rows = step.rows;
        let Self { tensors, tables, scratch, .. } = self;
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
            Op::Conv2d { convolution, input, parameters, output, activation } => {
                tensors.writing([output], |tensors, [outputs]| {
                    let input_columns = columns(tensors, input, rows);
                    let parameter_columns = columns(tensors, parameters, parameters.rows);
                    conv2d::conv2d(convolution, input_columns, parameter_columns, activation, outputs);
                });
            }
            Op::MaxPool { pooling, input, output } => {
                tensors.writing([output], |tensors, [outputs]| {
                    max_pool::max_pool(pooling, columns(tensors, input, rows), outputs);
                });
            }
            Op::Dropout { dropout, input, output } => {
                tensors.writing([output], |tensors, [outputs]| {
                    let input_columns = columns(tensors, input, rows);
                    dropout::dropout(dropout, step.seed, input_columns, input.cols, outputs);
                });
            }
            Op::Conv2dBackwardInput { convolution, gradient, parameters, input_gradient } => {
                tensors.writing([input_gradient], |tensors, [output]| {
                    let gradient_columns = columns(tensors, gradient, rows);
                    let parameter_columns = columns(tensors, parameters, parameters.rows);
                    conv2d::conv2d_backward_input(convolution, gradient_columns, parameter_columns, output);
                });
            }
            Op::Conv2dUpdate { convolution, input, gradient, parameters, optimizer, penalty } => {
                tensors.writing_parameters(parameters, |tensors, learnt| {
                    let [input, gradient] = [input, gradient].map(|tensor| columns(tensors, tensor, rows));
                    let rule = Rule { optimizer, rate: step.rate, penalty };
                    conv2d::conv2d_update(convolution, input, gradient, learnt, rule, &mut scratch.gradient);
                });
            }
            Op::MaxPoolBackward { pooling, input, output, gradient, input_gradient } => {
                tensors.writing([input_gradient], |tensors, [input_gradients]| {
                    let [input, output, gradient] =
                        [input, output, gradient].map(|tensor| columns(tensors, tensor, rows));
                    max_pool::max_pool_backward(pooling, input, output, gradient, input_gradients);
                });
            }
            Op::LinearBackwardInput { gradient, parameters, input_gradient } => {
                tensors.writing([input_gradient], |tensors, [output]| {
                    linear_backward_input::linear_backward_input(
                        (columns(tensors, gradient, rows), gradient.cols),
                        columns(tensors, parameters, parameters.rows),
                        input_gradient.cols,
                        output,
                    );
                });
            }
            Op::ActivationBackward { activation, output, gradient } => {
                tensors.writing([gradient], |tensors, [gradients]| {
                    let output_columns = columns(tensors, output, rows);
                    for (col, gradient) in gradients.chunks_exact_mut(stride(gradient.rows)).enumerate() {
                        let outputs = output_columns.get(col).as_flattened();
                        multiply_by_derivative(activation, gradient.as_flattened_mut(), outputs);
                    }
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
            Op::Probabilities { logits, probabilities } => {
                tensors.writing([probabilities], |tensors, [out]| {
                    let [values, _, answers] = &mut scratch.rows;
                    copy_rows(tensors.get(logits), logits, rows, values);
                    answers.resize(values.len(), 0.0);
                    fill_probabilities(values, logits.cols, answers);
                    set_rows(answers, probabilities, out);
                });
            }
            Op::Loss { loss, output, target, gradient, metrics } => {
                // Rows of the last lanes that hold no example get a gradient of zero, on which the
                // update relies.
                let [outputs, targets, gradients] = &mut scratch.rows;
                copy_rows(tensors.get(output), output, rows, outputs);
                copy_rows(tensors.get(target), target, rows, targets);
                gradients.clear();
                gradients.resize(stride(rows) * 4 * output.cols, 0.0);
                let gradients_of_rows = &mut gradients[..rows * output.cols];
                let measured = measure(loss, outputs, targets, output.cols, gradients_of_rows);
                set_rows(gradients, gradient, tensors.get_mut(gradient));
                let metrics_stride = stride(metrics.rows);
                for (col, value) in measured.into_iter().enumerate() {
                    tensors.get_mut(metrics)[col * metrics_stride + slot / 4][slot % 4] = value;
                }
            }
        }
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
