//! The engine that every machine has: its processor's cores, with SIMD where the compiler finds it.
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
//! A kernel runs on one core. What a step is divided by for several of them (`parts`) stands here, where kernels are called:
//! mostly its examples, of which each has its own results; for an update the layer's units. So numbers are the same, bit for
//! bit, on however many cores.
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
mod parts;
pub(super) mod probabilities;
mod softmax_cross_entropy;
mod squared_error;
mod tile;
pub(super) mod update;

use super::{
    Engine, EngineError, Format, MAX_STEPS, Op, Parameters, Program, Reading, Step, Table, Tensor, Values,
    product, reserve, zeros,
};
use crate::picture::Convolution;
use activation::multiply_by_derivative;
use arena::Arena;
use chalknet_pool::Pool;
use conv2d::{Padded, turned_len};
use conv2d_update::SUMS;
use examples::Tables;
use linear::Sizes;
use panels::PANEL;
use parts::Parts;
use std::iter::repeat_with;
use tile::{Strips, TILE_ROWS};
use update::Rule;

/// The CPU engine. The same calls give the same numbers, bit for bit.
#[derive(Default)]
pub struct Cpu {
    tensors: Arena<f32>,
    /// Those that lie in panels; the others lie row by row.
    in_panels: Vec<Tensor>,
    tables: Tables,
    programs: Vec<Vec<Op>>,
    pool: Pool,
    scratch: Scratch,
}

/// Memory that kernels use again in each step instead of asking for it.
#[derive(Default)]
struct Scratch {
    /// Of each part, for all of them to read.
    strips: Vec<Strips>,
    /// Of each part, for it alone.
    parts: Vec<PartScratch>,
    /// Sums of a kernel's gradient, in panels, each over its part of the examples.
    sums: Vec<Vec<f32>>,
    /// A kernel that is turned, in panels.
    turned: Vec<f32>,
}

#[derive(Default)]
struct PartScratch {
    panel: Vec<[f32; PANEL]>,
    padded: Padded,
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
            self.scratch.make_room(op, self.pool)?;
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
    fn make_room(&mut self, op: &Op, pool: Pool) -> Result<(), EngineError> {
        let parts = Parts::count(pool);
        self.parts.resize_with(parts, PartScratch::default);
        self.strips.resize_with(parts, Strips::default);
        for part in &mut self.parts {
            part.make_room(op)?;
        }
        let (rows, inner) = match *op {
            Op::Linear { input, output, .. } => {
                let work = work_of_tile(input, output);
                (Parts::most_rows(pool, input.rows, TILE_ROWS, work), input.cols + 1)
            }
            Op::LinearUpdate { input, .. } => {
                let work = TILE_ROWS * input.rows;
                (Parts::most_rows(pool, input.cols + 1, TILE_ROWS, work), input.rows)
            }
            Op::Conv2dBackwardInput { convolution, .. } => {
                return room_for(&mut self.turned, turned_len(convolution)?);
            }
            Op::Conv2dUpdate { parameters, input, .. } => {
                let sums = SUMS.min(input.rows);
                self.sums.resize_with(self.sums.len().max(sums), Vec::new);
                let len = panels::len(parameters.values)?;
                return self.sums[..sums].iter_mut().try_for_each(|sum| room_for(sum, len));
            }
            _ => return Ok(()),
        };
        self.strips.iter_mut().try_for_each(|strips| strips.make_room(rows, inner))
    }
}

impl PartScratch {
    fn make_room(&mut self, op: &Op) -> Result<(), EngineError> {
        match *op {
            Op::LinearBackwardInput { gradient, .. } => {
                room_for(&mut self.panel, gradient.cols.next_multiple_of(PANEL))
            }
            Op::LinearUpdate { input, .. } => room_for(&mut self.panel, input.rows),
            Op::Conv2d { convolution, .. } => self.padded.make_room(convolution),
            Op::Conv2dBackwardInput { convolution, .. } => self.padded.make_room(convolution.backward()),
            Op::Conv2dUpdate { convolution, .. } => {
                self.padded.make_room(convolution)?;
                room_for(&mut self.panel, convolution.output.pixels())
            }
            Op::MaxPoolBackward { output, .. } => room_for(&mut self.squares, output.cols),
            _ => Ok(()),
        }
    }
}

/// Empties it, and makes room for so many values.
fn room_for<T>(values: &mut Vec<T>, len: usize) -> Result<(), EngineError> {
    values.clear();
    reserve(values, len)
}

/// Multiplications and additions of a tile of examples in a dense layer.
fn work_of_tile(input: Tensor, output: Tensor) -> usize {
    TILE_ROWS * input.cols * output.cols
}

/// The same of one example in a convolution, forward and, each, backward.
fn work_of(convolution: Convolution) -> usize {
    convolution.output.numbers() * convolution.inputs()
}

impl Cpu {
    /// One that divides its work among the threads of a pool.
    #[must_use]
    pub fn on(pool: Pool) -> Self {
        Self { pool, ..Self::default() }
    }

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
        let Self { tensors, tables, scratch, pool, .. } = self;
        let parts_of = |rows, tile, work| Parts::of(*pool, rows, tile, work);
        match *op {
            Op::Gather { table, input, target } => {
                let parts = parts_of(rows, 1, input.cols);
                tensors.writing([input, target], |_, [inputs, targets]| {
                    let orders = parts.share(&order[step.first..][..rows], 1);
                    let outs = parts.share_mut(inputs, input.cols).zip(parts.share_mut(targets, target.cols));
                    parts.each(orders.zip(outs), |(order, (inputs, targets))| {
                        gather::gather(
                            tables.get(table),
                            table.features,
                            table.outputs,
                            order,
                            inputs,
                            targets,
                        );
                    });
                });
            }
            Op::Linear { input, parameters, output, activation } => {
                let parts = parts_of(rows, TILE_ROWS, work_of_tile(input, output));
                tensors.writing([output], |tensors, [outputs]| {
                    let inputs = parts.share(rows_of(tensors, input, rows), input.cols);
                    let parameters = tensors.get(parameters);
                    let ins = inputs.zip(&mut scratch.strips);
                    parts.each(
                        parts.share_mut(outputs, output.cols).zip(ins),
                        |(outputs, (inputs, strips))| {
                            let rows = inputs.len() / input.cols;
                            let sizes = Sizes { rows, inputs: input.cols, outputs: output.cols };
                            linear::linear(sizes, inputs, parameters, activation, outputs, strips);
                        },
                    );
                });
            }
            Op::Conv2d { convolution, input, parameters, output, activation } => {
                let parts = parts_of(rows, 1, work_of(convolution));
                tensors.writing([output], |tensors, [outputs]| {
                    let inputs = parts.share(rows_of(tensors, input, rows), input.cols);
                    let parameters = tensors.get(parameters);
                    let ins = inputs.zip(&mut scratch.parts);
                    parts.each(
                        ins.zip(parts.share_mut(outputs, output.cols)),
                        |((inputs, part), outputs)| {
                            conv2d::conv2d(
                                convolution,
                                inputs,
                                parameters,
                                activation,
                                outputs,
                                &mut part.padded,
                            );
                        },
                    );
                });
            }
            Op::MaxPool { pooling, input, output } => {
                let parts = parts_of(rows, 1, input.cols);
                tensors.writing([output], |tensors, [outputs]| {
                    let inputs = parts.share(rows_of(tensors, input, rows), input.cols);
                    parts.each(inputs.zip(parts.share_mut(outputs, output.cols)), |(inputs, outputs)| {
                        max_pool::max_pool(pooling, inputs, outputs);
                    });
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
                let parts = parts_of(rows, 1, output.cols);
                tensors.writing([gradient], |tensors, [gradients]| {
                    let outputs = parts.share(rows_of(tensors, output, rows), output.cols);
                    let gradients = parts.share_mut(gradients, gradient.cols);
                    parts.each(gradients.zip(outputs), |(gradients, outputs)| {
                        multiply_by_derivative(activation, gradients, outputs);
                    });
                });
            }
            Op::LinearBackwardInput { gradient, parameters, input_gradient } => {
                let parts = parts_of(rows, PANEL, PANEL * input_gradient.cols * gradient.cols);
                tensors.writing([input_gradient], |tensors, [outputs]| {
                    let gradients = parts.share(rows_of(tensors, gradient, rows), gradient.cols);
                    let parameters = tensors.get(parameters);
                    let ins = gradients.zip(&mut scratch.parts);
                    parts.each(
                        ins.zip(parts.share_mut(outputs, input_gradient.cols)),
                        |((gradients, part), outputs)| {
                            let rows = gradients.len() / gradient.cols;
                            let sizes = Sizes { rows, inputs: input_gradient.cols, outputs: gradient.cols };
                            let panel = &mut part.panel;
                            linear_backward_input::linear_backward_input(
                                sizes, gradients, parameters, outputs, panel,
                            );
                        },
                    );
                });
            }
            Op::LinearUpdate { input, gradient, parameters, optimizer, penalty } => {
                let sizes = Sizes { rows, inputs: input.cols, outputs: gradient.cols };
                let rule = Rule { optimizer, rate: step.rate, penalty };
                let Scratch { strips, parts: scratch, .. } = scratch;
                tensors.writing_parameters(parameters, |tensors, learnt| {
                    let [input, gradient] = [input, gradient].map(|tensor| rows_of(tensors, tensor, rows));
                    let strip_rows = sizes.inputs + 1;
                    let parts = parts_of(strip_rows, TILE_ROWS, TILE_ROWS * rows);
                    let strips = &mut strips[..strip_rows.div_ceil(parts.rows())];
                    parts.each(parts.ranges(strip_rows).zip(&mut *strips), |(strip_rows, strips)| {
                        linear_update::pack(sizes, input, strip_rows, strips);
                    });
                    let parts = parts_of(sizes.outputs, PANEL, PANEL * strip_rows * rows);
                    let mut learnt = learnt.map(|values| parts.share_mut(values, strip_rows));
                    // Of a slot that the optimizer does not have every part is empty.
                    let learnt = repeat_with(|| learnt.each_mut().map(|of| of.next().unwrap_or_default()));
                    let ins = parts.ranges(sizes.outputs).zip(scratch);
                    parts.each(ins.zip(learnt), |((units, part), learnt)| {
                        let panel = &mut part.panel;
                        linear_update::linear_update(sizes, strips, gradient, units, learnt, rule, panel);
                    });
                });
            }
            Op::Conv2dBackwardInput { convolution, gradient, parameters, input_gradient } => {
                let parts = parts_of(rows, 1, work_of(convolution));
                tensors.writing([input_gradient], |tensors, [outputs]| {
                    let Scratch { parts: scratch, turned, .. } = scratch;
                    conv2d::turn(convolution, tensors.get(parameters), turned);
                    let gradients = parts.share(rows_of(tensors, gradient, rows), gradient.cols);
                    let outputs = parts.share_mut(outputs, input_gradient.cols);
                    parts.each(gradients.zip(scratch).zip(outputs), |((gradients, part), outputs)| {
                        conv2d::conv2d_backward_input(
                            convolution,
                            gradients,
                            turned,
                            outputs,
                            &mut part.padded,
                        );
                    });
                });
            }
            Op::Conv2dUpdate { convolution, input, gradient, parameters, optimizer, penalty } => {
                let rule = Rule { optimizer, rate: step.rate, penalty };
                // Of so many examples each sum is, on however many cores.
                let summed = rows.div_ceil(SUMS);
                let parts = parts_of(rows, summed, summed * work_of(convolution));
                tensors.writing_parameters(parameters, |tensors, learnt| {
                    let Scratch { parts: scratch, sums, .. } = scratch;
                    let sums = &mut sums[..rows.div_ceil(summed)];
                    let inputs = parts.share(rows_of(tensors, input, rows), input.cols);
                    let gradients = parts.share(rows_of(tensors, gradient, rows), gradient.cols);
                    let ins = inputs.zip(gradients).zip(scratch);
                    parts.each(
                        ins.zip(pool.chunks_mut(sums, parts.rows() / summed)),
                        |(((inputs, gradients), part), sums)| {
                            let inputs = inputs.chunks(summed * input.cols);
                            let gradients = gradients.chunks(summed * gradient.cols);
                            for ((inputs, gradients), sum) in inputs.zip(gradients).zip(sums) {
                                conv2d_update::add_up(convolution, inputs, gradients, sum, part);
                            }
                        },
                    );
                    conv2d_update::conv2d_update(convolution, sums, learnt, rule);
                });
            }
            Op::MaxPoolBackward { pooling, input, output, gradient, input_gradient } => {
                let parts = parts_of(rows, 1, input.cols);
                tensors.writing([input_gradient], |tensors, [input_gradients]| {
                    let [inputs, outputs, gradients] = [input, output, gradient]
                        .map(|tensor| parts.share(rows_of(tensors, tensor, rows), tensor.cols));
                    let ins = inputs.zip(outputs).zip(gradients).zip(&mut scratch.parts);
                    let outs = parts.share_mut(input_gradients, input_gradient.cols);
                    parts.each(ins.zip(outs), |((((input, output), gradient), part), input_gradient)| {
                        let squares = &mut part.squares;
                        max_pool::max_pool_backward(
                            pooling,
                            input,
                            output,
                            gradient,
                            input_gradient,
                            squares,
                        );
                    });
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
