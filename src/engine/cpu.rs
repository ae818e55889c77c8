//! The engine that every machine has: one core, with SIMD where the compiler finds it.
//!
//! A kernel is a plain function over slices, in the file of its name. Only the matrix product
//! (`product`) is written for speed; the compiler turns its inner loop into SIMD for WebAssembly
//! and for native processors alike.

mod activation;
mod binary_cross_entropy;
mod exp;
mod gather;
mod linear;
mod linear_backward_input;
mod linear_update;
mod product;
mod softmax;
mod softmax_cross_entropy;
mod squared_error;
mod update;

use super::{Engine, EngineError, Format, MAX_STEPS, Op, Parameters, Reading, Step, Table, Tensor, Values};
use linear::Sizes;
use product::Panels;
use std::mem::take;
use update::Rule;

/// The CPU engine. The same calls give the same numbers, bit for bit.
pub struct Cpu {
    /// What a [`Tensor`] names; the first is [`NONE`].
    tensors: Vec<Vec<f32>>,
    tables: Vec<Examples>,
    scratch: Scratch,
}

/// Stands in for a slot that the optimizer does not have.
const NONE: Tensor = Tensor { id: 0, rows: 0, cols: 0 };

impl Default for Cpu {
    fn default() -> Self {
        Self { tensors: vec![Vec::new()], tables: Vec::new(), scratch: Scratch::default() }
    }
}

/// What a [`Table`] names.
struct Examples {
    inputs: Inputs,    // [rows, features]
    targets: Vec<f32>, // [rows, outputs]
}

/// Memory that kernels use again in each step instead of asking for it.
#[derive(Default)]
struct Scratch {
    panels: Panels,
    gradient: Vec<f32>,
}

enum Inputs {
    Bytes(Vec<u8>),
    Floats(Vec<f32>),
}

impl Engine for Cpu {
    type Program = Vec<Op>;

    fn tensor(&mut self, rows: usize, cols: usize) -> Result<Tensor, EngineError> {
        self.tensors.push(zeros(rows * cols)?);
        Ok(Tensor { id: self.tensors.len() - 1, rows, cols })
    }

    fn table(
        &mut self,
        rows: usize,
        features: usize,
        outputs: usize,
        format: Format,
    ) -> Result<Table, EngineError> {
        let mut examples = Examples {
            inputs: match format {
                Format::Bytes => Inputs::Bytes(Vec::new()),
                Format::Floats => Inputs::Floats(Vec::new()),
            },
            targets: Vec::new(),
        };
        reserve(&mut examples.targets, rows * outputs)?;
        match &mut examples.inputs {
            Inputs::Bytes(bytes) => reserve(bytes, rows * features)?,
            Inputs::Floats(floats) => reserve(floats, rows * features)?,
        }
        self.tables.push(examples);
        Ok(Table { id: self.tables.len() - 1, features, outputs, format })
    }

    fn append(&mut self, table: Table, inputs: Values<'_>, targets: &[f32]) -> Result<(), EngineError> {
        let examples = &mut self.tables[table.id];
        reserve(&mut examples.targets, targets.len())?;
        match (&mut examples.inputs, inputs) {
            (Inputs::Bytes(all), Values::Bytes(new)) => {
                reserve(all, new.len())?;
                all.extend_from_slice(new);
            }
            (Inputs::Floats(all), Values::Floats(new)) => {
                reserve(all, new.len())?;
                all.extend_from_slice(new);
            }
            _ => panic!("the examples do not have the table's format"),
        }
        examples.targets.extend_from_slice(targets);
        Ok(())
    }

    fn write(&mut self, tensor: Tensor, values: &[f32]) {
        self.tensors[tensor.id][..values.len()].copy_from_slice(values);
    }

    fn read(&mut self, tensors: &[(Tensor, usize)]) -> Reading {
        let rows_of =
            |&(tensor, rows): &(Tensor, usize)| self.tensors[tensor.id][..rows * tensor.cols].to_vec();
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

impl Cpu {
    /// Does one operation of one step.
    fn execute(&mut self, op: &Op, order: &[u32], slot: usize, step: &Step) {
        let rows = step.rows;
        match *op {
            Op::Gather { table, input, target } => {
                let order = &order[step.first..][..rows];
                self.writing([input, target], |cpu, [inputs, targets]| {
                    gather::gather(
                        &cpu.tables[table.id],
                        table.features,
                        table.outputs,
                        order,
                        inputs,
                        targets,
                    );
                });
            }
            Op::Linear { input, parameters, output, activation } => {
                self.writing([output], |cpu, [output]| {
                    let Self { tensors, scratch, .. } = cpu;
                    let [input_values, parameter_values] =
                        [input, parameters].map(|tensor| &tensors[tensor.id][..]);
                    let sizes = Sizes { rows, inputs: input.cols, outputs: parameters.cols };
                    linear::linear(
                        sizes,
                        input_values,
                        parameter_values,
                        activation,
                        output,
                        &mut scratch.panels,
                    );
                });
            }
            Op::Softmax { logits, probabilities } => self.writing([probabilities], |cpu, [probabilities]| {
                softmax::softmax(cpu.rows(logits, rows), logits.cols, probabilities);
            }),
            Op::SoftmaxCrossEntropy { logits, target, gradient, metrics } => {
                self.writing([gradient, metrics], |cpu, [gradient, metrics]| {
                    let (values, target) = (cpu.rows(logits, rows), cpu.rows(target, rows));
                    metrics.as_chunks_mut().0[slot] =
                        softmax_cross_entropy::softmax_cross_entropy(values, target, logits.cols, gradient);
                });
            }
            Op::BinaryCrossEntropy { output, target, gradient, metrics } => {
                self.writing([gradient, metrics], |cpu, [gradient, metrics]| {
                    let (values, target) = (cpu.rows(output, rows), cpu.rows(target, rows));
                    metrics.as_chunks_mut().0[slot] =
                        binary_cross_entropy::binary_cross_entropy(values, target, gradient);
                });
            }
            Op::SquaredError { output, target, activation, gradient, metrics } => {
                self.writing([gradient, metrics], |cpu, [gradient, metrics]| {
                    let (values, target) = (cpu.rows(output, rows), cpu.rows(target, rows));
                    metrics.as_chunks_mut().0[slot] =
                        squared_error::squared_error(values, target, output.cols, activation, gradient);
                });
            }
            Op::LinearBackwardInput { gradient, parameters, input, activation, input_gradient } => {
                self.writing([input_gradient], |cpu, [input_gradient]| {
                    let Self { tensors, scratch, .. } = cpu;
                    let sizes = Sizes { rows, inputs: input.cols, outputs: parameters.cols };
                    let [gradient, parameters, input] =
                        [gradient, parameters, input].map(|tensor| &tensors[tensor.id][..]);
                    linear_backward_input::linear_backward_input(
                        sizes,
                        gradient,
                        parameters,
                        input,
                        activation,
                        input_gradient,
                        &mut scratch.panels,
                    );
                });
            }
            Op::LinearUpdate { input, gradient, parameters, optimizer, l2 } => {
                let Parameters { values, slots: [first, second] } = parameters;
                let learnt = [values, first.unwrap_or(NONE), second.unwrap_or(NONE)];
                self.writing(learnt, |cpu, learnt| {
                    let Self { tensors, scratch, .. } = cpu;
                    let sizes = Sizes { rows, inputs: input.cols, outputs: gradient.cols };
                    let [input, gradient] = [input, gradient].map(|tensor| &tensors[tensor.id][..]);
                    linear_update::linear_update(
                        sizes,
                        input,
                        gradient,
                        learnt,
                        Rule { optimizer, rate: step.rate, l2 },
                        scratch,
                    );
                });
            }
        }
    }

    /// The first rows of a tensor.
    fn rows(&self, tensor: Tensor, rows: usize) -> &[f32] {
        &self.tensors[tensor.id][..rows * tensor.cols]
    }

    /// Takes the tensors that a kernel writes out of the engine while it works, so that those that
    /// it reads can be borrowed beside them.
    fn writing<const N: usize>(
        &mut self,
        written: [Tensor; N],
        kernel: impl FnOnce(&mut Self, [&mut [f32]; N]),
    ) {
        let mut taken = written.map(|tensor| take(&mut self.tensors[tensor.id]));
        kernel(self, taken.each_mut().map(|values| &mut values[..]));
        for (tensor, values) in written.iter().zip(taken) {
            self.tensors[tensor.id] = values;
        }
    }
}

fn zeros(len: usize) -> Result<Vec<f32>, EngineError> {
    let mut values = Vec::new();
    reserve(&mut values, len)?;
    values.resize(len, 0.0);
    Ok(values)
}

/// Makes room for `more` values, or says that there is none instead of ending the program.
fn reserve<T>(values: &mut Vec<T>, more: usize) -> Result<(), EngineError> {
    values.try_reserve(more).map_err(|error| EngineError::OutOfMemory(error.to_string()))
}
