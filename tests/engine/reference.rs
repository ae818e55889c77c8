//! Every operation as plainly as it can be written, in `f64`. Nothing here is shared with the crate
//! except the names of things.

use chalknet::activation::Activation;
use chalknet::dropout::Dropout;
use chalknet::loss::Loss;
use chalknet::model::{Layer, Model};
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;
use chalknet::picture::{Convolution, Pooling};

/// A matrix, row by row.
#[derive(Clone, Debug)]
pub struct Matrix {
    pub rows: usize,
    pub cols: usize,
    pub values: Vec<f64>,
}

impl Matrix {
    pub fn new(rows: usize, cols: usize, values: &[f32]) -> Self {
        assert_eq!(values.len(), rows * cols);
        Self { rows, cols, values: values.iter().copied().map(f64::from).collect() }
    }

    pub fn make(rows: usize, cols: usize, value: impl Fn(usize, usize) -> f64) -> Self {
        let values = (0..rows * cols).map(|place| value(place / cols, place % cols)).collect();
        Self { rows, cols, values }
    }

    pub fn at(&self, row: usize, col: usize) -> f64 {
        self.values[row * self.cols + col]
    }
}

pub fn activate(activation: Activation, x: f64) -> f64 {
    match activation {
        Activation::Identity => x,
        Activation::Relu => x.max(0.0),
        Activation::Tanh => x.tanh(),
        Activation::Sigmoid => 1.0 / (1.0 + (-x).exp()),
    }
}

fn derivative_at_output(activation: Activation, y: f64) -> f64 {
    match activation {
        Activation::Identity => 1.0,
        Activation::Relu => f64::from(y > 0.0),
        Activation::Tanh => 1.0 - y * y,
        Activation::Sigmoid => y * (1.0 - y),
    }
}

/// The last row of `parameters` are the biases.
pub fn linear(input: &Matrix, parameters: &Matrix, activation: Activation) -> Matrix {
    Matrix::make(input.rows, parameters.cols, |row, unit| {
        let weighted: f64 = (0..input.cols).map(|k| input.at(row, k) * parameters.at(k, unit)).sum();
        activate(activation, weighted + parameters.at(input.cols, unit))
    })
}

pub fn linear_backward_input(gradient: &Matrix, parameters: &Matrix) -> Matrix {
    Matrix::make(gradient.rows, parameters.rows - 1, |row, col| {
        (0..gradient.cols).map(|unit| gradient.at(row, unit) * parameters.at(col, unit)).sum()
    })
}

pub fn activation_backward(activation: Activation, output: &Matrix, gradient: &Matrix) -> Matrix {
    Matrix::make(output.rows, output.cols, |row, col| {
        gradient.at(row, col) * derivative_at_output(activation, output.at(row, col))
    })
}

/// The gradient of a layer's parameters, the biases last.
pub fn parameter_gradient(input: &Matrix, gradient: &Matrix) -> Matrix {
    Matrix::make(input.cols + 1, gradient.cols, |row, unit| {
        let input_at = |example| if row < input.cols { input.at(example, row) } else { 1.0 };
        (0..input.rows).map(|example| input_at(example) * gradient.at(example, unit)).sum()
    })
}

/// What lies under a kernel at one place of one example, in the order of the weights.
fn patch(convolution: Convolution, input: &Matrix, example: usize, place: usize) -> Vec<f64> {
    let Convolution { input: picture, output, kernel, before } = convolution;
    let mut numbers = Vec::new();
    for row in 0..kernel {
        for column in 0..kernel {
            for channel in 0..picture.channels {
                let y = (place / output.width + row).wrapping_sub(before);
                let x = (place % output.width + column).wrapping_sub(before);
                numbers.push(if y < picture.height && x < picture.width {
                    input.at(example, (y * picture.width + x) * picture.channels + channel)
                } else {
                    0.0
                });
            }
        }
    }
    numbers
}

pub fn conv2d(
    convolution: Convolution,
    input: &Matrix,
    parameters: &Matrix,
    activation: Activation,
) -> Matrix {
    let filters = convolution.output.channels;
    Matrix::make(input.rows, convolution.output.numbers(), |example, unit| {
        let patch = patch(convolution, input, example, unit / filters);
        let weighted: f64 = (0..patch.len()).map(|k| patch[k] * parameters.at(k, unit % filters)).sum();
        activate(activation, weighted + parameters.at(patch.len(), unit % filters))
    })
}

/// By the chain rule alone: how much each output changes with each input.
pub fn conv2d_backward_input(convolution: Convolution, gradient: &Matrix, parameters: &Matrix) -> Matrix {
    let Convolution { input: picture, output, kernel, before } = convolution;
    let mut input_gradient = Matrix::make(gradient.rows, picture.numbers(), |_, _| 0.0);
    for example in 0..gradient.rows {
        for unit in 0..output.numbers() {
            let (place, filter) = (unit / output.channels, unit % output.channels);
            for tap in 0..kernel * kernel {
                let y = (place / output.width + tap / kernel).wrapping_sub(before);
                let x = (place % output.width + tap % kernel).wrapping_sub(before);
                if y < picture.height && x < picture.width {
                    for channel in 0..picture.channels {
                        let number = (y * picture.width + x) * picture.channels + channel;
                        input_gradient.values[example * picture.numbers() + number] += gradient
                            .at(example, unit)
                            * parameters.at(tap * picture.channels + channel, filter);
                    }
                }
            }
        }
    }
    input_gradient
}

/// The gradient of a kernel's parameters, the biases last.
pub fn conv2d_parameter_gradient(convolution: Convolution, input: &Matrix, gradient: &Matrix) -> Matrix {
    let filters = convolution.output.channels;
    let mut sums = Matrix::make(convolution.inputs() + 1, filters, |_, _| 0.0);
    for example in 0..input.rows {
        for place in 0..convolution.output.pixels() {
            let mut numbers = patch(convolution, input, example, place);
            numbers.push(1.0);
            for (k, number) in numbers.iter().enumerate() {
                for filter in 0..filters {
                    sums.values[k * filters + filter] +=
                        number * gradient.at(example, place * filters + filter);
                }
            }
        }
    }
    sums
}

/// The largest numbers, and the gradient with respect to the input.
pub fn max_pool(pooling: Pooling, input: &Matrix, gradient: &Matrix) -> (Matrix, Matrix) {
    let Pooling { input: picture, size } = pooling;
    let squares = pooling.output();
    let mut output = Matrix::make(input.rows, squares.numbers(), |_, _| f64::NEG_INFINITY);
    let mut input_gradient = Matrix::make(input.rows, picture.numbers(), |_, _| 0.0);
    for example in 0..input.rows {
        for square in 0..squares.numbers() {
            let (pixel, channel) = (square / squares.channels, square % squares.channels);
            let (top, left) = (pixel / squares.width * size, pixel % squares.width * size);
            let mut largest = None;
            for place in 0..size * size {
                let at = (top + place / size) * picture.width + left + place % size;
                let number = at * picture.channels + channel;
                if largest.is_none_or(|other| input.at(example, number) > input.at(example, other)) {
                    largest = Some(number);
                }
            }
            let largest = largest.unwrap();
            output.values[example * squares.numbers() + square] = input.at(example, largest);
            input_gradient.values[example * picture.numbers() + largest] = gradient.at(example, square);
        }
    }
    (output, input_gradient)
}

/// Which numbers are left out is the crate's own; [`Dropout`] says how.
pub fn dropout(dropout: Dropout, seed: u32, input: &Matrix) -> Matrix {
    Matrix::make(input.rows, input.cols, |row, col| {
        let is_left_out = dropout.factor(seed, (row * input.cols + col) as u32) == 0.0;
        if is_left_out { 0.0 } else { input.at(row, col) / (1.0 - f64::from(dropout.rate)) }
    })
}

/// How a penalty draws a weight to zero.
pub fn pull(Penalty { l1, l2 }: Penalty, w: f64) -> f64 {
    f64::from(l1) * w.signum() + f64::from(l2) * w
}

/// A softmax, or of a single logit a sigmoid.
pub fn probabilities(logits: &Matrix) -> Matrix {
    if logits.cols == 1 {
        return Matrix::make(logits.rows, 1, |row, _| activate(Activation::Sigmoid, logits.at(row, 0)));
    }
    Matrix::make(logits.rows, logits.cols, |row, class| {
        let sum: f64 =
            (0..logits.cols).map(|other| (logits.at(row, other) - logits.at(row, class)).exp()).sum();
        1.0 / sum
    })
}

/// Mean loss, how many rows are right, and the gradient with respect to the output.
pub fn loss(loss: Loss, output: &Matrix, target: &Matrix) -> (f64, f64, Matrix) {
    let rows = output.rows as f64;
    let count = rows * output.cols as f64;
    let (mean, gradient) = match loss {
        Loss::CrossEntropy if output.cols == 1 => {
            let p = probabilities(output);
            let term = |(z, t): (&f64, &f64)| t * (-z).exp().ln_1p() + (1.0 - t) * z.exp().ln_1p();
            let mean = output.values.iter().zip(&target.values).map(term).sum::<f64>() / rows;
            (mean, Matrix::make(output.rows, 1, |r, _| (p.at(r, 0) - target.at(r, 0)) / rows))
        }
        Loss::CrossEntropy => {
            let probabilities = probabilities(output);
            let terms = probabilities
                .values
                .iter()
                .zip(&target.values)
                .map(|(p, t)| if *t > 0.0 { -t * p.ln() } else { 0.0 });
            let mean = terms.sum::<f64>() / rows;
            (
                mean,
                Matrix::make(output.rows, output.cols, |r, c| {
                    (probabilities.at(r, c) - target.at(r, c)) / rows
                }),
            )
        }
        Loss::SquaredError => {
            let error = |r, c| output.at(r, c) - target.at(r, c);
            let squares = Matrix::make(output.rows, output.cols, |r, c| error(r, c).powi(2));
            let gradient = Matrix::make(output.rows, output.cols, |r, c| 2.0 * error(r, c) / count);
            (squares.values.iter().sum::<f64>() / count, gradient)
        }
        Loss::AbsoluteError => {
            let error = |r, c| output.at(r, c) - target.at(r, c);
            let sizes = Matrix::make(output.rows, output.cols, |r, c| error(r, c).abs());
            let gradient = Matrix::make(output.rows, output.cols, |r, c| error(r, c).signum() / count);
            (sizes.values.iter().sum::<f64>() / count, gradient)
        }
    };
    let largest = |matrix: &Matrix, row| {
        (0..matrix.cols).max_by(|&a, &b| matrix.at(row, a).total_cmp(&matrix.at(row, b)))
    };
    let is_right = |row: &usize| match output.cols {
        1 => {
            let threshold = if loss == Loss::CrossEntropy { 0.0 } else { 0.5 };
            (output.at(*row, 0) >= threshold) == (target.at(*row, 0) >= 0.5)
        }
        _ => largest(output, *row) == largest(target, *row),
    };
    let hits = (0..output.rows).filter(is_right).count();
    (mean, hits as f64, gradient)
}

/// Keras's update rules, as its documentation has them. `t` counts the updates from 1 on.
pub fn update(
    optimizer: Optimizer,
    learning_rate: f64,
    t: u32,
    gradient: f64,
    w: &mut f64,
    slots: &mut [f64; 2],
) {
    let g = gradient;
    match optimizer {
        Optimizer::Sgd => *w -= learning_rate * g,
        Optimizer::Momentum { momentum } => {
            slots[0] = f64::from(momentum) * slots[0] - learning_rate * g;
            *w += slots[0];
        }
        Optimizer::RmsProp { rho, epsilon } => {
            let rho = f64::from(rho);
            slots[0] = rho * slots[0] + (1.0 - rho) * g * g;
            *w -= learning_rate * g / (slots[0] + f64::from(epsilon)).sqrt();
        }
        Optimizer::Adam { beta1, beta2, epsilon } => {
            let (beta1, beta2) = (f64::from(beta1), f64::from(beta2));
            slots[0] += (g - slots[0]) * (1.0 - beta1);
            slots[1] += (g * g - slots[1]) * (1.0 - beta2);
            let alpha = learning_rate * (1.0 - beta2.powi(t as i32)).sqrt() / (1.0 - beta1.powi(t as i32));
            *w -= alpha * slots[0] / (slots[1].sqrt() + f64::from(epsilon));
        }
    }
}

/// A network and its training, on top of the above.
pub struct Network {
    model: Model,
    /// Of each layer; nothing where it has none.
    pub parameters: Vec<Matrix>,
    slots: Vec<Vec<[f64; 2]>>,
    pub loss: Loss,
    penalty: Penalty,
    updates: u32,
    /// Which layers learn.
    pub learning: Vec<bool>,
}

impl Network {
    pub fn new(model: Model, parameters: Vec<Matrix>, loss: Loss, penalty: Penalty) -> Self {
        let slots = parameters.iter().map(|matrix| vec![[0.0; 2]; matrix.values.len()]).collect();
        let learning = vec![true; parameters.len()];
        Self { model, parameters, slots, loss, penalty, updates: 0, learning }
    }

    /// The input and every layer's output; `seed` is that of a step, and there is none but while training.
    pub fn forward(&self, input: &Matrix, seed: Option<u32>) -> Vec<Matrix> {
        let mut outputs = vec![input.clone()];
        for (place, layer) in self.model.layers().iter().enumerate() {
            let (input, parameters) = (&outputs[place], &self.parameters[place]);
            let output = match (*layer, seed) {
                (Layer::Dense { activation, .. }, _) => linear(input, parameters, activation),
                (Layer::Conv2d { activation, .. }, _) => {
                    conv2d(self.model.convolution(place).unwrap(), input, parameters, activation)
                }
                (Layer::MaxPool { .. }, _) => {
                    let pooling = self.model.pooling(place).unwrap();
                    let no_gradient = Matrix::make(input.rows, pooling.output().numbers(), |_, _| 0.0);
                    max_pool(pooling, input, &no_gradient).0
                }
                (Layer::Dropout { rate }, Some(seed)) => {
                    dropout(Dropout { rate, layer: place as u32 }, seed, input)
                }
                (Layer::Dropout { .. }, None) => input.clone(),
            };
            outputs.push(output);
        }
        outputs
    }

    pub fn mean_loss(&self, input: &Matrix, target: &Matrix) -> f64 {
        self.mean_loss_in(input, target, None)
    }

    /// In the training step of this seed.
    pub fn mean_loss_in(&self, input: &Matrix, target: &Matrix, seed: Option<u32>) -> f64 {
        loss(self.loss, self.forward(input, seed).last().unwrap(), target).0
    }

    /// One step; gives the loss before it.
    pub fn step(
        &mut self,
        input: &Matrix,
        target: &Matrix,
        optimizer: Optimizer,
        learning_rate: f64,
        seed: u32,
    ) -> f64 {
        self.updates += 1;
        let outputs = self.forward(input, Some(seed));
        let (mean, _, mut gradient) = loss(self.loss, outputs.last().unwrap(), target);
        for place in (0..self.parameters.len()).rev() {
            let layer = self.model.layers()[place];
            let input = &outputs[place];
            gradient = activation_backward(layer.activation(), &outputs[place + 1], &gradient);
            let parameters = &self.parameters[place];
            let (parameter_gradient, input_gradient) = match layer {
                Layer::Dense { .. } => (
                    parameter_gradient(input, &gradient).values,
                    linear_backward_input(&gradient, parameters),
                ),
                Layer::Conv2d { .. } => {
                    let convolution = self.model.convolution(place).unwrap();
                    (
                        conv2d_parameter_gradient(convolution, input, &gradient).values,
                        conv2d_backward_input(convolution, &gradient, parameters),
                    )
                }
                Layer::MaxPool { .. } => {
                    (Vec::new(), max_pool(self.model.pooling(place).unwrap(), input, &gradient).1)
                }
                Layer::Dropout { rate } => {
                    (Vec::new(), dropout(Dropout { rate, layer: place as u32 }, seed, &gradient))
                }
            };
            gradient = input_gradient;
            if self.learning[place] {
                let weights = parameters.values.len() - parameters.cols;
                let parameters = self.parameters[place].values.iter_mut().zip(&mut self.slots[place]);
                for (number, ((w, slots), g)) in parameters.zip(parameter_gradient).enumerate() {
                    let pull = if number < weights { pull(self.penalty, *w) } else { 0.0 };
                    update(optimizer, learning_rate, self.updates, g + pull, w, slots);
                }
            }
        }
        mean
    }
}
