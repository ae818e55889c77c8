//! A network on an engine: its tensors, and the operations that lead forward and back through it.

use super::Config;
use crate::activation::Activation;
use crate::dropout::Dropout;
use crate::engine::{Engine, EngineError, Op, Parameters, Tensor};
use crate::model::{Layer, Model};
use crate::optimizer::Optimizer;
use crate::penalty::Penalty;

/// A network's tensors.
pub(super) struct Network {
    pub model: Model,
    pub input: Tensor, // [batch, inputs]
    pub layers: Vec<LayerTensors>,
}

/// A layer's tensors.
pub(super) struct LayerTensors {
    /// `[inputs + 1, outputs]`; nothing where there is nothing to learn.
    pub parameters: Option<Parameters>,
    pub is_trainable: bool,
    pub output: Tensor,   // [batch, outputs]
    pub gradient: Tensor, // [batch, outputs], with respect to the output and then to the sums before the activation
}

impl Network {
    /// The tensors for so many rows at once, with fresh weights.
    pub fn new(engine: &mut dyn Engine, config: &Config, rows: usize) -> Result<Self, EngineError> {
        let model = config.model.clone();
        let input = engine.tensor(rows, model.inputs())?;
        let weights = model.initial_weights(config.initializer, config.seed)?;
        let make = |(layer, weights): (usize, Vec<f32>)| {
            let mut parameters = None;
            if let Some([inputs, outputs]) = model.parameters_of(layer) {
                let mut slots = [None; 2];
                for slot in slots.iter_mut().take(config.optimizer.slots()) {
                    *slot = Some(engine.tensor(inputs, outputs)?);
                }
                let values = engine.tensor(inputs, outputs)?;
                engine.write(values, &weights);
                parameters = Some(Parameters { values, slots });
            }
            Ok(LayerTensors {
                parameters,
                is_trainable: true,
                output: engine.tensor(rows, model.outputs_of(layer))?,
                gradient: engine.tensor(rows, model.outputs_of(layer))?,
            })
        };
        let layers = weights.into_iter().enumerate().map(make).collect::<Result<_, EngineError>>()?;
        Ok(Self { model, input, layers })
    }

    /// The last layer's tensors.
    pub fn last(&self) -> &LayerTensors {
        // A model has at least one layer.
        &self.layers[self.layers.len() - 1]
    }

    /// What each layer makes. A dropout layer hands on what it is given but while training.
    pub fn outputs(&self, is_training: bool) -> Vec<Tensor> {
        let mut output = self.input;
        let of_layer = |(layer, tensors): (&Layer, &LayerTensors)| {
            if is_training || !matches!(layer, Layer::Dropout { .. }) {
                output = tensors.output;
            }
            output
        };
        self.model.layers().iter().zip(&self.layers).map(of_layer).collect()
    }

    /// What each layer is given.
    fn inputs(&self, is_training: bool) -> Vec<Tensor> {
        let mut inputs = self.outputs(is_training);
        inputs.insert(0, self.input);
        inputs
    }

    /// From the input to the last layer's output.
    pub fn forward(&self, is_training: bool) -> Vec<Op> {
        let inputs = self.inputs(is_training);
        let op = |(place, layer): (usize, &Layer)| {
            let (input, output) = (inputs[place], self.layers[place].output);
            let parameters = self.layers[place].parameters.map(|parameters| parameters.values);
            match *layer {
                Layer::Dense { activation, .. } => {
                    Some(Op::Linear { input, parameters: parameters?, output, activation })
                }
                Layer::Conv2d { activation, .. } => {
                    let convolution = self.model.convolution(place)?;
                    Some(Op::Conv2d { convolution, input, parameters: parameters?, output, activation })
                }
                Layer::MaxPool { .. } => {
                    Some(Op::MaxPool { pooling: self.model.pooling(place)?, input, output })
                }
                Layer::Dropout { rate } => {
                    let dropout = Dropout { rate, layer: place as u32 };
                    is_training.then_some(Op::Dropout { dropout, input, output })
                }
            }
        };
        self.model.layers().iter().enumerate().filter_map(op).collect()
    }

    /// From the gradient of the last layer's output back to the first layer that is to learn, updating on
    /// the way. The gradient is carried past a layer before its weights change.
    pub fn backward(&self, optimizer: Optimizer, penalty: Penalty) -> Vec<Op> {
        let of_layer = |layer: &LayerTensors| layer.parameters.filter(|_| layer.is_trainable);
        self.backward_updating(&self.layers.iter().map(of_layer).collect::<Vec<_>>(), optimizer, penalty)
    }

    /// The same through all layers, whether they are to learn or not; what is updated is not theirs but a tensor
    /// for each that has parameters.
    pub fn backward_into(&self, tensors: &[Option<Tensor>]) -> Vec<Op> {
        let alone = |tensor: &Option<Tensor>| tensor.map(|values| Parameters { values, slots: [None; 2] });
        let updated: Vec<_> = tensors.iter().map(alone).collect();
        self.backward_updating(&updated, Optimizer::Sgd, Penalty::NONE)
    }

    /// With what is updated of each layer.
    fn backward_updating(
        &self,
        updated: &[Option<Parameters>],
        optimizer: Optimizer,
        penalty: Penalty,
    ) -> Vec<Op> {
        let mut ops = Vec::new();
        let Some(first) = updated.iter().position(Option::is_some) else { return ops };
        let inputs = self.inputs(true);
        for place in (first..self.layers.len()).rev() {
            let (layer, input) = (&self.layers[place], inputs[place]);
            let gradient = layer.gradient;
            // Each layer applies its derivative as soon as there is a gradient of its output.
            let activation = self.model.layers()[place].activation();
            if activation != Activation::Identity {
                ops.push(Op::ActivationBackward { activation, output: layer.output, gradient });
            }
            // Nothing is learnt from the gradient of what comes before the first that learns.
            if place > first {
                ops.extend(self.backward_input(place, input, self.layers[place - 1].gradient));
            }
            if let Some(parameters) = updated[place] {
                ops.push(match self.model.convolution(place) {
                    Some(convolution) => {
                        Op::Conv2dUpdate { convolution, input, gradient, parameters, optimizer, penalty }
                    }
                    None => Op::LinearUpdate { input, gradient, parameters, optimizer, penalty },
                });
            }
        }
        ops
    }

    /// Carries the gradient past a layer.
    fn backward_input(&self, place: usize, input: Tensor, input_gradient: Tensor) -> Option<Op> {
        let LayerTensors { parameters, output, gradient, .. } = self.layers[place];
        let parameters = parameters.map(|parameters| parameters.values);
        Some(match self.model.layers()[place] {
            Layer::Dense { .. } => {
                Op::LinearBackwardInput { gradient, parameters: parameters?, input_gradient }
            }
            Layer::Conv2d { .. } => {
                let convolution = self.model.convolution(place)?;
                Op::Conv2dBackwardInput { convolution, gradient, parameters: parameters?, input_gradient }
            }
            Layer::MaxPool { .. } => {
                let pooling = self.model.pooling(place)?;
                Op::MaxPoolBackward { pooling, input, output, gradient, input_gradient }
            }
            Layer::Dropout { rate } => {
                let dropout = Dropout { rate, layer: place as u32 };
                Op::Dropout { dropout, input: gradient, output: input_gradient }
            }
        })
    }
}

/// Bytes that a trainer's tensors take, where sizes are within their bounds and batches have so many
/// rows. Columns count in eights, as engines keep them.
pub(super) fn bytes_of_tensors(model: &Model, optimizer: Optimizer, rows: usize) -> u64 {
    let numbers = |rows: usize, cols: usize| rows as u64 * cols.next_multiple_of(8) as u64;
    let of_layer = |layer| {
        let copies = 1 + optimizer.slots() as u64;
        let [inputs, outputs] = model.parameters_of(layer).unwrap_or_default();
        copies * numbers(inputs, outputs) + 2 * numbers(rows, model.outputs_of(layer))
    };
    let of_batch = numbers(rows, model.inputs()) + 2 * numbers(rows, model.outputs());
    let all = (0..model.layers().len()).map(of_layer).sum::<u64>() + of_batch;
    all.saturating_mul(size_of::<f32>() as u64)
}
