use crate::engine::{EngineError, Parameters, Tensor, zeros};
use std::mem::take;

/// The tensors of an engine on the CPU, each a vector of `T` that its [`Tensor`] names.
pub(in crate::engine) struct Arena<T>(Vec<Vec<T>>);

/// Stands in for a slot that the optimizer does not have.
const NONE: Tensor = Tensor { id: 0, rows: 0, cols: 0 };

impl<T> Default for Arena<T> {
    fn default() -> Self {
        Self(vec![Vec::new()])
    }
}

impl<T: Copy + Default> Arena<T> {
    /// A tensor that takes `len` times `T`.
    pub fn add(&mut self, rows: usize, cols: usize, len: usize) -> Result<Tensor, EngineError> {
        self.0.push(zeros(len)?);
        Ok(Tensor { id: self.0.len() - 1, rows, cols })
    }

    /// Gives a tensor `len` times `T`, and the values that it had back.
    pub fn replace(&mut self, tensor: Tensor, len: usize) -> Result<Vec<T>, EngineError> {
        Ok(std::mem::replace(&mut self.0[tensor.id], zeros(len)?))
    }

    pub fn get(&self, tensor: Tensor) -> &[T] {
        &self.0[tensor.id]
    }

    pub fn get_mut(&mut self, tensor: Tensor) -> &mut [T] {
        &mut self.0[tensor.id]
    }

    /// Takes the tensors that a kernel writes out of the arena while it works, so that those that it
    /// reads can be borrowed beside them.
    pub fn writing<const N: usize>(
        &mut self,
        written: [Tensor; N],
        kernel: impl FnOnce(&Self, [&mut [T]; N]),
    ) {
        let mut taken = written.map(|tensor| take(&mut self.0[tensor.id]));
        kernel(self, taken.each_mut().map(|values| &mut values[..]));
        for (tensor, values) in written.iter().zip(taken) {
            self.0[tensor.id] = values;
        }
    }

    /// The same for parameters and the optimizer's slots for them, which are empty where it has none.
    pub fn writing_parameters(&mut self, parameters: Parameters, kernel: impl FnOnce(&Self, [&mut [T]; 3])) {
        let Parameters { values, slots: [first, second] } = parameters;
        self.writing([values, first.unwrap_or(NONE), second.unwrap_or(NONE)], kernel);
    }
}
