//! The engine that every machine has: one core, with SIMD where the compiler finds it.
//!
//! A kernel is a plain function over slices, in the file of its name. Only the products are written
//! for speed:
//! - `tile` holds their inner loops, whose 48 sums stay in registers; the compiler turns them into SIMD for
//!   WebAssembly and for native processors alike. Where the inputs of six examples are zero, as most
//!   pixels are, nothing is multiplied.
//! - `panels` is the order in which parameters lie for all three products, from step to step.
//! - `linear_update` uses each tile of a gradient as soon as it has been made.
//! - `conv2d` and `conv2d_update` make the same tiles from a picture as it lies: what is under a row of the
//!   kernel lies together, so that nothing has to be packed.
//!
//! No kernel asks for memory in a step.

mod absolute_error;
pub(super) mod activation;
pub(super) mod arena;
mod binary_cross_entropy;
mod conv2d;
mod conv2d_update;
mod dropout;
pub(super) mod examples;
mod exp;
mod gather;
mod linear;
mod linear_backward_input;
mod linear_update;
pub(super) mod loss;
mod max_pool;
mod panels;
pub(super) mod probabilities;
mod softmax_cross_entropy;
mod squared_error;
mod tile;
pub(super) mod update;

use super::{
    Engine, EngineError, Format, MAX_STEPS, Op, Parameters, Program, Reading, Step, Table, Tensor, Values,
    product, reserve, zeros,
};
use activation::multiply_by_derivative;
use arena::Arena;
use conv2d::{Padded, turned_len};
use examples::Tables;
use linear::Sizes;
use panels::PANEL;
use tile::Strips;
use update::Rule;

/// The CPU engine. The same calls give the same numbers, bit for bit.
#[derive(Default)]
pub struct Cpu {
    tensors: Arena<f32>,
    /// Those that lie in panels; the others lie row by row.
    in_panels: Vec<Tensor>,
    tables: Tables,
    programs: Vec<Vec<Op>>,
    scratch: Scratch,
}

/// Memory that kernels use again in each step instead of asking for it.
#[derive(Default)]
struct Scratch {
    strips: Strips,
    panel: Vec<[f32; PANEL]>,
    padded: Padded,
    /// A kernel or its gradient, in panels.
    panels: Vec<f32>,
    /// Of one picture's squares.
    squares: Vec<f32>,
}

impl Engine for Cpu {
    fn tensor(&mut self, rows: usize, cols: usize) -> Result<Tensor, EngineError> {
        self.tensors.add(rows, cols, product([rows, cols])?)
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
        if self.in_panels.contains(&tensor) {
            panels::write(values, tensor, self.tensors.get_mut(tensor));
        } else {
            self.tensors.get_mut(tensor)[..values.len()].copy_from_slice(values);
        }
    }

    fn read(&mut self, tensors: &[(Tensor, usize)]) -> Reading {
        let mut readings = Vec::new();
        for &(tensor, rows) in tensors {
            let values = self.tensors.get(tensor);
            readings.push(if self.in_panels.contains(&tensor) {
                panels::read(values, tensor, rows)
            } else {
                copied(&values[..rows * tensor.cols])
            });
        }
        Box::pin(std::future::ready(readings.into_iter().collect()))
    }

    fn program(&mut self, ops: &[Op]) -> Result<Program, EngineError> {
        for op in ops {
            self.lay_out(op)?;
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
            Op::Linear { input, .. } => self.strips.make_room(input.rows, input.cols + 1),
            Op::LinearBackwardInput { gradient, .. } => {
                reserve(&mut self.panel, gradient.cols.next_multiple_of(PANEL))
            }
            Op::LinearUpdate { input, .. } => {
                self.strips.make_room(input.cols + 1, input.rows)?;
                reserve(&mut self.panel, input.rows)
            }
            Op::Conv2d { convolution, .. } => self.padded.make_room(convolution),
            Op::Conv2dBackwardInput { convolution, .. } => {
                self.padded.make_room(convolution.backward())?;
                self.panels.clear();
                reserve(&mut self.panels, turned_len(convolution)?)
            }
            Op::Conv2dUpdate { convolution, parameters, .. } => {
                self.padded.make_room(convolution)?;
                self.panel.clear();
                reserve(&mut self.panel, convolution.output.pixels())?;
                self.panels.clear();
                reserve(&mut self.panels, panels::len(parameters.values)?)
            }
            Op::MaxPoolBackward { output, .. } => {
                self.squares.clear();
                reserve(&mut self.squares, output.cols)
            }
            _ => Ok(()),
        }
    }
}

impl Cpu {
    /// Brings the parameters that an operation uses into panels, with what they are by now.
    fn lay_out(&mut self, op: &Op) -> Result<(), EngineError> {
        let parameters = match *op {
            Op::Linear { parameters, .. }
            | Op::LinearBackwardInput { parameters, .. }
            | Op::Conv2d { parameters, .. }
            | Op::Conv2dBackwardInput { parameters, .. } => [Some(parameters), None, None],
            Op::LinearUpdate { parameters: Parameters { values, slots: [first, second] }, .. }
            | Op::Conv2dUpdate { parameters: Parameters { values, slots: [first, second] }, .. } => {
                [Some(values), first, second]
            }
            _ => return Ok(()),
        };
        for tensor in parameters.into_iter().flatten() {
            if !self.in_panels.contains(&tensor) {
                let rows = self.tensors.replace(tensor, panels::len(tensor)?)?;
                panels::write(&rows, tensor, self.tensors.get_mut(tensor));
                self.in_panels.push(tensor);
            }
        }
        Ok(())
    }

    /// Does one operation of one step.
    fn execute(&mut self, op: &Op, order: &[u32], slot: usize, step: &Step) {
        let rows = step.rows;
        let Self { tensors, tables, scratch, .. } = self;
        match *op {
            Op::Gather { table, input, target } => {
                let order = &order[step.first..][..rows];
                tensors.writing([input, target], |_, [inputs, targets]| {
                    gather::gather(tables.get(table), table.features, table.outputs, order, inputs, targets);
                });
            }
            Op::Linear { input, parameters, output, activation } => {
                tensors.writing([output], |tensors, [output]| {
                    let sizes = Sizes { rows, inputs: input.cols, outputs: parameters.cols };
                    let [input, parameters] = [input, parameters].map(|tensor| tensors.get(tensor));
                    linear::linear(sizes, input, parameters, activation, output, &mut scratch.strips);
                });
            }
            Op::Conv2d { convolution, input, parameters, output, activation } => {
                tensors.writing([output], |tensors, [output]| {
                    let (input, parameters) = (rows_of(tensors, input, rows), tensors.get(parameters));
                    conv2d::conv2d(convolution, input, parameters, activation, output, &mut scratch.padded);
                });
            }
            Op::MaxPool { pooling, input, output } => {
                tensors.writing([output], |tensors, [output]| {
                    max_pool::max_pool(pooling, rows_of(tensors, input, rows), output);
                });
            }
            Op::Dropout { dropout, input, output } => {
                tensors.writing([output], |tensors, [output]| {
                    dropout::dropout(dropout, step.seed, rows_of(tensors, input, rows), output);
                });
            }
            Op::Probabilities { logits, probabilities } => {
                tensors.writing([probabilities], |tensors, [probabilities]| {
                    let logits_of_rows = rows_of(tensors, logits, rows);
                    probabilities::probabilities(logits_of_rows, logits.cols, probabilities);
                });
            }
            Op::Loss { loss, output, target, gradient, metrics } => {
                tensors.writing([gradient, metrics], |tensors, [gradient, metrics]| {
                    let (values, target) = (rows_of(tensors, output, rows), rows_of(tensors, target, rows));
                    metrics.as_chunks_mut().0[slot] = loss::loss(loss, values, target, output.cols, gradient);
                });
            }
            Op::ActivationBackward { activation, output, gradient } => {
                tensors.writing([gradient], |tensors, [gradient]| {
                    multiply_by_derivative(activation, gradient, rows_of(tensors, output, rows));
                });
            }
            Op::LinearBackwardInput { gradient, parameters, input_gradient } => {
                tensors.writing([input_gradient], |tensors, [output]| {
                    let sizes = Sizes { rows, inputs: input_gradient.cols, outputs: parameters.cols };
                    let [gradient, parameters] = [gradient, parameters].map(|tensor| tensors.get(tensor));
                    let panel = &mut scratch.panel;
                    linear_backward_input::linear_backward_input(sizes, gradient, parameters, output, panel);
                });
            }
            Op::LinearUpdate { input, gradient, parameters, optimizer, penalty } => {
                tensors.writing_parameters(parameters, |tensors, learnt| {
                    let sizes = Sizes { rows, inputs: input.cols, outputs: gradient.cols };
                    let [input, gradient] = [input, gradient].map(|tensor| tensors.get(tensor));
                    let rule = Rule { optimizer, rate: step.rate, penalty };
                    linear_update::linear_update(sizes, input, gradient, learnt, rule, scratch);
                });
            }
            Op::Conv2dBackwardInput { convolution, gradient, parameters, input_gradient } => {
                tensors.writing([input_gradient], |tensors, [output]| {
                    let (gradient, parameters) = (rows_of(tensors, gradient, rows), tensors.get(parameters));
                    let Scratch { padded, panels, .. } = scratch;
                    conv2d::conv2d_backward_input(convolution, gradient, parameters, output, padded, panels);
                });
            }
            Op::Conv2dUpdate { convolution, input, gradient, parameters, optimizer, penalty } => {
                tensors.writing_parameters(parameters, |tensors, learnt| {
                    let [input, gradient] = [input, gradient].map(|tensor| rows_of(tensors, tensor, rows));
                    let rule = Rule { optimizer, rate: step.rate, penalty };
                    conv2d_update::conv2d_update(convolution, input, gradient, learnt, rule, scratch);
                });
            }
            Op::MaxPoolBackward { pooling, input, output, gradient, input_gradient } => {
                tensors.writing([input_gradient], |tensors, [input_gradient]| {
                    let [input, output, gradient] =
                        [input, output, gradient].map(|tensor| rows_of(tensors, tensor, rows));
                    let squares = &mut scratch.squares;
                    max_pool::max_pool_backward(pooling, input, output, gradient, input_gradient, squares);
                });
            }
        }
    }
}

fn copied(values: &[f32]) -> Result<Vec<f32>, EngineError> {
    let mut copy = zeros(values.len())?;
    copy.copy_from_slice(values);
    Ok(copy)
}

/// The first rows of a tensor.
fn rows_of(tensors: &Arena<f32>, tensor: Tensor, rows: usize) -> &[f32] {
    &tensors.get(tensor)[..rows * tensor.cols]
}
