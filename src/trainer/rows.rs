//! What is asked of examples that are at hand and are not added: how they are answered, and what would be
//! learnt from them.

use super::{Evaluation, Trainer, TrainerError, collected};
use crate::dataset::Dataset;
use crate::dropout::step_seed;
use crate::engine::{EngineError, Program, Step, Tensor, only, zeros};
use std::future::Future;

/// What can be multiplied on the CPU in some hundredths of a second.
const SLICE_PRODUCTS: u64 = 1 << 29;

/// The programs, each made when it is first asked for.
#[derive(Default)]
pub(super) struct RowPrograms {
    evaluation: Option<Program>,
    /// With where the gradients of each layer's parameters come to stand, nothing for a layer without any.
    gradients: Option<(Program, Vec<Option<Tensor>>)>,
}

impl Trainer {
    /// Rows that are answered before it is noticed, for whoever wants to let others in between.
    #[must_use]
    pub fn slice_rows(&self) -> usize {
        let rows = (SLICE_PRODUCTS / self.model().products()) as usize;
        rows.clamp(1, self.evaluation_rows)
    }

    /// Evaluates examples that have not been added, with the weights as they are now.
    ///
    /// # Errors
    /// If they do not fit the network, or the engine refuses.
    pub fn evaluate_rows(
        &mut self,
        dataset: &Dataset,
    ) -> Result<impl Future<Output = Result<Evaluation, EngineError>> + 'static + use<>, TrainerError> {
        self.fits(dataset)?;
        let program = match self.row_programs.evaluation {
            Some(program) => program,
            None => {
                let mut ops = self.up_to_the_loss(false);
                ops.extend(self.probabilities_op());
                *self.row_programs.evaluation.insert(self.engine.program(&ops)?)
            }
        };
        let mut readings = Vec::new();
        for first in (0..dataset.rows()).step_by(self.evaluation_rows) {
            let rows = self.write_rows(dataset, first)?;
            self.engine.run(program, &[], &[Step { first: 0, rows, rate: 0.0, seed: 0 }])?;
            readings.push((rows, self.engine.read(&[(self.metrics, 1), (self.outputs(), rows)])));
        }
        Ok(collected(Ok(readings)))
    }

    /// The gradients of the mean loss of these examples with respect to each layer's parameters, `[inputs + 1,
    /// outputs]`, without what draws the weights to zero; empty for a layer without any. Nothing is learnt.
    /// What dropout leaves out is what it would leave out in the next step.
    ///
    /// # Errors
    /// If they do not fit the network, or the engine refuses.
    pub fn gradients(
        &mut self,
        dataset: &Dataset,
    ) -> Result<impl Future<Output = Result<Vec<Vec<f32>>, EngineError>> + 'static + use<>, TrainerError>
    {
        self.fits(dataset)?;
        let (program, tensors) = match self.row_programs.gradients.clone() {
            Some(made) => made,
            None => {
                let made = self.gradient_program()?;
                self.row_programs.gradients.insert(made).clone()
            }
        };
        for tensor in tensors.iter().flatten() {
            self.engine.write(*tensor, &zeros(tensor.rows * tensor.cols)?);
        }
        let seed = step_seed(self.seed, self.updates + 1);
        for first in (0..dataset.rows()).step_by(self.evaluation_rows) {
            let rows = self.write_rows(dataset, first)?;
            // Going down by a negative rate adds the gradient to what is there: each part's by its share of the rows.
            let rate = -(rows as f32 / dataset.rows() as f32);
            self.engine.run(program, &[], &[Step { first: 0, rows, rate, seed }])?;
        }
        // Each for itself: together they may be more than a GPU lets be read at once.
        let readings: Vec<_> =
            tensors.iter().map(|tensor| tensor.map(|it| self.engine.read(&[(it, it.rows)]))).collect();
        Ok(async move {
            let mut gradients = Vec::new();
            for reading in readings {
                gradients.push(match reading {
                    Some(reading) => only(reading.await?),
                    None => Vec::new(),
                });
            }
            Ok(gradients)
        })
    }

    /// Forward and back, with zeros in the place of the parameters that are updated.
    fn gradient_program(&mut self) -> Result<(Program, Vec<Option<Tensor>>), EngineError> {
        let mut tensors = Vec::new();
        for layer in &self.network.layers {
            let own = layer.parameters.map(|parameters| parameters.values);
            tensors.push(own.map(|own| self.engine.tensor(own.rows, own.cols)).transpose()?);
        }
        let mut ops = self.up_to_the_loss(true);
        ops.extend(self.network.backward_into(&tensors));
        Ok((self.engine.program(&ops)?, tensors))
    }

    /// Puts as many rows from `first` on as are evaluated at once where the network takes them; how many they are.
    fn write_rows(&mut self, dataset: &Dataset, first: usize) -> Result<usize, EngineError> {
        let shape = dataset.shape();
        let rows = self.evaluation_rows.min(dataset.rows() - first);
        let inputs = dataset.inputs().numbers(first * shape.features, rows * shape.features)?;
        let targets = &dataset.targets()[first * shape.outputs..(first + rows) * shape.outputs];
        self.engine.write(self.network.input, &inputs);
        self.engine.write(self.target, targets);
        Ok(rows)
    }
}
