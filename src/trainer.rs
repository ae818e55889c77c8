//! Training, written once for every engine: forward, loss, backward, update.

mod checkpoint;

pub use checkpoint::{Checkpoint, CheckpointError};

use crate::activation::Activation;
use crate::dataset::{Dataset, Inputs};
use crate::engine::{
    Engine, EngineError, Format, MAX_STEPS, Op, Parameters, Reading, Step, Table, Tensor, Values,
};
use crate::loss::Loss;
use crate::model::{Initializer, Model, ModelError};
use crate::optimizer::Optimizer;
use crate::order::{Order, Place};
use crate::penalty::Penalty;
use std::future::Future;

/// Rows that are evaluated or predicted at once.
pub const EVALUATION_ROWS: usize = 500;

/// Everything that determines a run, apart from its examples.
#[derive(Clone, Debug)]
pub struct Config {
    /// Units of every layer, the inputs first: `[784, 512, 512, 10]`.
    pub sizes: Vec<usize>,
    /// Of the hidden layers.
    pub activation: Activation,
    /// Of the last layer, unless the loss is the cross-entropy, which decides that itself.
    pub output: Activation,
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
    /// Determines weights and order.
    pub seed: u64,
}

/// A network in training on an engine.
pub struct Trainer<E: Engine> {
    engine: E,
    model: Model,
    loss: Loss,
    /// Whether the answers are a softmax of the last layer's outputs and not these themselves.
    has_softmax: bool,
    optimizer: Optimizer,
    learning_rate: f32,
    penalty: Penalty,
    layers: Vec<DenseLayer>,
    input: Tensor,         // [batch, inputs]
    target: Tensor,        // [batch, outputs]
    probabilities: Tensor, // [batch, outputs]; used only where there is a softmax
    metrics: Tensor,       // [MAX_STEPS, 2]
    forward: E::Program,
    training: Option<Examples<E>>,
    test: Option<Examples<E>>,
    order: Order,
    updates: u32,
}

/// A layer's tensors.
struct DenseLayer {
    parameters: Parameters,
    activation: Activation,
    output: Tensor,   // [batch, outputs]
    gradient: Tensor, // [batch, outputs], with respect to the sums before the activation
}

/// Examples on the engine, with what is done with them.
struct Examples<E: Engine> {
    table: Table,
    format: Format,
    rows: usize,
    program: E::Program,
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

impl<E: Engine> Trainer<E> {
    /// A network with fresh weights.
    ///
    /// # Errors
    /// If the configuration makes no sense or the engine has no room.
    pub fn new(mut engine: E, config: &Config) -> Result<Self, TrainerError> {
        let has_softmax = config.loss == Loss::CrossEntropy && config.sizes.last() != Some(&1);
        let last = match config.loss {
            Loss::CrossEntropy if has_softmax => Activation::Identity,
            Loss::CrossEntropy => Activation::Sigmoid,
            Loss::SquaredError | Loss::AbsoluteError => config.output,
        };
        let model = Model::new(&config.sizes, config.activation, last)?;
        if config.batch == 0 {
            return Err(TrainerError::Batch);
        }
        if !config.penalty.is_sound() {
            return Err(TrainerError::Penalty(config.penalty));
        }
        let rows = config.batch.max(EVALUATION_ROWS);
        let layers = dense_layers(&mut engine, &model, config, rows)?;
        let input = engine.tensor(rows, model.inputs())?;
        let target = engine.tensor(rows, model.outputs())?;
        let probabilities = engine.tensor(rows, model.outputs())?;
        let metrics = engine.tensor(MAX_STEPS, 2)?;
        let mut ops = forward(input, &layers);
        if has_softmax {
            ops.push(Op::Softmax { logits: last_layer(&layers).output, probabilities });
        }
        let forward = engine.program(&ops)?;
        let mut trainer = Self {
            engine,
            model,
            loss: config.loss,
            has_softmax,
            optimizer: config.optimizer,
            learning_rate: 0.0,
            penalty: config.penalty,
            layers,
            input,
            target,
            probabilities,
            metrics,
            forward,
            training: None,
            test: None,
            order: Order::new(config.batch, config.shuffle, config.seed),
            updates: 0,
        };
        trainer.set_learning_rate(config.learning_rate)?;
        Ok(trainer)
    }

    /// The network.
    #[must_use]
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// The engine.
    #[must_use]
    pub fn engine(&self) -> &E {
        &self.engine
    }

    /// Steps done or under way.
    #[must_use]
    pub fn step(&self) -> u32 {
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
        if !learning_rate.is_finite() || learning_rate < 0.0 {
            return Err(TrainerError::LearningRate(learning_rate));
        }
        self.learning_rate = learning_rate;
        Ok(())
    }

    /// Adds examples to learn from, as one block (see [`Order`]).
    ///
    /// # Errors
    /// If they do not fit the network or the engine has no room.
    pub fn add_training(&mut self, dataset: &Dataset) -> Result<(), TrainerError> {
        let mut examples = match self.training.take() {
            Some(examples) => examples,
            None => self.examples(dataset, self.order.rows(), true)?,
        };
        let added = self.append(&mut examples, dataset);
        self.training = Some(examples);
        added?;
        self.order.add_block(dataset.rows());
        Ok(())
    }

    /// Adds examples to be tested on.
    ///
    /// # Errors
    /// If they do not fit the network or the engine has no room.
    pub fn add_test(&mut self, dataset: &Dataset) -> Result<(), TrainerError> {
        let mut examples = match self.test.take() {
            Some(examples) => examples,
            None => self.examples(dataset, 0, false)?,
        };
        let added = self.append(&mut examples, dataset);
        self.test = Some(examples);
        added
    }

    /// Submits up to `steps` steps, fewer when their examples have not been added (or are more than
    /// [`MAX_STEPS`]). The future gives one entry a step.
    pub fn train(
        &mut self,
        steps: usize,
    ) -> impl Future<Output = Result<Vec<StepMetrics>, EngineError>> + 'static + use<E> {
        let mut order = Vec::new();
        let mut submitted: Vec<Step> = Vec::new();
        while submitted.len() < steps.min(MAX_STEPS) {
            let first = order.len();
            let rows = self.order.deal(&mut order);
            if rows == 0 {
                break;
            }
            self.updates += 1;
            let rate = self.optimizer.rate(self.learning_rate, self.updates);
            submitted.push(Step { first, rows, rate });
        }
        let metrics = match &mut self.training {
            Some(examples) if !submitted.is_empty() => {
                self.engine.run(&mut examples.program, &order, &submitted);
                Some(self.engine.read(&[(self.metrics, submitted.len())]))
            }
            _ => None,
        };
        async move {
            let Some(metrics) = metrics else { return Ok(Vec::new()) };
            let values = metrics.await?.concat();
            let metrics = values.as_chunks().0.iter().zip(submitted);
            Ok(metrics
                .map(|(&[loss, hits], Step { rows, .. })| StepMetrics { loss, hits: hits as usize, rows })
                .collect())
        }
    }

    /// Evaluates the test examples `first .. first + rows`, as many of them as there are, with the
    /// weights as they are now.
    pub fn evaluate(
        &mut self,
        first: usize,
        rows: usize,
    ) -> impl Future<Output = Result<Evaluation, EngineError>> + 'static + use<E> {
        let end = self.test_rows().min(first.saturating_add(rows));
        let outputs = self.outputs();
        let mut readings = Vec::new();
        if let Some(test) = &mut self.test {
            for first in (first..end).step_by(EVALUATION_ROWS) {
                let rows = EVALUATION_ROWS.min(end - first);
                let order: Vec<_> = (first as u32..(first + rows) as u32).collect();
                self.engine.run(&mut test.program, &order, &[Step { first: 0, rows, rate: 0.0 }]);
                readings.push((rows, self.engine.read(&[(self.metrics, 1), (outputs, rows)])));
            }
        }
        async move {
            let mut evaluation = Evaluation { loss_sum: 0.0, hits: 0, outputs: Vec::new() };
            for (rows, reading) in readings {
                let mut values = reading.await?;
                evaluation.outputs.append(&mut values[1]);
                evaluation.loss_sum += f64::from(values[0][0]) * rows as f64;
                evaluation.hits += values[0][1] as usize;
            }
            Ok(evaluation)
        }
    }

    /// What the network answers: `[rows, outputs]`, probabilities where the loss is the cross-entropy.
    ///
    /// # Errors
    /// If the inputs are not whole rows.
    pub fn predict(
        &mut self,
        inputs: &Inputs,
    ) -> Result<impl Future<Output = Result<Vec<f32>, EngineError>> + 'static + use<E>, TrainerError> {
        let outputs = self.answer(inputs, &[self.outputs()])?;
        Ok(async move { Ok(outputs.await?.concat()) })
    }

    /// What each layer makes of each input: for every layer `[rows, units]`, the last as
    /// [`Trainer::predict`] gives it.
    ///
    /// # Errors
    /// If the inputs are not whole rows.
    pub fn activations(
        &mut self,
        inputs: &Inputs,
    ) -> Result<impl Future<Output = Result<Vec<Vec<f32>>, EngineError>> + 'static + use<E>, TrainerError>
    {
        let mut layers: Vec<_> = self.layers.iter().map(|layer| layer.output).collect();
        layers.pop();
        layers.push(self.outputs());
        self.answer(inputs, &layers)
    }

    /// A layer's parameters as they are now, `[inputs + 1, outputs]`: the weights and, as the last
    /// row, the biases.
    ///
    /// # Errors
    /// If there is no such layer.
    pub fn parameters(&mut self, layer: usize) -> Result<Reading, TrainerError> {
        let layer = self.layers.get(layer).ok_or(TrainerError::Layer { layer, layers: self.layers.len() })?;
        let values = layer.parameters.values;
        Ok(self.engine.read(&[(values, values.rows)]))
    }

    /// Sets a layer's parameters, `[inputs + 1, outputs]` as [`Trainer::parameters`] gives them.
    ///
    /// # Errors
    /// If there is no such layer, or the values do not fit it or are not all finite.
    pub fn set_parameters(&mut self, layer: usize, values: &[f32]) -> Result<(), TrainerError> {
        let layer = self.layers.get(layer).ok_or(TrainerError::Layer { layer, layers: self.layers.len() })?;
        let tensor = layer.parameters.values;
        if values.len() != tensor.rows * tensor.cols || !values.iter().all(|value| value.is_finite()) {
            return Err(TrainerError::Parameters { expected: tensor.rows * tensor.cols });
        }
        self.engine.write(tensor, values);
        Ok(())
    }

    /// Everything that has been learnt and where training stands, to go on from later or elsewhere.
    pub fn checkpoint(&mut self) -> impl Future<Output = Result<Checkpoint, EngineError>> + 'static + use<E> {
        let (updates, place) = (self.updates, self.order.place());
        let tensors: Vec<_> = self.learnt().map(|tensor| (tensor, tensor.rows)).collect();
        let reading = self.engine.read(&tensors);
        async move { Ok(Checkpoint { updates, place, tensors: reading.await? }) }
    }

    /// Goes on from a checkpoint.
    ///
    /// # Errors
    /// If it is of another network or optimizer; then nothing has changed.
    pub fn restore(&mut self, checkpoint: &Checkpoint) -> Result<(), TrainerError> {
        let own: Vec<_> = self.learnt().collect();
        let sizes = own.iter().map(|tensor| tensor.rows * tensor.cols);
        if !sizes.eq(checkpoint.tensors.iter().map(Vec::len)) {
            return Err(TrainerError::Checkpoint(CheckpointError::OtherNetwork));
        }
        for (tensor, values) in own.into_iter().zip(&checkpoint.tensors) {
            self.engine.write(tensor, values);
        }
        self.updates = checkpoint.updates;
        self.order.go_to(checkpoint.place);
        Ok(())
    }

    /// The tensors that a checkpoint holds, in its order.
    fn learnt(&self) -> impl Iterator<Item = Tensor> {
        let tensors_of = |layer: &DenseLayer| {
            let [first, second] = layer.parameters.slots;
            [Some(layer.parameters.values), first, second].into_iter().flatten()
        };
        self.layers.iter().flat_map(tensors_of)
    }

    /// Where the network's answers are.
    fn outputs(&self) -> Tensor {
        if self.has_softmax { self.probabilities } else { last_layer(&self.layers).output }
    }

    /// Runs the network and reads some of its tensors, `[rows, cols]` each.
    fn answer(
        &mut self,
        inputs: &Inputs,
        tensors: &[Tensor],
    ) -> Result<impl Future<Output = Result<Vec<Vec<f32>>, EngineError>> + 'static + use<E>, TrainerError>
    {
        let values = self.input_values(inputs)?;
        let width = self.model.inputs();
        let mut readings = Vec::new();
        for values in values.chunks(EVALUATION_ROWS * width) {
            let rows = values.len() / width;
            self.engine.write(self.input, values);
            self.engine.run(&mut self.forward, &[], &[Step { first: 0, rows, rate: 0.0 }]);
            let wanted: Vec<_> = tensors.iter().map(|&tensor| (tensor, rows)).collect();
            readings.push(self.engine.read(&wanted));
        }
        let mut all = vec![Vec::new(); tensors.len()];
        Ok(async move {
            for reading in readings {
                for (all, mut part) in all.iter_mut().zip(reading.await?) {
                    all.append(&mut part);
                }
            }
            Ok(all)
        })
    }

    fn input_values(&self, inputs: &Inputs) -> Result<Vec<f32>, TrainerError> {
        let values: Vec<f32> = match inputs {
            Inputs::Bytes(bytes) => bytes.iter().map(|&byte| f32::from(byte) / 255.0).collect(),
            Inputs::Floats(floats) => floats.clone(),
        };
        if !values.len().is_multiple_of(self.model.inputs()) {
            return Err(TrainerError::Features { found: values.len(), expected: self.model.inputs() });
        }
        Ok(values)
    }

    /// An empty table for examples like those of `dataset`, and the program for them: up to the
    /// loss, or with the way back.
    fn examples(&mut self, dataset: &Dataset, rows: usize, learn: bool) -> Result<Examples<E>, TrainerError> {
        let shape = dataset.shape();
        if shape.features != self.model.inputs() || shape.outputs != self.model.outputs() {
            return Err(TrainerError::Features { found: shape.features, expected: self.model.inputs() });
        }
        let format = format_of(dataset);
        let capacity = rows.max(dataset.rows());
        let table = self.engine.table(capacity, shape.features, shape.outputs, format)?;
        let mut ops = vec![Op::Gather { table, input: self.input, target: self.target }];
        ops.extend(forward(self.input, &self.layers));
        ops.push(self.loss_op());
        if learn {
            ops.extend(backward(self.input, &self.layers, self.optimizer, self.penalty));
        } else if self.has_softmax {
            let logits = last_layer(&self.layers).output;
            ops.push(Op::Softmax { logits, probabilities: self.probabilities });
        }
        Ok(Examples { table, format, rows: 0, program: self.engine.program(&ops)? })
    }

    fn append(&mut self, examples: &mut Examples<E>, dataset: &Dataset) -> Result<(), TrainerError> {
        if format_of(dataset) != examples.format {
            return Err(TrainerError::Format);
        }
        let inputs = match dataset.inputs() {
            Inputs::Bytes(bytes) => Values::Bytes(bytes),
            Inputs::Floats(floats) => Values::Floats(floats),
        };
        self.engine.append(examples.table, inputs, dataset.targets())?;
        examples.rows += dataset.rows();
        Ok(())
    }

    fn loss_op(&self) -> Op {
        let DenseLayer { output, activation, gradient, .. } = *last_layer(&self.layers);
        let (target, metrics) = (self.target, self.metrics);
        match self.loss {
            Loss::CrossEntropy if self.has_softmax => {
                Op::SoftmaxCrossEntropy { logits: output, target, gradient, metrics }
            }
            Loss::CrossEntropy => Op::BinaryCrossEntropy { output, target, gradient, metrics },
            Loss::SquaredError => Op::SquaredError { output, target, activation, gradient, metrics },
            Loss::AbsoluteError => Op::AbsoluteError { output, target, activation, gradient, metrics },
        }
    }
}

/// From the input to the last layer's output.
fn forward(input: Tensor, layers: &[DenseLayer]) -> Vec<Op> {
    let op = |(input, layer): (Tensor, &DenseLayer)| Op::Linear {
        input,
        parameters: layer.parameters.values,
        output: layer.output,
        activation: layer.activation,
    };
    inputs_of(input, layers).zip(layers).map(op).collect()
}

/// From the gradient of the last layer's sums back to the first layer, updating on the way. The
/// gradient is carried past a layer before its weights change.
fn backward(input: Tensor, layers: &[DenseLayer], optimizer: Optimizer, penalty: Penalty) -> Vec<Op> {
    let mut ops = Vec::new();
    let inputs: Vec<_> = inputs_of(input, layers).collect();
    for (place, layer) in layers.iter().enumerate().rev() {
        let (input, gradient, parameters) = (inputs[place], layer.gradient, layer.parameters);
        // Nothing is learnt from the gradient of the examples themselves.
        if let Some(before) = place.checked_sub(1).map(|before| &layers[before]) {
            ops.push(Op::LinearBackwardInput {
                gradient,
                parameters: parameters.values,
                input,
                activation: before.activation,
                input_gradient: before.gradient,
            });
        }
        ops.push(Op::LinearUpdate { input, gradient, parameters, optimizer, penalty });
    }
    ops
}

/// What each layer is given: the first the input, the others the output of the one before.
fn inputs_of(input: Tensor, layers: &[DenseLayer]) -> impl Iterator<Item = Tensor> {
    std::iter::once(input).chain(layers.iter().map(|layer| layer.output))
}

fn last_layer(layers: &[DenseLayer]) -> &DenseLayer {
    // A model has at least one layer.
    &layers[layers.len() - 1]
}

/// The tensors of all layers, with fresh weights.
fn dense_layers<E: Engine>(
    engine: &mut E,
    model: &Model,
    config: &Config,
    rows: usize,
) -> Result<Vec<DenseLayer>, EngineError> {
    let weights = model.initial_weights(config.initializer, config.seed);
    let make = |(layer, weights): (&crate::model::Layer, Vec<f32>)| {
        let mut slots = [None; 2];
        for slot in slots.iter_mut().take(config.optimizer.slots()) {
            *slot = Some(engine.tensor(layer.inputs + 1, layer.outputs)?);
        }
        let values = engine.tensor(layer.inputs + 1, layer.outputs)?;
        engine.write(values, &weights);
        Ok(DenseLayer {
            parameters: Parameters { values, slots },
            activation: layer.activation,
            output: engine.tensor(rows, layer.outputs)?,
            gradient: engine.tensor(rows, layer.outputs)?,
        })
    };
    model.layers().iter().zip(weights).map(make).collect()
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
    /// No such network.
    Model(ModelError),
    /// A batch without examples.
    Batch,
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
    /// Bytes where there were floats before, or the reverse.
    Format,
    /// No such layer.
    Layer {
        /// The layer asked for.
        layer: usize,
        /// How many there are.
        layers: usize,
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

impl From<ModelError> for TrainerError {
    fn from(error: ModelError) -> Self {
        Self::Model(error)
    }
}

impl From<EngineError> for TrainerError {
    fn from(error: EngineError) -> Self {
        Self::Engine(error)
    }
}

impl std::fmt::Display for TrainerError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Model(error) => error.fmt(f),
            Self::Batch => write!(f, "a batch needs at least one example"),
            Self::LearningRate(_) => write!(f, "the learning rate must be finite and not negative"),
            Self::Penalty(_) => write!(f, "L1 and L2 must be finite and not negative"),
            Self::Features { found, expected } => {
                write!(f, "{found} numbers do not fit a network that takes {expected} an example")
            }
            Self::Format => write!(f, "the inputs must all be bytes or all be floats"),
            Self::Layer { layer, layers } => write!(f, "there is no layer {layer}; the network has {layers}"),
            Self::Parameters { expected } => write!(f, "the layer takes {expected} finite parameters"),
            Self::Checkpoint(error) => error.fmt(f),
            Self::Engine(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for TrainerError {}
