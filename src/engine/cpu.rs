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
        match *op {
            Op::Linear { input, output, .. } => {
                let tiles = Parts::most(pool, input.rows.div_ceil(TILE_ROWS), work_of_tile(input, output));
                self.room_for_strips(tiles * TILE_ROWS, input.cols + 1, pool)
            }
            Op::LinearBackwardInput { gradient, .. } => self.for_each_part(pool, |part| {
                part.panel.clear();
                reserve(&mut part.panel, gradient.cols.next_multiple_of(PANEL))
            }),
            Op::LinearUpdate { input, .. } => {
                let tiles = Parts::most(pool, (input.cols + 1).div_ceil(TILE_ROWS), TILE_ROWS * input.rows);
                self.room_for_strips(tiles * TILE_ROWS, input.rows, pool)?;
                self.for_each_part(pool, |part| {
                    part.panel.clear();
                    reserve(&mut part.panel, input.rows)
                })
            }
            Op::Conv2d { convolution, .. } => {
                self.for_each_part(pool, |part| part.padded.make_room(convolution))
            }
            Op::Conv2dBackwardInput { convolution, .. } => {
                self.for_each_part(pool, |part| part.padded.make_room(convolution.backward()))?;
                self.turned.clear();
                reserve(&mut self.turned, turned_len(convolution)?)
            }
            Op::Conv2dUpdate { convolution, parameters, input, .. } => {
                self.for_each_part(pool, |part| {
                    part.padded.make_room(convolution)?;
                    part.panel.clear();
                    reserve(&mut part.panel, convolution.output.pixels())
                })?;
                let sums = SUMS.min(input.rows);
                self.sums.resize_with(self.sums.len().max(sums), Vec::new);
                for sums in &mut self.sums[..sums] {
                    sums.clear();
                    reserve(sums, panels::len(parameters.values)?)?;
                }
                Ok(())
            }
            Op::MaxPoolBackward { output, .. } => self.for_each_part(pool, |part| {
                part.squares.clear();
                reserve(&mut part.squares, output.cols)
            }),
            _ => Ok(()),
        }
    }

    /// In each part's, room for a matrix of `rows` rows and `inner` columns.
    fn room_for_strips(&mut self, rows: usize, inner: usize, pool: Pool) -> Result<(), EngineError> {
        self.strips.resize_with(Parts::count(pool), Strips::default);
        self.strips.iter_mut().try_for_each(|strips| strips.make_room(rows, inner))
    }

    fn for_each_part(
        &mut self,
        pool: Pool,
        make_room: impl FnMut(&mut PartScratch) -> Result<(), EngineError>,
    ) -> Result<(), EngineError> {
        self.parts.resize_with(Parts::count(pool), PartScratch::default);
        self.parts.iter_mut().try_for_each(make_room)
    }
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
        let parts_of = |units, work| Parts::of(*pool, units, work);
        match *op {
            Op::Gather { table, input, target } => {
                let parts = parts_of(rows, input.cols);
                tensors.writing([input, target], |_, [inputs, targets]| {
                    let orders = order[step.first..][..rows].chunks(parts.units());
                    let outs = chunks_of(inputs, parts.units(), input).zip(chunks_of(
                        targets,
                        parts.units(),
                        target,
                    ));
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
                let parts = parts_of(rows.div_ceil(TILE_ROWS), work_of_tile(input, output));
                let part_rows = parts.units() * TILE_ROWS;
                tensors.writing([output], |tensors, [outputs]| {
                    let inputs = rows_of(tensors, input, rows).chunks(part_rows * input.cols);
                    let parameters = tensors.get(parameters);
                    let ins = inputs.zip(&mut scratch.strips);
                    parts.each(
                        chunks_of(outputs, part_rows, output).zip(ins),
                        |(outputs, (inputs, strips))| {
                            let rows = inputs.len() / input.cols;
                            let sizes = Sizes { rows, inputs: input.cols, outputs: output.cols };
                            linear::linear(sizes, inputs, parameters, activation, outputs, strips);
                        },
                    );
                });
            }
            Op::Conv2d { convolution, input, parameters, output, activation } => {
                let parts = parts_of(rows, work_of(convolution));
                tensors.writing([output], |tensors, [outputs]| {
                    let inputs = rows_of(tensors, input, rows).chunks(parts.units() * input.cols);
                    let parameters = tensors.get(parameters);
                    let ins = inputs.zip(&mut scratch.parts);
                    parts.each(
                        ins.zip(chunks_of(outputs, parts.units(), output)),
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
                let parts = parts_of(rows, input.cols);
                tensors.writing([output], |tensors, [outputs]| {
                    let inputs = rows_of(tensors, input, rows).chunks(parts.units() * input.cols);
                    parts.each(inputs.zip(chunks_of(outputs, parts.units(), output)), |(inputs, outputs)| {
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
                let parts = parts_of(rows, output.cols);
                tensors.writing([gradient], |tensors, [gradients]| {
                    let outputs = rows_of(tensors, output, rows).chunks(parts.units() * output.cols);
                    let gradients = chunks_of(gradients, parts.units(), gradient);
                    parts.each(gradients.zip(outputs), |(gradients, outputs)| {
                        multiply_by_derivative(activation, gradients, outputs);
                    });
                });
            }
            Op::LinearBackwardInput { gradient, parameters, input_gradient } => {
                let parts = parts_of(rows.div_ceil(PANEL), PANEL * input_gradient.cols * gradient.cols);
                let part_rows = parts.units() * PANEL;
                tensors.writing([input_gradient], |tensors, [outputs]| {
                    let gradients = rows_of(tensors, gradient, rows).chunks(part_rows * gradient.cols);
                    let parameters = tensors.get(parameters);
                    let ins = gradients.zip(&mut scratch.parts);
                    parts.each(
                        ins.zip(chunks_of(outputs, part_rows, input_gradient)),
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
                    let parts = parts_of(strip_rows.div_ceil(TILE_ROWS), TILE_ROWS * rows);
                    let part_rows = parts.units() * TILE_ROWS;
                    let strips = &mut strips[..strip_rows.div_ceil(part_rows)];
                    parts.each(
                        strips.iter_mut().zip((0..strip_rows).step_by(part_rows)),
                        |(strips, first)| {
                            linear_update::pack(
                                sizes,
                                input,
                                first..strip_rows.min(first + part_rows),
                                strips,
                            );
                        },
                    );
                    let parts = parts_of(sizes.outputs.div_ceil(PANEL), PANEL * strip_rows * rows);
                    let cols = (0..sizes.outputs).step_by(parts.units() * PANEL);
                    let learnt = in_parts(learnt, parts.units() * strip_rows * PANEL);
                    parts.each(cols.zip(learnt).zip(scratch), |((first, learnt), part)| {
                        let cols = first..sizes.outputs.min(first + parts.units() * PANEL);
                        linear_update::linear_update(
                            sizes,
                            strips,
                            gradient,
                            cols,
                            learnt,
                            rule,
                            &mut part.panel,
                        );
                    });
                });
            }
            Op::Conv2dBackwardInput { convolution, gradient, parameters, input_gradient } => {
                let parts = parts_of(rows, work_of(convolution));
                tensors.writing([input_gradient], |tensors, [outputs]| {
                    let Scratch { parts: scratch, turned, .. } = scratch;
                    conv2d::turn(convolution, tensors.get(parameters), turned);
                    let gradients = rows_of(tensors, gradient, rows).chunks(parts.units() * gradient.cols);
                    let outputs = chunks_of(outputs, parts.units(), input_gradient);
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
                let parts = parts_of(rows.div_ceil(summed), summed * work_of(convolution));
                let part_rows = parts.units() * summed;
                tensors.writing_parameters(parameters, |tensors, learnt| {
                    let Scratch { parts: scratch, sums, .. } = scratch;
                    let sums = &mut sums[..rows.div_ceil(summed)];
                    let inputs = rows_of(tensors, input, rows).chunks(part_rows * input.cols);
                    let gradients = rows_of(tensors, gradient, rows).chunks(part_rows * gradient.cols);
                    let ins = inputs.zip(gradients).zip(scratch);
                    parts.each(
                        ins.zip(sums.chunks_mut(parts.units())),
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
                let parts = parts_of(rows, input.cols);
                tensors.writing([input_gradient], |tensors, [input_gradients]| {
                    let [inputs, outputs, gradients] = [input, output, gradient]
                        .map(|tensor| rows_of(tensors, tensor, rows).chunks(parts.units() * tensor.cols));
                    let ins = inputs.zip(outputs).zip(gradients).zip(&mut scratch.parts);
                    let outs = chunks_of(input_gradients, parts.units(), input_gradient);
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

/// A tensor's values in chunks of so many rows.
fn chunks_of(
    values: &mut [f32],
    rows: usize,
    Tensor { cols, .. }: Tensor,
) -> impl Iterator<Item = &mut [f32]> {
    values.chunks_mut(rows * cols)
}

/// Parameters and the optimizer's slots for them in chunks of `len` numbers; of a slot that there is not they are empty.
fn in_parts(learnt: [&mut [f32]; 3], len: usize) -> impl Iterator<Item = [&mut [f32]; 3]> {
    let mut chunks = learnt.map(|values| values.chunks_mut(len));
    repeat_with(move || chunks.each_mut().map(|chunks| chunks.next().unwrap_or_default()))
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
