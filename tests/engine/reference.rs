//! Every operation as plainly as it can be written, in `f64`. Nothing here is shared with the crate
//! except the names of things.

use chalknet::activation::Activation;
use chalknet::loss::Loss;
use chalknet::optimizer::Optimizer;
use chalknet::penalty::Penalty;

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
    pub parameters: Vec<Matrix>,
    slots: Vec<Vec<[f64; 2]>>,
    activations: Vec<Activation>,
    pub loss: Loss,
    penalty: Penalty,
    updates: u32,
}

impl Network {
    pub fn new(parameters: Vec<Matrix>, activations: Vec<Activation>, loss: Loss, penalty: Penalty) -> Self {
        let slots = parameters.iter().map(|matrix| vec![[0.0; 2]; matrix.values.len()]).collect();
        Self { parameters, slots, activations, loss, penalty, updates: 0 }
    }

    /// The input and every layer's output.
    pub fn forward(&self, input: &Matrix) -> Vec<Matrix> {
        let mut outputs = vec![input.clone()];
        for (parameters, activation) in self.parameters.iter().zip(&self.activations) {
            outputs.push(linear(&outputs[outputs.len() - 1], parameters, *activation));
        }
        outputs
    }

    pub fn mean_loss(&self, input: &Matrix, target: &Matrix) -> f64 {
        loss(self.loss, self.forward(input).last().unwrap(), target).0
    }

    /// One step; gives the loss before it.
    pub fn step(&mut self, input: &Matrix, target: &Matrix, optimizer: Optimizer, learning_rate: f64) -> f64 {
        self.updates += 1;
        let outputs = self.forward(input);
        let last = self.activations.len() - 1;
        let (mean, _, mut gradient) = loss(self.loss, &outputs[last + 1], target);
        for layer in (0..=last).rev() {
            gradient = activation_backward(self.activations[layer], &outputs[layer + 1], &gradient);
            let parameter_gradient = parameter_gradient(&outputs[layer], &gradient);
            gradient = linear_backward_input(&gradient, &self.parameters[layer]);
            let weights = self.parameters[layer].values.len() - self.parameters[layer].cols;
            let parameters = self.parameters[layer].values.iter_mut().zip(&mut self.slots[layer]);
            for (place, ((w, slots), g)) in parameters.zip(parameter_gradient.values).enumerate() {
                let Penalty { l1, l2 } = self.penalty;
                let pull =
                    if place < weights { f64::from(l1) * w.signum() + f64::from(l2) * *w } else { 0.0 };
                update(optimizer, learning_rate, self.updates, g + pull, w, slots);
            }
        }
        mean
    }
}
