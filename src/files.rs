//! Networks as files that other programs read.
//!
//! What is written and read is a [`Snapshot`](crate::trainer::Snapshot) of a trainer:
//!
//! - [`safetensors`](crate::trainer::Snapshot::to_safetensors), for its weights and its configuration, there and back;
//! - [`onnx`](crate::trainer::Snapshot::to_onnx), for the network as a graph of operations that a runtime carries out.
//!
//! A file that comes in is taken for hostile: whatever is in it, it is read in full and as it was meant, or refused.

mod configuration;
mod json;
mod onnx;
mod protobuf;
mod safetensors;

pub use safetensors::{FileError, TensorProblem};

use crate::model::{Layer, Model};

/// What a layer's weights and biases are called, which other programs see: `layers.0.kernel`, `layers.0.bias`, by the
/// layer's place in the list.
fn names(layer: usize) -> [String; 2] {
    ["kernel", "bias"].map(|name| format!("layers.{layer}.{name}"))
}

/// The shapes of a layer's weights and biases, as in Keras: `[inputs, units]` or `[height, width, inputs, filters]`, and
/// `[units]` or `[filters]`. Nothing where it has none.
fn shapes(model: &Model, layer: usize) -> Option<[Vec<usize>; 2]> {
    let [rows, units] = model.parameters_of(layer)?;
    let kernel = match (model.layers()[layer], model.convolution(layer)) {
        (Layer::Conv2d { kernel, .. }, Some(convolution)) => {
            vec![kernel, kernel, convolution.input.channels, units]
        }
        _ => vec![rows - 1, units],
    };
    Some([kernel, vec![units]])
}
