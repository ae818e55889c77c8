//! Training, written once for every engine: forward, loss, backward, update.

mod checkpoint;
mod fastest;
mod network;
mod rows;
mod snapshot;

pub use checkpoint::{Checkpoint, CheckpointError, Origin};
pub use fastest::fastest_tuning;
pub use snapshot::Snapshot;

use crate::activation::Activation;
use crate::dataset::{Dataset, Inputs};
use crate::dropout::step_seed;
use crate::engine::{
    Engine, EngineError, Format, MAX_STEPS, Op, Parameters, Program, Reading, Step, Table, Tensor, Values,
    only, reserve,
};
use crate::loss::Loss;
use crate::model::{Initializer, Model};
use crate::optimizer::Optimizer;
use crate::order::Order;
use crate::penalty::Penalty;
use network::{LayerTensors, Network, bytes_of_tensors};
use rows::RowPrograms;
use std::future::Future;

/// Rows that are evaluated or predicted at once, at most.
pub const EVALUATION_ROWS: usize = 500;

/// Numbers that a layer makes at once when rows are evaluated or predicted, at most, unless a single row has more.
const MAX_EVALUATION_NUMBERS: usize = 1 << 22;

/// Examples in a batch at most.
pub const MAX_BATCH: usize = 1 << 24;

/// Bytes that the tensors of one trainer may take in all: a browser's tab has four times as much, and
/// a checkpoint takes as much once more, and again as bytes.
pub const MAX_BYTES: u64 = 1 << 30;

/// Examples in one call of [`Trainer::train`] at most, unless a single batch has more.
pub const MAX_EXAMPLES: usize = 1 << 22;

/// What rounding may make of targets that add up to 1.
const MAX_TARGET_ERROR: f32 = 1e-3;

/// Everything that determines a run, apart from its examples.
#[derive(Clone, Debug, PartialEq)]
pub struct Config {
    /// The network. With the cross-entropy its last layer must have no activation, for what it gives are logits.
    pub model: Model,
    /// What training makes small.
    pub loss: Loss,
    /// How.
    pub optimizer: Optimizer,
    /// How fast.
    pub learning_rate: f32,
    /// Draws the weights to zero.
    pub penalty: Penalty,
    /// How the weights begin.
    pub initializer: Initializer,
    /// Examples in a batch.
    pub batch: usize,
    /// Whether each epoch has another order.
    pub shuffle: bool,
    /// Determines weights, order and what is left out.
    pub seed: u64,
}

impl Config {
    /// Whether a trainer can be made of it, as far as that does not depend on the engine.
    ///
    /// # Errors
    /// If it makes no sense, or the tensors would take more than [`MAX_BYTES`].
    pub fn check(&self) -> Result<(), TrainerError> {
        let last = self.model.layers().last().map(|layer| layer.activation());
        if self.loss == Loss::CrossEntropy && last != Some(Activation::Identity) {
            return Err(TrainerError::Logits);
        }
        if !(1..=MAX_BATCH).contains(&self.batch) {
            return Err(TrainerError::Batch);
        }
        check_learning_rate(self.learning_rate)?;
        if !self.penalty.is_sound() {
            return Err(TrainerError::Penalty(self.penalty));
        }
        let bytes = bytes_of_tensors(&self.model, self.optimizer, self.rows());
        if bytes > MAX_BYTES {
            return Err(TrainerError::Size { bytes });
        }
        Ok(())
    }

    /// Rows that the tensors have room for.
    fn rows(&self) -> usize {
        self.batch.max(evaluation_rows(&self.model))
    }
}

/// A network in training on an engine.
pub struct Trainer {
    engine: Box<dyn Engine>,
    network: Network,
    loss: Loss,
    optimizer: Optimizer,
    learning_rate: f32,
    penalty: Penalty,
    initializer: Initializer,
    seed: u64,
    evaluation_rows: usize,
    target: Tensor,        // [batch, outputs]
    probabilities: Tensor, // [batch, outputs]; used only where the loss is the cross-entropy
    metrics: Tensor,       // [MAX_STEPS, 2]
    forward: Program,
    training: Option<LoadedExamples>,
    /// What has been made for training examples, by which layers learn.
    training_programs: Vec<(Table, Vec<bool>, Program)>,
    row_programs: RowPrograms,
    test: Option<LoadedExamples>,
    order: Order,
    updates: u64,
}

/// Examples on the engine, with what is done with them.
#[derive(Clone, Copy)]
struct LoadedExamples {
    table: Table,
    format: Format,
    rows: usize,
    program: Program,
}

/// One step's result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepMetrics {
    /// Mean over the batch, before the step's update.
    pub loss: f32,
    /// How many examples of the batch were right.
    pub hits: usize,
    /// How many examples the batch had.
    pub rows: usize,
}

/// What a part of the test examples gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// Sum over the rows.
    pub loss_sum: f64,
    /// How many were right.
    pub hits: usize,
    /// `[rows, outputs]`.
    pub outputs: Vec<f32>,
}

impl Trainer {
    /// A network with fresh weights.
    ///
    /// # Errors
    /// If the configuration makes no sense, or the tensors would take more than [`MAX_BYTES`] or than
    /// the engine has room for.
    pub fn new(mut engine: Box<dyn Engine>, config: &Config) -> Result<Self, TrainerError> {
        config.check()?;
        let rows = config.rows();
        let network = Network::new(&mut *engine, config, rows)?;
        let outputs = config.model.outputs();
        let target = engine.tensor(rows, outputs)?;
        let probabilities = engine.tensor(rows, outputs)?;
        let metrics = engine.tensor(MAX_STEPS, 2)?;
        let mut ops = network.forward(false);
        if config.loss == Loss::CrossEntropy {
            ops.push(Op::Probabilities { logits: network.last().output, probabilities });
        }
        let forward = engine.program(&ops)?;
        Ok(Self {
            engine,
            network,
            loss: config.loss,
            optimizer: config.optimizer,
            learning_rate: config.learning_rate,
            penalty: config.penalty,
            initializer: config.initializer,
            seed: config.seed,
            evaluation_rows: evaluation_rows(&config.model),
            target,
            probabilities,
            metrics,
            forward,
            training: None,
            training_programs: Vec::new(),
            row_programs: RowPrograms::default(),
            test: None,
            order: Order::new(config.batch, config.shuffle, config.seed),
            updates: 0,
        })
    }

    /// The network.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.network.model
    }

    /// The engine.
    #[must_use]
    pub fn engine(&self) -> &dyn Engine {
        &*self.engine
    }

    /// Steps done or under way.
    #[must_use]
    pub fn step(&self) -> u64 {
        self.updates
    }

    /// The order in which it goes through the examples, and how far it has come.
    #[must_use]
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// How many training examples there will be. Without it an epoch has those that are there.
    pub fn expect_training_rows(&mut self, rows: usize) {
        self.order.expect(rows);
    }

    /// Test examples so far.
    #[must_use]
    pub fn test_rows(&self) -> usize {
        self.test.as_ref().map_or(0, |test| test.rows)
    }

    /// The learning rate.
    #[must_use]
    pub fn learning_rate(&self) -> f32 {
        self.learning_rate
    }

    /// Changes the learning rate from the next step on.
    ///
    /// # Errors
    /// If it is negative or not finite.
    pub fn set_learning_rate(&mut self, learning_rate: f32) -> Result<(), TrainerError> {
        check_learning_rate(learning_rate)?;
        self.learning_rate = learning_rate;
        Ok(())
    }

    /// Adds examples to learn from, as one block (see [`Order`]).
    ///
    /// # Errors
    /// If they do not fit the network or the engine has no room; then none has been added.
    pub fn add_training(&mut self, dataset: &Dataset) -> Result<(), TrainerError> {
        self.fits(dataset)?;
        let reserved = self.order.reserve(dataset.rows());
        reserved.map_err(EngineError::from)?;
        self.training = Some(match self.training {
            Some(examples) => self.append(examples, dataset)?,
            None => {
                let examples = self.examples(dataset, self.order.rows(), true)?;
                self.append(examples, dataset)?
            }
        });
        self.order.add_block(dataset.rows());
        Ok(())
    }

    /// Adds examples to be tested on.
    ///
    /// # Errors
    /// If they do not fit the network or the engine has no room; then none has been added.
    pub fn add_test(&mut self, dataset: &Dataset) -> Result<(), TrainerError> {
        self.fits(dataset)?;
        self.test = Some(match self.test {
            Some(examples) => self.append(examples, dataset)?,
            None => {
                let examples = self.examples(dataset, 0, false)?;
                self.append(examples, dataset)?
            }
        });
        Ok(())
    }

    /// Submits up to `steps` steps, fewer when their examples have not been added (or are more than
    /// [`MAX_STEPS`], or go through more than [`MAX_EXAMPLES`]). The future gives one entry a step. If
    /// it fails for want of room, no step has been done.
    pub fn train(
        &mut self,
        steps: usize,
    ) -> impl Future<Output = Result<Vec<StepMetrics>, EngineError>> + 'static + use<> {
        let submitted = self.submit(steps.min(MAX_STEPS));
        async move {
            let Some((submitted, metrics)) = submitted? else { return Ok(Vec::new()) };
            let values = only(metrics.await?);
            let metrics = values.as_chunks().0.iter().zip(submitted);
            Ok(metrics
                .map(|(&[loss, hits], Step { rows, .. })| StepMetrics { loss, hits: hits as usize, rows })
                .collect())
        }
    }

    /// The steps that were submitted and what comes of them; nothing where there was none to do.
    fn submit(&mut self, steps: usize) -> Result<Option<(Vec<Step>, Reading)>, EngineError> {
        let Some(examples) = self.training else { return Ok(None) };
        let (place, updates) = (self.order.place().clone(), self.updates);
        let mut order = Vec::new();
        let mut submitted: Vec<Step> = Vec::new();
        let batch = self.order.batch();
        let most = (MAX_EXAMPLES / batch).max(1).min(steps);
        reserve(&mut order, most.saturating_mul(batch.min(self.order.arrived())))?;
        while submitted.len() < most {
            let first = order.len();
            let rows = self.order.deal(&mut order);
            if rows == 0 {
                break;
            }
            self.updates += 1;
            let rate = self.optimizer.rate(self.learning_rate, self.updates);
            let seed = step_seed(self.seed, self.updates);
            submitted.push(Step { first, rows, rate, seed });
        }
        if submitted.is_empty() {
            return Ok(None);
        }
        if let Err(error) = self.engine.run(examples.program, &order, &submitted) {
            self.order.go_to(place);
            self.updates = updates;
            return Err(error);
        }
        let metrics = self.engine.read(&[(self.metrics, submitted.len())]);
        Ok(Some((submitted, metrics)))
    }

    /// Evaluates the test examples `first .. first + rows`, as many of them as there are, with the
    /// weights as they are now.
    pub fn evaluate(
        &mut self,
        first: usize,
        rows: usize,
    ) -> impl Future<Output = Result<Evaluation, EngineError>> + 'static + use<> {
        let end = self.test_rows().min(first.saturating_add(rows));
        let slices = (first..end).step_by(self.evaluation_rows);
        let readings: Result<Vec<_>, _> = slices.map(|first| self.evaluate_slice(first, end)).collect();
        collected(readings)
    }

    /// As many rows from `first` on as are evaluated at once, and their metrics and outputs.
    fn evaluate_slice(&mut self, first: usize, end: usize) -> Result<(usize, Reading), EngineError> {
        let rows = self.evaluation_rows.min(end - first);
        if let Some(test) = self.test {
            let order: Vec<_> = (first as u32..(first + rows) as u32).collect();
            self.engine.run(test.program, &order, &[Step { first: 0, rows, rate: 0.0, seed: 0 }])?;
        }
        Ok((rows, self.engine.read(&[(self.metrics, 1), (self.outputs(), rows)])))
    }

    /// What the network answers: `[rows, outputs]`, probabilities where the loss is the cross-entropy.
    ///
    /// # Errors
    /// If the inputs are not whole rows or not all finite.
    pub fn predict(
        &mut self,
        inputs: &Inputs,
    ) -> Result<impl Future<Output = Result<Vec<f32>, EngineError>> + 'static + use<>, TrainerError> {
        let outputs = self.answer(inputs, &[self.outputs()])?;
        Ok(async move { Ok(only(outputs.await?)) })
    }

    /// What each layer makes of each input: for every layer `[rows, units]`, the last as
    /// [`Trainer::predict`] gives it.
    ///
    /// # Errors
    /// If the inputs are not whole rows or not all finite.
    pub fn activations(
        &mut self,
        inputs: &Inputs,
    ) -> Result<impl Future<Output = Result<Vec<Vec<f32>>, EngineError>> + 'static + use<>, TrainerError>
    {
        let mut layers = self.network.outputs(false);
        layers.pop();
        layers.push(self.outputs());
        self.answer(inputs, &layers)
    }

    /// A layer's parameters as they are now, `[inputs + 1, outputs]`: the weights and, as the last
    /// row, the biases.
    ///
    /// # Errors
    /// If there is no such layer or it has no parameters.
    pub fn parameters(&mut self, layer: usize) -> Result<Reading, TrainerError> {
        let values = self.parameters_of(layer)?;
        Ok(self.engine.read(&[(values, values.rows)]))
    }

    /// Sets a layer's parameters, `[inputs + 1, outputs]` as [`Trainer::parameters`] gives them.
    ///
    /// # Errors
    /// If there is no such layer or it has no parameters, or the values do not fit it or are not all finite.
    pub fn set_parameters(&mut self, layer: usize, values: &[f32]) -> Result<(), TrainerError> {
        let tensor = self.parameters_of(layer)?;
        if values.len() != tensor.rows * tensor.cols || !values.iter().all(|value| value.is_finite()) {
            return Err(TrainerError::Parameters { expected: tensor.rows * tensor.cols });
        }
        self.engine.write(tensor, values);
        Ok(())
    }

    /// Rows and columns of a layer's parameters, `[inputs + 1, outputs]`.
    ///
    /// # Errors
    /// If there is no such layer or it has no parameters.
    pub fn parameter_shape(&self, layer: usize) -> Result<[usize; 2], TrainerError> {
        self.parameters_of(layer).map(|tensor| [tensor.rows, tensor.cols])
    }

    fn parameters_of(&self, layer: usize) -> Result<Tensor, TrainerError> {
        let layers = self.network.layers.len();
        let tensors = self.network.layers.get(layer).ok_or(TrainerError::Layer { layer, layers })?;
        let parameters = tensors.parameters.ok_or(TrainerError::NoParameters { layer })?;
        Ok(parameters.values)
    }

    /// Whether a layer learns; all do in the beginning. It counts from the next step on.
    ///
    /// # Errors
    /// If there is no such layer, it has no parameters, or the engine has no room; then nothing has changed.
    pub fn set_trainable(&mut self, layer: usize, is_trainable: bool) -> Result<(), TrainerError> {
        self.parameters_of(layer)?;
        let was_trainable = std::mem::replace(&mut self.network.layers[layer].is_trainable, is_trainable);
        if let Some(examples) = self.training {
            match self.training_program(examples.table) {
                Ok(program) => self.training = Some(LoadedExamples { program, ..examples }),
                Err(error) => {
                    self.network.layers[layer].is_trainable = was_trainable;
                    return Err(error.into());
                }
            }
        }
        Ok(())
    }

    /// Everything that has been learnt and where training stands, to go on from later or elsewhere.
    pub fn checkpoint(&mut self) -> impl Future<Output = Result<Checkpoint, EngineError>> + 'static + use<> {
        let (origin, updates, place) = (self.origin(), self.updates, self.order.place().clone());
        let learnt: Vec<_> = self.learnt().collect();
        // Each for itself: together they may be more than a GPU lets be read at once.
        let readings: Vec<_> =
            learnt.into_iter().map(|tensor| self.engine.read(&[(tensor, tensor.rows)])).collect();
        async move {
            let mut tensors = Vec::new();
            for reading in readings {
                tensors.extend(reading.await?);
            }
            Ok(Checkpoint { origin, updates, place, tensors })
        }
    }

    /// Goes on from a checkpoint.
    ///
    /// # Errors
    /// If it is of another network or optimizer, or a number in it is not finite; then nothing has changed.
    pub fn restore(&mut self, checkpoint: &Checkpoint) -> Result<(), TrainerError> {
        let expected = self.origin();
        if checkpoint.origin != expected {
            let (found, expected) = (Box::new(checkpoint.origin.clone()), Box::new(expected));
            return Err(TrainerError::Checkpoint(CheckpointError::Other { found, expected }));
        }
        if !checkpoint.tensors.iter().flatten().all(|value| value.is_finite()) {
            return Err(TrainerError::Checkpoint(CheckpointError::NotFinite));
        }
        let own: Vec<_> = self.learnt().collect();
        for (tensor, values) in own.into_iter().zip(&checkpoint.tensors) {
            self.engine.write(tensor, values);
        }
        self.updates = checkpoint.updates;
        self.order.go_to(checkpoint.place.clone());
        Ok(())
    }

    /// What a checkpoint is of.
    fn origin(&self) -> Origin {
        Origin { model: self.network.model.clone(), optimizer: self.optimizer.name() }
    }

    /// The tensors that a checkpoint holds, in its order.
    fn learnt(&self) -> impl Iterator<Item = Tensor> {
        let tensors_of = |Parameters { values, slots: [first, second] }| {
            [Some(values), first, second].into_iter().flatten()
        };
        self.network.layers.iter().filter_map(|layer| layer.parameters).flat_map(tensors_of)
    }

    /// Where the network's answers are.
    fn outputs(&self) -> Tensor {
        if self.loss == Loss::CrossEntropy { self.probabilities } else { self.network.last().output }
    }

    /// Runs the network and reads some of its tensors, `[rows, cols]` each.
    fn answer(
        &mut self,
        inputs: &Inputs,
        tensors: &[Tensor],
    ) -> Result<impl Future<Output = Result<Vec<Vec<f32>>, EngineError>> + 'static + use<>, TrainerError>
    {
        let width = self.network.model.inputs();
        let rows_at_once = self.evaluation_rows;
        if !inputs.len().is_multiple_of(width) {
            return Err(TrainerError::Features { found: inputs.len(), expected: width });
        }
        if !inputs.is_finite() {
            return Err(TrainerError::NotFinite);
        }
        let mut readings = Vec::new();
        for first in (0..inputs.len()).step_by(rows_at_once * width) {
            let values = inputs.numbers(first, rows_at_once * width).map_err(EngineError::from)?;
            let rows = values.len() / width;
            self.engine.write(self.network.input, &values);
            self.engine.run(self.forward, &[], &[Step { first: 0, rows, rate: 0.0, seed: 0 }])?;
            let wanted: Vec<_> = tensors.iter().map(|&tensor| (tensor, rows)).collect();
            readings.push(self.engine.read(&wanted));
        }
        let mut all = vec![Vec::new(); tensors.len()];
        Ok(async move {
            for reading in readings {
                for (all, mut part) in all.iter_mut().zip(reading.await?) {
                    reserve(all, part.len())?;
                    all.append(&mut part);
                }
            }
            Ok(all)
        })
    }

    /// An empty table for examples like those of `dataset`, and the program for them: up to the
    /// loss, or with the way back.
    fn examples(
        &mut self,
        dataset: &Dataset,
        rows: usize,
        learn: bool,
    ) -> Result<LoadedExamples, TrainerError> {
        let (shape, format) = (dataset.shape(), format_of(dataset));
        let mut table = |rows| self.engine.table(rows, shape.features, shape.outputs, format);
        // For all that are expected, or for these where that is too much.
        let table = table(rows.max(dataset.rows())).or_else(|_| table(dataset.rows()))?;
        let program = if learn { self.training_program(table) } else { self.test_program(table) };
        Ok(LoadedExamples { table, format, rows: 0, program: program? })
    }

    fn fits(&self, dataset: &Dataset) -> Result<(), TrainerError> {
        let (shape, model) = (dataset.shape(), &self.network.model);
        if shape.features != model.inputs() || shape.outputs != model.outputs() {
            return Err(TrainerError::Features { found: shape.features, expected: model.inputs() });
        }
        if self.loss == Loss::CrossEntropy {
            check_probabilities(dataset)?;
        }
        Ok(())
    }

    /// With the way back through the layers that learn.
    fn training_program(&mut self, table: Table) -> Result<Program, EngineError> {
        let learning: Vec<_> = self.network.layers.iter().map(|layer| layer.is_trainable).collect();
        let made = self.training_programs.iter().find(|made| made.0 == table && made.1 == learning);
        if let Some((.., program)) = made {
            return Ok(*program);
        }
        let mut ops = vec![self.gather_op(table)];
        ops.extend(self.up_to_the_loss(true));
        ops.extend(self.network.backward(self.optimizer, self.penalty));
        let program = self.engine.program(&ops)?;
        self.training_programs.push((table, learning, program));
        Ok(program)
    }

    fn test_program(&mut self, table: Table) -> Result<Program, EngineError> {
        let mut ops = vec![self.gather_op(table)];
        ops.extend(self.up_to_the_loss(false));
        ops.extend(self.probabilities_op());
        self.engine.program(&ops)
    }

    fn gather_op(&self, table: Table) -> Op {
        Op::Gather { table, input: self.network.input, target: self.target }
    }

    /// From the examples, wherever they came from.
    fn up_to_the_loss(&self, is_training: bool) -> Vec<Op> {
        let LayerTensors { output, gradient, .. } = *self.network.last();
        let (loss, target, metrics) = (self.loss, self.target, self.metrics);
        let mut ops = self.network.forward(is_training);
        ops.push(Op::Loss { loss, output, target, gradient, metrics });
        ops
    }

    /// Nothing where the last layer's outputs are the answers.
    fn probabilities_op(&self) -> Option<Op> {
        let (logits, probabilities) = (self.network.last().output, self.probabilities);
        (self.loss == Loss::CrossEntropy).then_some(Op::Probabilities { logits, probabilities })
    }

    /// The examples with those of `dataset` behind them.
    #[inline(never)]
    fn append(
        &mut self,
        examples: LoadedExamples,
        dataset: &Dataset,
    ) -> Result<LoadedExamples, TrainerError> {
        if format_of(dataset) != examples.format {
            return Err(TrainerError::Format);
        }
        let inputs = match dataset.inputs() {
            Inputs::Bytes(bytes) => Values::Bytes(bytes),
            Inputs::Floats(floats) => Values::Floats(floats),
        };
        self.engine.append(examples.table, inputs, dataset.targets())?;
        Ok(LoadedExamples { rows: examples.rows + dataset.rows(), ..examples })
    }
}

/// An evaluation of its parts: of each how many rows it has, with its metrics and its outputs.
async fn collected(parts: Result<Vec<(usize, Reading)>, EngineError>) -> Result<Evaluation, EngineError> {
    let mut evaluation = Evaluation { loss_sum: 0.0, hits: 0, outputs: Vec::new() };
    for (rows, reading) in parts? {
        let mut values = reading.await?;
        reserve(&mut evaluation.outputs, values[1].len())?;
        evaluation.outputs.append(&mut values[1]);
        evaluation.loss_sum += f64::from(values[0][0]) * rows as f64;
        evaluation.hits += values[0][1] as usize;
    }
    Ok(evaluation)
}

/// Rows that are evaluated at once: fewer where the network makes large pictures of each.
fn evaluation_rows(model: &Model) -> usize {
    let largest = (0..model.layers().len()).map(|layer| model.outputs_of(layer)).max().unwrap_or(1);
    EVALUATION_ROWS.min(MAX_EVALUATION_NUMBERS / largest).max(1)
}

/// The gradient of the cross-entropy is that of probabilities: within 0 and 1, and of a row that has one for each class
/// they add up to 1.
fn check_probabilities(dataset: &Dataset) -> Result<(), TrainerError> {
    let classes = dataset.shape().outputs;
    let is_right = |row: &[f32]| {
        let sum: f32 = row.iter().sum();
        row.iter().all(|target| (0.0..=1.0).contains(target))
            && (classes == 1 || (sum - 1.0).abs() < MAX_TARGET_ERROR)
    };
    let wrong = dataset.targets().chunks_exact(classes).position(|row| !is_right(row));
    wrong.map_or(Ok(()), |row| Err(TrainerError::Targets { row }))
}

fn check_learning_rate(learning_rate: f32) -> Result<(), TrainerError> {
    if !learning_rate.is_finite() || learning_rate < 0.0 {
        return Err(TrainerError::LearningRate(learning_rate));
    }
    Ok(())
}

fn format_of(dataset: &Dataset) -> Format {
    match dataset.inputs() {
        Inputs::Bytes(_) => Format::Bytes,
        Inputs::Floats(_) => Format::Floats,
    }
}

/// What a trainer cannot do.
#[derive(Clone, Debug, PartialEq)]
pub enum TrainerError {
    /// The last layer has an activation, and the cross-entropy needs logits.
    Logits,
    /// A batch without examples or with too many.
    Batch,
    /// A network or a batch too large.
    Size {
        /// What the tensors would take.
        bytes: u64,
    },
    /// A learning rate that is negative or not finite.
    LearningRate(f32),
    /// A pull to zero that is negative or not finite.
    Penalty(Penalty),
    /// Examples or inputs of another width than the network's.
    Features {
        /// Numbers given.
        found: usize,
        /// Numbers in a row that fits.
        expected: usize,
    },
    /// A number that is infinite or not a number.
    NotFinite,
    /// Targets that are no probabilities, where the loss is the cross-entropy.
    Targets {
        /// Where they stand.
        row: usize,
    },
    /// Bytes where there were floats before, or the reverse.
    Format,
    /// No such layer.
    Layer {
        /// The layer asked for.
        layer: usize,
        /// How many there are.
        layers: usize,
    },
    /// A layer that has nothing to learn.
    NoParameters {
        /// The layer asked for.
        layer: usize,
    },
    /// Parameters that do not fit their layer or are not finite.
    Parameters {
        /// How many it takes.
        expected: usize,
    },
    /// A checkpoint that does not fit.
    Checkpoint(CheckpointError),
    /// The engine refused.
    Engine(EngineError),
}

impl From<EngineError> for TrainerError {
    fn from(error: EngineError) -> Self {
        Self::Engine(error)
    }
}

impl std::fmt::Display for TrainerError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Logits => write!(f, "with the cross-entropy the last layer has no activation"),
            Self::Batch => write!(f, "a batch must have 1 to {MAX_BATCH} examples"),
            Self::Size { bytes } => {
                write!(f, "the network and its batches would take {bytes} bytes, more than {MAX_BYTES}")
            }
            Self::LearningRate(_) => write!(f, "the learning rate must be finite and not negative"),
            Self::Penalty(_) => write!(f, "L1 and L2 must be finite and not negative"),
            Self::Features { found, expected } => {
                write!(f, "{found} numbers do not fit a network that takes {expected} an example")
            }
            Self::NotFinite => write!(f, "a number is infinite or not a number"),
            Self::Targets { row } => {
                write!(f, "the targets in row {row} are no probabilities, which the cross-entropy needs")
            }
            Self::Format => write!(f, "the inputs must all be bytes or all be floats"),
            Self::Layer { layer, layers } => write!(f, "there is no layer {layer}; the network has {layers}"),
            Self::NoParameters { layer } => write!(f, "layer {layer} has no parameters"),
            Self::Parameters { expected } => write!(f, "the layer takes {expected} finite parameters"),
            Self::Checkpoint(error) => error.fmt(f),
            Self::Engine(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TrainerError {}
