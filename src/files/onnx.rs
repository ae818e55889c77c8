//! The format is that of <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>, from where the numbers of the fields are;
//! the operators are those of <https://onnx.ai/onnx/operators/>.

use super::protobuf::Message;
use super::{names, shapes};
use crate::activation::Activation;
use crate::loss::Loss;
use crate::model::{Input, Layer};
use crate::picture::{Convolution, Pooling};
use crate::trainer::Snapshot;
use std::borrow::Cow;
use std::collections::TryReserveError;

/// The version of the format, and that of the operators, which came with it in 2020: what reads files has had time to learn them.
const FORMAT: u64 = 7;
const OPERATORS: u64 = 13;

/// `TensorProto.DataType`.
const FLOAT: u64 = 1;
/// `AttributeProto.AttributeType`.
const INTS: u64 = 7;

/// The axes of a picture as it is here, `[batch, height, width, channels]`, in the order that ONNX has, `[batch, channels,
/// height, width]`.
const CHANNELS_FIRST: [usize; 4] = [0, 3, 1, 2];
/// And back.
const CHANNELS_LAST: [usize; 4] = [0, 2, 3, 1];

impl Snapshot {
    /// As an [ONNX](https://onnx.ai) file, for what runs networks. Its `input` are rows as the trainer is given them: floats,
    /// `[batch, height, width, channels]` or `[batch, inputs]`; what the trainer was given as bytes is to be divided by 255.
    /// Its `output` is what the trainer predicts, `[batch, outputs]`: probabilities where the loss is the cross-entropy.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn to_onnx(&self) -> Result<Vec<u8>, TryReserveError> {
        let model = &self.config.model;
        let graph = Graph::of(self)?;
        let mut described =
            graph.nodes.iter().fold(Message::default(), |it, node| it.message(1, &node.message()));
        described = described
            .text(2, "chalknet")
            .message(11, &value(INPUT, &model.input().sizes()))
            .message(12, &value(OUTPUT, &[model.outputs()]));
        let tensors: Vec<_> = graph.tensors.into_iter().map(Tensor::within_graph).collect();
        let of_tensor = |(head, values): &(Message, Cow<[f32]>)| head.len() + size_of_val::<[f32]>(values);
        let length = described.len() + tensors.iter().map(of_tensor).sum::<usize>();
        let mut file = Message::default()
            .number(1, FORMAT)
            .text(2, env!("CARGO_PKG_NAME"))
            .text(3, env!("CARGO_PKG_VERSION"))
            .message(8, &Message::default().text(1, "").number(2, OPERATORS));
        file.begin(7, length);

        // Once for all, for they are many.
        let mut bytes = file.into_bytes();
        bytes.try_reserve_exact(length)?;
        bytes.extend(described.into_bytes());
        for (head, values) in tensors {
            bytes.extend(head.into_bytes());
            for value in values.iter() {
                bytes.extend(value.to_le_bytes());
            }
        }
        Ok(bytes)
    }
}

const INPUT: &str = "input";
const OUTPUT: &str = "output";

/// The description of what comes in or goes out, any number of rows.
fn value(name: &str, sizes: &[usize]) -> Message {
    let dimension = |size: &usize| Message::default().number(1, *size as u64);
    let batch = Message::default().text(2, "batch");
    let shape = sizes
        .iter()
        .map(dimension)
        .fold(Message::default().message(1, &batch), |shape, it| shape.message(1, &it));
    let tensor = Message::default().number(1, FLOAT).message(2, &shape);
    Message::default().text(1, name).message(2, &Message::default().message(1, &tensor))
}

/// What a file has of a network.
#[derive(Default)]
struct Graph<'a> {
    nodes: Vec<Node>,
    tensors: Vec<Tensor<'a>>,
}

/// An operation.
struct Node {
    operator: &'static str,
    inputs: Vec<String>,
    output: String,
    /// Each by its name, a list of whole numbers.
    attributes: Vec<(&'static str, Vec<usize>)>,
}

/// Weights or biases.
struct Tensor<'a> {
    name: String,
    shape: Vec<usize>,
    values: Cow<'a, [f32]>,
}

impl<'a> Graph<'a> {
    fn of(snapshot: &'a Snapshot) -> Result<Self, TryReserveError> {
        let model = &snapshot.config.model;
        let mut graph = Self::default();
        let mut is_picture = matches!(model.input(), Input::Picture(_));
        if is_picture {
            graph.push(INPUT, "Transpose", [], [("perm", CHANNELS_FIRST.to_vec())]);
        }
        for (place, layer) in model.layers().iter().enumerate() {
            let name = format!("layers.{place}");
            if matches!(layer, Layer::Dense { .. }) && std::mem::take(&mut is_picture) {
                graph.flatten(&name);
            }
            let parameters = graph.parameters(snapshot, place)?;
            match (layer, model.convolution(place), model.pooling(place)) {
                (Layer::Dense { .. }, ..) => graph.push(&name, "Gemm", parameters, []),
                (_, Some(Convolution { kernel, before, input, output, .. }), _) => {
                    let after = |input: usize, output: usize| output + kernel - 1 - input - before;
                    let (below, right) =
                        (after(input.height, output.height), after(input.width, output.width));
                    graph.push(&name, "Conv", parameters, [("pads", vec![before, before, below, right])]);
                }
                (_, _, Some(Pooling { size, .. })) => {
                    let square = vec![size, size];
                    graph.push(&name, "MaxPool", [], [("kernel_shape", square.clone()), ("strides", square)]);
                }
                // Dropout is for training alone.
                _ => {}
            }
            match layer.activation() {
                Activation::Identity => {}
                Activation::Relu => graph.push(&name, "Relu", [], []),
                Activation::Tanh => graph.push(&name, "Tanh", [], []),
                Activation::Sigmoid => graph.push(&name, "Sigmoid", [], []),
            }
        }
        if is_picture {
            graph.flatten(OUTPUT);
        }
        if snapshot.config.loss == Loss::CrossEntropy {
            graph.push(OUTPUT, if model.outputs() == 1 { "Sigmoid" } else { "Softmax" }, [], []);
        }
        if let Some(last) = graph.nodes.last_mut() {
            last.output = OUTPUT.into();
        }
        Ok(graph)
    }

    /// An operation on what the one before it makes, and on other inputs.
    fn push<const N: usize>(
        &mut self,
        name: &str,
        operator: &'static str,
        others: impl IntoIterator<Item = String>,
        attributes: [(&'static str, Vec<usize>); N],
    ) {
        let input = self.nodes.last().map_or(INPUT, |node| &node.output).into();
        let inputs = std::iter::once(input).chain(others).collect();
        let output = format!("{name}.{operator}");
        self.nodes.push(Node { operator, inputs, output, attributes: attributes.into() });
    }

    /// Makes a picture numbers, row by row.
    fn flatten(&mut self, name: &str) {
        self.push(name, "Transpose", [], [("perm", CHANNELS_LAST.to_vec())]);
        self.push(name, "Flatten", [], []);
    }

    /// A layer's weights and biases, as ONNX has them; their names.
    fn parameters(&mut self, snapshot: &'a Snapshot, layer: usize) -> Result<Vec<String>, TryReserveError> {
        let model = &snapshot.config.model;
        let Some([kernel_shape, bias_shape]) = shapes(model, layer) else { return Ok(Vec::new()) };
        let values = &snapshot.parameters[layer];
        let (kernel, bias) = values.split_at(values.len() - bias_shape[0]);
        let (kernel_shape, kernel) = match kernel_shape[..] {
            [height, width, inputs, filters] => {
                let pixels = height * width;
                let place = |filter, input, pixel| (pixel * inputs + input) * filters + filter;
                let mut turned = Vec::new();
                turned.try_reserve_exact(kernel.len())?;
                turned.extend(
                    (0..kernel.len())
                        .map(|at| kernel[place(at / pixels / inputs, at / pixels % inputs, at % pixels)]),
                );
                (vec![filters, inputs, height, width], Cow::Owned(turned))
            }
            _ => (kernel_shape, Cow::Borrowed(kernel)),
        };
        let names = names(layer);
        let [kernel_name, bias_name] = names.clone();
        self.tensors.push(Tensor { name: kernel_name, shape: kernel_shape, values: kernel });
        self.tensors.push(Tensor { name: bias_name, shape: bias_shape, values: Cow::Borrowed(bias) });
        Ok(names.into())
    }
}

impl Node {
    fn message(&self) -> Message {
        let message = self.inputs.iter().fold(Message::default(), |it, input| it.text(1, input));
        let message = message.text(2, &self.output).text(3, &self.output).text(4, self.operator);
        self.attributes.iter().fold(message, |it, (name, numbers)| {
            let attribute = Message::default().text(1, name).number(20, INTS);
            it.message(5, &numbers.iter().fold(attribute, |it, number| it.number(8, *number as u64)))
        })
    }
}

impl<'a> Tensor<'a> {
    /// The field of the graph with it but for its numbers, which are to follow.
    fn within_graph(self) -> (Message, Cow<'a, [f32]>) {
        let bytes = size_of_val::<[f32]>(&self.values);
        let mut head = self.shape.iter().fold(Message::default(), |it, size| it.number(1, *size as u64));
        head = head.number(2, FLOAT).text(8, &self.name);
        head.begin(9, bytes);
        let mut field = Message::default();
        field.begin(5, head.len() + bytes);
        (field.fields(&head), self.values)
    }
}
