//! A network described: its layers, and how their weights begin.

use crate::activation::Activation;
use crate::picture::{Convolution, Padding, Picture, Pooling};
use fastrand::Rng;
use std::collections::TryReserveError;

/// How the weights of a new network are drawn. Biases begin at zero.
///
/// `inputs` are the numbers that a unit looks at, and `outputs` those that look at one input: for a
/// convolution the kernel's pixels times the channels, and times the filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initializer {
    /// Uniform within `sqrt(6 / (inputs + outputs))` (Glorot and Bengio, 2010, formula 16).
    GlorotUniform,
    /// Uniform within `sqrt(6 / inputs)` (He et al., 2015, formula 10, as a uniform distribution).
    HeUniform,
}

impl Initializer {
    /// Every way, for tests and menus.
    pub const ALL: [Self; 2] = [Self::GlorotUniform, Self::HeUniform];

    /// As people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["glorot-uniform", "he-uniform"][self as usize]
    }
}

/// What a network is given, for each example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// So many numbers.
    Numbers(usize),
    /// A picture.
    Picture(Picture),
}

impl Input {
    /// `[numbers]` or `[height, width, channels]`, as files and JavaScript have it.
    #[must_use]
    pub fn sizes(self) -> Vec<usize> {
        match self {
            Self::Numbers(numbers) => vec![numbers],
            Self::Picture(Picture { height, width, channels }) => vec![height, width, channels],
        }
    }

    /// The same back; nothing where there are neither one nor three.
    #[must_use]
    pub fn of_sizes(sizes: &[usize]) -> Option<Self> {
        match *sizes {
            [numbers] => Some(Self::Numbers(numbers)),
            [height, width, channels] => Some(Self::Picture(Picture { height, width, channels })),
            _ => None,
        }
    }

    fn numbers(self) -> usize {
        match self {
            Self::Numbers(numbers) => numbers,
            Self::Picture(picture) => picture.numbers(),
        }
    }
}

/// One layer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Layer {
    /// `output = activation(input weight + bias)`. A picture is taken as its numbers, row by row.
    Dense {
        /// Units, and so numbers that come out.
        units: usize,
        /// What is done to each weighted sum.
        activation: Activation,
    },
    /// The same for the pixels under a square kernel, at each place of a picture.
    Conv2d {
        /// Units at each place, and so channels that come out.
        filters: usize,
        /// Rows and columns of the kernel.
        kernel: usize,
        /// What is done at the edges.
        padding: Padding,
        /// What is done to each weighted sum.
        activation: Activation,
    },
    /// The largest number of each square of a picture; see [`Pooling`].
    MaxPool {
        /// Rows and columns of a square.
        size: usize,
    },
    /// Leaves out a part of the numbers while training; see [`Dropout`](crate::dropout::Dropout).
    Dropout {
        /// That part, from 0 to below 1.
        rate: f32,
    },
}

impl Layer {
    /// What is done to each of the layer's sums.
    #[must_use]
    pub fn activation(self) -> Activation {
        match self {
            Self::Dense { activation, .. } | Self::Conv2d { activation, .. } => activation,
            Self::MaxPool { .. } | Self::Dropout { .. } => Activation::Identity,
        }
    }
}

/// Numbers that a layer takes or makes of an example, at most.
pub const MAX_UNITS: usize = 1 << 24;

/// Layers of a network at most.
pub const MAX_LAYERS: usize = 256;

/// Rows and columns of a kernel at most.
pub const MAX_KERNEL: usize = 255;

/// A stack of layers.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    layers: Vec<Layer>,
    /// What the first layer is given, and what each layer makes.
    shapes: Vec<Input>,
}

impl Model {
    /// A network of these layers. The last one must have units, which give the answer.
    ///
    /// # Errors
    /// If there are no layers or too many, or one makes no sense or cannot follow the one before it.
    pub fn new(input: Input, layers: &[Layer]) -> Result<Self, ModelError> {
        if layers.len() > MAX_LAYERS {
            return Err(ModelError::TooManyLayers);
        }
        let numbers_of_input = input.numbers();
        if !(1..=MAX_UNITS).contains(&numbers_of_input) {
            return Err(ModelError::Input);
        }
        let mut shapes = vec![input];
        let mut shape = input;
        for (place, layer) in layers.iter().enumerate() {
            shape = follow(shape, *layer).map_err(|problem| ModelError::Layer { place, problem })?;
            shapes.push(shape);
        }
        match layers.last() {
            Some(Layer::Dense { .. } | Layer::Conv2d { .. }) => Ok(Self { layers: layers.to_vec(), shapes }),
            Some(_) => Err(ModelError::NoUnits),
            None => Err(ModelError::NoLayers),
        }
    }

    /// A network of dense layers with the given units in each, the inputs first: `[784, 512, 512, 10]`.
    /// The last layer has the activation `last`, those before it `hidden`.
    ///
    /// # Errors
    /// As [`Model::new`].
    pub fn dense(sizes: &[usize], hidden: Activation, last: Activation) -> Result<Self, ModelError> {
        let (&inputs, units) = sizes.split_first().ok_or(ModelError::NoLayers)?;
        let layer = |(place, &units): (usize, &usize)| Layer::Dense {
            units,
            activation: if place + 2 == sizes.len() { last } else { hidden },
        };
        Self::new(Input::Numbers(inputs), &units.iter().enumerate().map(layer).collect::<Vec<_>>())
    }

    /// The layers, first to last; there is at least one.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// What it is given.
    #[must_use]
    pub fn input(&self) -> Input {
        self.shapes[0]
    }

    /// Numbers that go into the first layer.
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.inputs_of(0)
    }

    /// Numbers that come out of the last layer.
    #[must_use]
    pub fn outputs(&self) -> usize {
        self.outputs_of(self.layers.len() - 1)
    }

    /// Numbers that go into a layer.
    #[must_use]
    pub fn inputs_of(&self, layer: usize) -> usize {
        self.shapes[layer].numbers()
    }

    /// Numbers that come out of a layer.
    #[must_use]
    pub fn outputs_of(&self, layer: usize) -> usize {
        self.shapes[layer + 1].numbers()
    }

    /// How the kernel of a layer moves; nothing for other layers.
    #[must_use]
    pub fn convolution(&self, layer: usize) -> Option<Convolution> {
        match (self.layers[layer], self.shapes[layer]) {
            (Layer::Conv2d { filters, kernel, padding, .. }, Input::Picture(picture)) => {
                Convolution::new(picture, filters, kernel, padding)
            }
            _ => None,
        }
    }

    /// How a layer makes a picture smaller; nothing for other layers.
    #[must_use]
    pub fn pooling(&self, layer: usize) -> Option<Pooling> {
        match (self.layers[layer], self.shapes[layer]) {
            (Layer::MaxPool { size }, Input::Picture(picture)) => Pooling::new(picture, size),
            _ => None,
        }
    }

    /// Rows and columns of a layer's parameters: a row of weights for each number that a unit looks at
    /// and one of biases, a column for each unit. Nothing where it has none.
    #[must_use]
    pub fn parameters_of(&self, layer: usize) -> Option<[usize; 2]> {
        match self.layers[layer] {
            Layer::Dense { units, .. } => Some([self.inputs_of(layer) + 1, units]),
            Layer::Conv2d { filters, .. } => {
                self.convolution(layer).map(|convolution| [convolution.inputs() + 1, filters])
            }
            Layer::MaxPool { .. } | Layer::Dropout { .. } => None,
        }
    }

    /// Weights and biases of all layers.
    #[must_use]
    pub fn parameters(&self) -> usize {
        let of_layer = |layer| self.parameters_of(layer).map_or(0, |[rows, cols]| rows * cols);
        (0..self.layers.len()).map(of_layer).sum()
    }

    /// How many times a row has one of its numbers multiplied on its way through.
    #[must_use]
    pub fn products(&self) -> u64 {
        let of_layer = |layer| {
            self.parameters_of(layer).map_or(0, |[rows, _]| rows as u64 * self.outputs_of(layer) as u64)
        };
        (0..self.layers.len()).map(of_layer).sum()
    }

    /// Fresh weights for each layer, row by row as in [`Model::parameters_of`] but for the biases; none
    /// where it has none. The same seed draws the same.
    ///
    /// # Errors
    /// If there is no room for them.
    pub fn initial_weights(
        &self,
        initializer: Initializer,
        seed: u64,
    ) -> Result<Vec<Vec<f32>>, TryReserveError> {
        let mut rng = Rng::with_seed(seed);
        let draw = |layer| {
            let mut weights = Vec::new();
            let Some([rows, units]) = self.parameters_of(layer) else { return Ok(weights) };
            let inputs = rows - 1;
            let outputs = self.convolution(layer).map_or(1, |it| it.kernel * it.kernel) * units;
            let fan = match initializer {
                Initializer::GlorotUniform => inputs + outputs,
                Initializer::HeUniform => inputs,
            };
            let limit = (6.0 / fan as f32).sqrt();
            weights.try_reserve_exact(inputs * units)?;
            weights.extend((0..inputs * units).map(|_| (2.0 * rng.f32() - 1.0) * limit));
            Ok(weights)
        };
        (0..self.layers.len()).map(draw).collect()
    }
}

/// What a layer makes of what it is given.
fn follow(given: Input, layer: Layer) -> Result<Input, Problem> {
    let shape = match (layer, given) {
        (Layer::Dense { units, .. }, _) => Input::Numbers(units),
        (Layer::Dropout { rate }, _) if (0.0..1.0).contains(&rate) => given,
        (Layer::Dropout { .. }, _) => return Err(Problem::Rate),
        (Layer::Conv2d { .. } | Layer::MaxPool { .. }, Input::Numbers(_)) => return Err(Problem::NoPicture),
        (Layer::Conv2d { filters, kernel, padding, .. }, Input::Picture(picture)) => {
            if !(1..=MAX_KERNEL).contains(&kernel) {
                return Err(Problem::Kernel);
            }
            let convolution = Convolution::new(picture, filters, kernel, padding);
            let convolution = convolution.ok_or(Problem::LargerThanPicture)?;
            if picture.channels.saturating_mul(kernel * kernel) > MAX_UNITS {
                return Err(Problem::Kernel);
            }
            Input::Picture(convolution.output)
        }
        (Layer::MaxPool { size: 0 }, _) => return Err(Problem::Size),
        (Layer::MaxPool { size }, Input::Picture(picture)) => {
            let pooling = Pooling::new(picture, size).ok_or(Problem::LargerThanPicture)?;
            Input::Picture(pooling.output())
        }
    };
    if (1..=MAX_UNITS).contains(&shape.numbers()) { Ok(shape) } else { Err(Problem::Units) }
}

/// Why a network cannot be described.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// A network needs a layer.
    NoLayers,
    /// A network has at most [`MAX_LAYERS`].
    TooManyLayers,
    /// The last layer gives no answer.
    NoUnits,
    /// No inputs, or too many.
    Input,
    /// A layer that cannot be.
    Layer {
        /// Its place.
        place: usize,
        /// Why.
        problem: Problem,
    },
}

/// What is wrong with a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No units, or too many.
    Units,
    /// It needs a picture and is given numbers.
    NoPicture,
    /// A kernel without pixels or with too many.
    Kernel,
    /// A square without pixels.
    Size,
    /// The kernel or the square does not fit into the picture.
    LargerThanPicture,
    /// Not a part that can be left out.
    Rate,
}

impl std::fmt::Display for ModelError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoLayers => write!(f, "a network needs its number of inputs and at least one layer"),
            Self::TooManyLayers => write!(f, "a network has at most {MAX_LAYERS} layers"),
            Self::NoUnits => write!(f, "the last layer must be dense or conv2d"),
            Self::Input => write!(f, "a network must have 1 to {MAX_UNITS} inputs"),
            Self::Layer { place, problem } => write!(f, "layer {place} {problem}"),
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Units => write!(f, "must make 1 to {MAX_UNITS} numbers"),
            Self::NoPicture => write!(f, "needs a picture, [height, width, channels]"),
            Self::Kernel => {
                write!(f, "must have a kernel of 1 to {MAX_KERNEL}, over {MAX_UNITS} numbers at most")
            }
            Self::Size => write!(f, "must have a size of at least 1"),
            Self::LargerThanPicture => write!(f, "is larger than the picture that it is given"),
            Self::Rate => write!(f, "must have a rate from 0 to below 1"),
        }
    }
}

impl std::error::Error for ModelError {}
