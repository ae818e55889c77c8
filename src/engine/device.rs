//! Whichever engine was chosen while the program ran.

use super::cpu::Cpu;
use super::gpu::{self, Gpu};
use super::small::Small;
use super::{Engine, EngineError, Format, Op, Reading, Step, Table, Tensor, Values};

/// One engine or the other.
pub enum Device {
    /// The CPU.
    Cpu(Box<Cpu>),
    /// The CPU, for small networks.
    Small(Box<Small>),
    /// The GPU.
    Gpu(Box<Gpu>),
}

/// A program for the engine that made it.
pub enum Program {
    /// For the CPU.
    Cpu(Vec<Op>),
    /// For the GPU.
    Gpu(gpu::Program),
}

/// Calls the same method on the engine that is there.
macro_rules! on_device {
    ($device:expr, $engine:ident => $call:expr) => {
        match $device {
            Device::Cpu($engine) => $call,
            Device::Small($engine) => $call,
            Device::Gpu($engine) => $call,
        }
    };
}

impl Engine for Device {
    type Program = Program;

    fn tensor(&mut self, rows: usize, cols: usize) -> Result<Tensor, EngineError> {
        on_device!(self, engine => engine.tensor(rows, cols))
    }

    fn table(
        &mut self,
        rows: usize,
        features: usize,
        outputs: usize,
        format: Format,
    ) -> Result<Table, EngineError> {
        on_device!(self, engine => engine.table(rows, features, outputs, format))
    }

    fn append(&mut self, table: Table, inputs: Values<'_>, targets: &[f32]) -> Result<(), EngineError> {
        on_device!(self, engine => engine.append(table, inputs, targets))
    }

    fn write(&mut self, tensor: Tensor, values: &[f32]) {
        on_device!(self, engine => engine.write(tensor, values));
    }

    fn read(&mut self, tensors: &[(Tensor, usize)]) -> Reading {
        on_device!(self, engine => engine.read(tensors))
    }

    fn program(&mut self, ops: &[Op]) -> Result<Self::Program, EngineError> {
        match self {
            Self::Cpu(cpu) => cpu.program(ops).map(Program::Cpu),
            Self::Small(small) => small.program(ops).map(Program::Cpu),
            Self::Gpu(gpu) => gpu.program(ops).map(Program::Gpu),
        }
    }

    fn run(&mut self, program: &mut Self::Program, order: &[u32], steps: &[Step]) {
        match (self, program) {
            (Self::Cpu(cpu), Program::Cpu(program)) => cpu.run(program, order, steps),
            (Self::Small(small), Program::Cpu(program)) => small.run(program, order, steps),
            (Self::Gpu(gpu), Program::Gpu(program)) => gpu.run(program, order, steps),
            _ => panic!("the program was made for another engine"),
        }
    }
}
