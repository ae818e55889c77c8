//! A network described: its layers' sizes and activations, and how their weights begin.

use crate::activation::Activation;
use fastrand::Rng;

/// How the weights of a new network are drawn. Biases begin at zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initializer {
    /// Uniform within `sqrt(6 / (inputs + outputs))` (Glorot and Bengio, 2010, formula 16).
    GlorotUniform,
    /// Uniform within `sqrt(6 / inputs)` (He et al., 2015, formula 10, as a uniform distribution).
    HeUniform,
}

/// One dense layer: `output = activation(input weight + bias)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Numbers that go in.
    pub inputs: usize,
    /// Units, and so numbers that come out.
    pub outputs: usize,
    /// What is done to each weighted sum.
    pub activation: Activation,
}

impl Layer {
    /// Weights and biases.
    #[must_use]
    pub fn parameters(self) -> usize {
        (self.inputs + 1) * self.outputs
    }
}

/// Units in a layer at most.
pub const MAX_UNITS: usize = 1 << 24;

/// Layers of a network at most.
pub const MAX_LAYERS: usize = 256;

/// A stack of dense layers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    layers: Vec<Layer>,
}

impl Model {
    /// A network with the given units in each layer, the inputs first: `[784, 512, 512, 10]`.
    /// The last layer has the activation `last`, those before it `hidden`.
    ///
    /// # Errors
    /// If there are fewer than two sizes or too many, or one of them is 0 or more than [`MAX_UNITS`].
    pub fn new(sizes: &[usize], hidden: Activation, last: Activation) -> Result<Self, ModelError> {
        if sizes.len() < 2 {
            return Err(ModelError::TooFewLayers);
        }
        if sizes.len() - 1 > MAX_LAYERS {
            return Err(ModelError::TooManyLayers);
        }
        if let Some(layer) = sizes.iter().position(|size| !(1..=MAX_UNITS).contains(size)) {
            return Err(ModelError::Units { layer });
        }
        let mut layers: Vec<_> = sizes
            .array_windows()
            .map(|&[inputs, outputs]| Layer { inputs, outputs, activation: hidden })
            .collect();
        if let Some(layer) = layers.last_mut() {
            layer.activation = last;
        }
        Ok(Self { layers })
    }

    /// The layers, first to last; there is at least one.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// Numbers that go into the first layer.
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.layers[0].inputs
    }

    /// Numbers that come out of the last layer.
    #[must_use]
    pub fn outputs(&self) -> usize {
        self.layers[self.layers.len() - 1].outputs
    }

    /// Weights and biases of all layers.
    #[must_use]
    pub fn parameters(&self) -> usize {
        self.layers.iter().map(|layer| layer.parameters()).sum()
    }

    /// Fresh weights for each layer, `[inputs, outputs]` row by row. The same seed draws the same.
    #[must_use]
    pub fn initial_weights(&self, initializer: Initializer, seed: u64) -> Vec<Vec<f32>> {
        let mut rng = Rng::with_seed(seed);
        let mut draw = |layer: &Layer| {
            let fan = match initializer {
                Initializer::GlorotUniform => layer.inputs + layer.outputs,
                Initializer::HeUniform => layer.inputs,
            };
            let limit = (6.0 / fan as f32).sqrt();
            (0..layer.inputs * layer.outputs).map(|_| (2.0 * rng.f32() - 1.0) * limit).collect()
        };
        self.layers.iter().map(&mut draw).collect()
    }
}

/// Why a network cannot be described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// A network needs inputs and at least one layer of units.
    TooFewLayers,
    /// A network has at most [`MAX_LAYERS`].
    TooManyLayers,
    /// A layer without units or with too many; layer 0 is the inputs.
    Units {
        /// The layer's place.
        layer: usize,
    },
}

impl std::fmt::Display for ModelError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooFewLayers => write!(f, "a network needs its number of inputs and at least one layer"),
            Self::TooManyLayers => write!(f, "a network has at most {MAX_LAYERS} layers"),
            Self::Units { layer } => write!(f, "layer {layer} must have 1 to {MAX_UNITS} units"),
        }
    }
}

impl std::error::Error for ModelError {}
