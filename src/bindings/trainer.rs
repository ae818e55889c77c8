//! The class `Trainer`. Its types and their descriptions are in `types.d.ts`.

use super::arguments::{Array, Bytes, Flag, Floats, Number, bytes, copied, flag, floats, number, whole};
use super::error::{bad_data, dataset_error, js_error};
use super::object;
use super::options;
use crate::dataset::{Dataset, Inputs, Shape};
#[cfg(feature = "complete")]
use crate::dataset::{DatasetError, Part};
use crate::engine::{EngineError, only};
use crate::trainer::{self, Checkpoint, TrainerError};
use js_sys::{Float32Array, Promise, Uint8Array};
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.d.ts");

#[wasm_bindgen]
extern "C" {
    /// What a network is and how it is trained.
    #[wasm_bindgen(typescript_type = "TrainerOptions")]
    pub type TrainerOptions;
    /// Inputs, row by row.
    #[wasm_bindgen(typescript_type = "Inputs")]
    pub type JsInputs;
    /// Targets, row by row.
    #[wasm_bindgen(typescript_type = "Targets")]
    pub type JsTargets;
    /// One entry a step.
    #[wasm_bindgen(typescript_type = "Promise<StepMetrics>")]
    pub type StepMetricsPromise;
    /// What some test rows gave.
    #[wasm_bindgen(typescript_type = "Promise<TestMetrics>")]
    pub type TestMetricsPromise;
    /// A promise of numbers.
    #[wasm_bindgen(typescript_type = "Promise<Float32Array>")]
    pub type FloatsPromise;
    /// A promise of numbers for each layer.
    #[wasm_bindgen(typescript_type = "Promise<Float32Array[]>")]
    pub type FloatArraysPromise;
    /// A promise of bytes.
    #[wasm_bindgen(typescript_type = "Promise<Uint8Array<ArrayBuffer>>")]
    pub type BytesPromise;
}

/// A network in training, on the GPU or on the CPU.
#[wasm_bindgen]
pub struct Trainer {
    pub(super) trainer: trainer::Trainer,
}

#[wasm_bindgen]
impl Trainer {
    /// Makes a network with fresh weights. Rejects with the code `no-adapter` when WebGPU was asked
    /// for and is not to be had.
    pub async fn create(options: TrainerOptions) -> Result<Trainer, JsValue> {
        let (config, frozen, backend) = options::read(&options)?;
        let engine = backend.open(&config.model).await.map_err(|error| js_error(&error))?;
        let mut trainer = trainer::Trainer::new(engine, &config).map_err(|error| js_error(&error))?;
        for layer in frozen {
            trainer.set_trainable(layer, false).map_err(|error| js_error(&error))?;
        }
        Ok(Self { trainer })
    }

    /// Which engine trains: `"webgpu"` or `"cpu"`.
    #[wasm_bindgen(getter, unchecked_return_type = "\"webgpu\" | \"cpu\"")]
    pub fn backend(&self) -> String {
        if self.trainer.engine().adapter().is_some() { "webgpu" } else { "cpu" }.into()
    }

    /// The GPU adapter's name as far as the browser tells it; empty on the CPU.
    #[wasm_bindgen(getter)]
    pub fn adapter(&self) -> String {
        self.trainer.engine().adapter().unwrap_or_default().into()
    }

    /// How the GPU's work is shared, by the name of the option; empty on the CPU.
    #[wasm_bindgen(getter, unchecked_return_type = "Tuning | \"\"")]
    pub fn tuning(&self) -> String {
        self.trainer.engine().tuning().unwrap_or_default().into()
    }

    /// Weights and biases of all layers.
    #[wasm_bindgen(getter, js_name = parameterCount)]
    pub fn parameter_count(&self) -> usize {
        self.trainer.model().parameters()
    }

    /// Steps submitted so far.
    #[wasm_bindgen(getter)]
    pub fn step(&self) -> f64 {
        self.trainer.step() as f64
    }

    /// Epochs submitted so far, with the part of the current one: 1.25.
    #[wasm_bindgen(getter)]
    pub fn epoch(&self) -> f64 {
        self.trainer.order().epochs()
    }

    /// Batches in an epoch.
    #[wasm_bindgen(getter, js_name = stepsPerEpoch)]
    pub fn steps_per_epoch(&self) -> usize {
        self.trainer.order().batches()
    }

    /// The learning rate; a new one counts from the next step on.
    #[wasm_bindgen(getter, js_name = learningRate)]
    pub fn learning_rate(&self) -> f32 {
        self.trainer.learning_rate()
    }

    /// Throws `bad-options` for a rate that is negative or not finite.
    #[wasm_bindgen(setter, js_name = learningRate)]
    pub fn set_learning_rate(&mut self, learning_rate: &Number) -> Result<(), JsValue> {
        let learning_rate = number(learning_rate, "learningRate")? as f32;
        self.trainer.set_learning_rate(learning_rate).map_err(|error| js_error(&error))
    }

    /// Says how many training rows there will be when all have been added. The first epoch then goes
    /// through the blocks (one a call of `addTrainingData`) in turn, shuffled within each, and waits
    /// for rows that are not there yet, so that the curve does not depend on when they come. Call it
    /// again with less when some will never come; rows that are there count in any case. Without it, an epoch has
    /// the rows that are there when it begins.
    #[wasm_bindgen(js_name = expectTrainingRows)]
    pub fn expect_training_rows(&mut self, rows: &Number) -> Result<(), JsValue> {
        self.trainer.expect_training_rows(count(rows, "rows")?);
        Ok(())
    }

    /// Adds rows to learn from: inputs row by row, and for each row its class, in an array of whole
    /// numbers, or its targets, in one of floats, `[rows, outputs]`. Throws `bad-data` when they do not fit.
    #[wasm_bindgen(js_name = addTrainingData)]
    pub fn add_training_data(&mut self, inputs: &JsInputs, targets: &JsTargets) -> Result<(), JsValue> {
        let dataset = self.dataset(inputs, targets)?;
        self.trainer.add_training(&dataset).map_err(|error| js_error(&error))
    }

    /// Adds rows to be tested on.
    #[wasm_bindgen(js_name = addTestData)]
    pub fn add_test_data(&mut self, inputs: &JsInputs, targets: &JsTargets) -> Result<(), JsValue> {
        let dataset = self.dataset(inputs, targets)?;
        self.trainer.add_test(&dataset).map_err(|error| js_error(&error))
    }

    /// Training rows added so far.
    #[wasm_bindgen(getter, js_name = trainingRows)]
    pub fn training_rows(&self) -> usize {
        self.trainer.order().arrived()
    }

    /// Test rows added so far.
    #[wasm_bindgen(getter, js_name = testRows)]
    pub fn test_rows(&self) -> usize {
        self.trainer.test_rows()
    }

    /// Submits up to `steps` steps: at most 1024 and no more than go through 4 million rows, and fewer,
    /// perhaps none, when rows that they need have not been added. Calls may overlap; they are carried out in order.
    pub fn train(&mut self, steps: &Number) -> Result<StepMetricsPromise, JsValue> {
        let metrics = self.trainer.train(count(steps, "steps")?);
        Ok(promise(async {
            let metrics = metrics.await?;
            let column = |value: fn(&trainer::StepMetrics) -> f32| {
                JsValue::from(Float32Array::from(&metrics.iter().map(value).collect::<Vec<_>>()[..]))
            };
            Ok(object(&[
                ("losses", column(|step| step.loss)),
                ("hits", column(|step| step.hits as f32)),
                ("rows", column(|step| step.rows as f32)),
            ]))
        }))
    }

    /// Evaluates test rows `first .. first + rows` with the weights as they are now.
    pub fn evaluate(&mut self, first: &Number, rows: &Number) -> Result<TestMetricsPromise, JsValue> {
        let evaluation = self.trainer.evaluate(count(first, "first")?, count(rows, "rows")?);
        Ok(test_metrics(evaluation))
    }

    /// What the network answers to each row, `[rows, outputs]`; probabilities where the loss is the
    /// cross-entropy. Refuses inputs that are not whole rows with `bad-data`.
    pub fn predict(&mut self, inputs: &JsInputs) -> Result<FloatsPromise, JsValue> {
        let outputs = self.trainer.predict(&read_inputs(inputs)?).map_err(|error| js_error(&error))?;
        Ok(promise(async { Ok(Float32Array::from(&outputs.await?[..]).into()) }))
    }

    /// What each layer makes of each row, `[rows, units]` for every layer, of a picture `[rows, height, width,
    /// channels]`; the last as `predict` gives it.
    pub fn activations(&mut self, inputs: &JsInputs) -> Result<FloatArraysPromise, JsValue> {
        let layers = self.trainer.activations(&read_inputs(inputs)?).map_err(|error| js_error(&error))?;
        Ok(promise(async {
            let arrays = layers.await?.into_iter().map(|values| Float32Array::from(&values[..]));
            Ok(arrays.collect::<js_sys::Array<_>>().into())
        }))
    }

    /// A layer's weights, `[inputs, outputs]` row by row; of a convolution `[height, width, inputs, filters]`.
    /// Refuses a layer that has none with `bad-options`.
    pub fn weights(&mut self, layer: &Number) -> Result<FloatsPromise, JsValue> {
        self.parameters(layer, |parameters, weights| &parameters[..weights])
    }

    /// A layer's biases, `[outputs]`. Refuses a layer that has none with `bad-options`.
    pub fn biases(&mut self, layer: &Number) -> Result<FloatsPromise, JsValue> {
        self.parameters(layer, |parameters, weights| &parameters[weights..])
    }

    /// Sets a layer's weights and biases, as `weights` and `biases` give them. Throws `bad-data` when they
    /// do not fit or are not all finite.
    #[wasm_bindgen(js_name = setParameters)]
    pub fn set_parameters(
        &mut self,
        layer: &Number,
        weights: &Floats,
        biases: &Floats,
    ) -> Result<(), JsValue> {
        let layer = count(layer, "layer")?;
        let (mut values, biases) = (floats(weights, "weights")?, floats(biases, "biases")?);
        let [rows, units] = self.trainer.parameter_shape(layer).map_err(|error| js_error(&error))?;
        // Together they may fit by chance.
        let expected = (rows - 1) * units;
        if [values.len(), biases.len()] != [expected, units] {
            return Err(bad_data(&format!("layer {layer} takes {expected} weights and {units} biases")));
        }
        values.extend(biases);
        self.trainer.set_parameters(layer, &values).map_err(|error| js_error(&error))
    }

    /// Whether a layer learns from the next step on. Throws `bad-options` when there is nothing to learn in it.
    #[wasm_bindgen(js_name = setTrainable)]
    pub fn set_trainable(&mut self, layer: &Number, trainable: &Flag) -> Result<(), JsValue> {
        let trainable = flag(trainable, "trainable")?;
        self.trainer.set_trainable(count(layer, "layer")?, trainable).map_err(|error| js_error(&error))
    }

    /// Weights, the optimizer's memory and the place in the epoch, as bytes that `restore` reads on
    /// either backend. Of the options it has the layers and the optimizer, and nothing of what is frozen.
    pub fn checkpoint(&mut self) -> BytesPromise {
        let checkpoint = self.trainer.checkpoint();
        promise(async {
            let bytes = checkpoint.await?.to_bytes().map_err(EngineError::from)?;
            Ok(Uint8Array::from(&bytes[..]).into())
        })
    }

    /// Goes on from a checkpoint, whatever has been done since or elsewhere: with the same rows, options and frozen
    /// layers the same curve. Learning rate, batch size, seed and what is frozen stay as they are here. Throws `bad-checkpoint` when it is damaged, of another network or optimizer, or has numbers
    /// that are not finite; then nothing has changed.
    pub fn restore(&mut self, checkpoint: &Bytes) -> Result<(), JsValue> {
        let checkpoint =
            Checkpoint::from_bytes(&bytes(checkpoint, "checkpoint")?).map_err(TrainerError::Checkpoint);
        checkpoint.and_then(|checkpoint| self.trainer.restore(&checkpoint)).map_err(|error| js_error(&error))
    }
}

/// What the page never asks.
#[cfg(feature = "complete")]
#[wasm_bindgen]
impl Trainer {
    /// What a row of inputs is: `[height, width, channels]`, or how many numbers, `[784]`.
    #[wasm_bindgen(getter, unchecked_return_type = "InputSize")]
    pub fn input(&self) -> JsValue {
        options::describe_input(self.trainer.model().input())
    }

    /// Rows in a slice of what the package can be told to give up.
    #[wasm_bindgen(getter, js_name = rowsAtOnce, skip_typescript)]
    pub fn rows_at_once(&self) -> usize {
        self.trainer.slice_rows()
    }

    /// Evaluates rows that have not been added: the package's `evaluate`, where it is given rows.
    #[wasm_bindgen(js_name = evaluateRows, skip_typescript)]
    pub fn evaluate_rows(
        &mut self,
        inputs: &JsInputs,
        targets: &JsTargets,
    ) -> Result<TestMetricsPromise, JsValue> {
        let dataset = self.dataset(inputs, targets)?;
        let evaluation = self.trainer.evaluate_rows(&dataset).map_err(|error| js_error(&error))?;
        Ok(test_metrics(evaluation))
    }

    /// The gradients of the rows' mean loss, as the package's `index.d.ts` tells.
    #[wasm_bindgen(skip_typescript)]
    pub fn gradients(&mut self, inputs: &JsInputs, targets: &JsTargets) -> Result<Promise, JsValue> {
        let dataset = self.dataset(inputs, targets)?;
        let layers = self.trainer.gradients(&dataset).map_err(|error| js_error(&error))?;
        let model = self.trainer.model();
        let weights: Vec<_> = (0..model.layers().len())
            .map(|layer| model.parameters_of(layer).map_or(0, |[inputs, outputs]| (inputs - 1) * outputs))
            .collect();
        Ok(promise(async move {
            let layers = layers.await?.into_iter().zip(weights).map(|(values, weights)| {
                let (weights, biases) = values.split_at(weights);
                object(&[
                    ("weights", Float32Array::from(weights).into()),
                    ("biases", Float32Array::from(biases).into()),
                ])
            });
            Ok(layers.collect::<js_sys::Array>().into())
        }))
    }
}

/// What a checkpoint is of. Throws `bad-checkpoint` when it is damaged.
#[cfg(feature = "complete")]
#[wasm_bindgen(js_name = describeCheckpoint, unchecked_return_type = "CheckpointDescription")]
pub fn describe_checkpoint(checkpoint: &Bytes) -> Result<JsValue, JsValue> {
    let checkpoint = Checkpoint::from_bytes(&bytes(checkpoint, "checkpoint")?)
        .map_err(|error| js_error(&TrainerError::Checkpoint(error)))?;
    let origin = checkpoint.origin();
    Ok(object(&[
        ("input", options::describe_input(origin.model.input())),
        (
            "layers",
            origin.model.layers().iter().map(options::describe_layer).collect::<js_sys::Array>().into(),
        ),
        ("optimizer", origin.optimizer.into()),
        ("step", (checkpoint.step() as f64).into()),
    ]))
}

impl Trainer {
    fn dataset(&self, inputs: &JsInputs, targets: &JsTargets) -> Result<Dataset, JsValue> {
        let model = self.trainer.model();
        let shape = Shape { features: model.inputs(), outputs: model.outputs() };
        let inputs = read_inputs(inputs)?;
        let array = Array::of(targets);
        let is_classes = !matches!(array, Some(Array::Floats(_)));
        let dataset = if is_classes {
            Dataset::classes(inputs, &labels(array.as_ref())?, shape)
        } else {
            Dataset::new(inputs, floats(targets, "targets")?, shape)
        };
        dataset.map_err(|error| match error {
            // Perhaps they are classes.
            #[cfg(feature = "complete")]
            DatasetError::Rows { .. } | DatasetError::Width { part: Part::Targets, .. } if !is_classes => bad_data(&format!(
                "{error}: in an array of floats a row has {} of them; classes belong into one of whole numbers",
                shape.outputs
            )),
            // Perhaps they are none.
            #[cfg(feature = "complete")]
            DatasetError::Label { .. } if shape.outputs == 1 => {
                bad_data(&format!("{error}; numbers that are no classes belong into an array of floats"))
            }
            _ => dataset_error(&error),
        })
    }

    /// A part of a layer's parameters; `part` is given where the biases begin.
    fn parameters(
        &mut self,
        layer: &Number,
        part: fn(&[f32], usize) -> &[f32],
    ) -> Result<FloatsPromise, JsValue> {
        let layer = count(layer, "layer")?;
        let [_, units] = self.trainer.parameter_shape(layer).map_err(|error| js_error(&error))?;
        let reading = self.trainer.parameters(layer).map_err(|error| js_error(&error))?;
        Ok(promise(async move {
            let values = only(reading.await?);
            Ok(Float32Array::from(part(&values, values.len() - units)).into())
        }))
    }
}

fn read_inputs(values: &JsInputs) -> Result<Inputs, JsValue> {
    match Array::of(values) {
        Some(Array::Bytes(_)) => Ok(Inputs::Bytes(bytes(values, "inputs")?)),
        Some(Array::Floats(_)) => Ok(Inputs::Floats(floats(values, "inputs")?)),
        _ => Err(bad_data(&"inputs must be a Uint8Array or a Float32Array")),
    }
}

/// Classes, of whatever type.
fn labels(array: Option<&Array>) -> Result<Vec<i64>, JsValue> {
    match array {
        Some(Array::LongWhole(array)) => copied(array.length(), |to| array.copy_to(to)),
        Some(Array::LongUnsigned(array)) => {
            let labels: Vec<u64> = copied(array.length(), |to| array.copy_to(to))?;
            Ok(labels.into_iter().map(|label| i64::try_from(label).unwrap_or(i64::MAX)).collect())
        }
        Some(Array::Bytes(array)) => {
            let classes = bytes(array, "targets")?;
            // Eight times as large, for which there may be no room.
            copied(array.length(), |to| {
                for (label, class) in to.iter_mut().zip(classes) {
                    *label = i64::from(class);
                }
            })
        }
        Some(Array::Whole(array)) => {
            let labels: Vec<f64> = copied(array.length(), |to| array.copy_to(to))?;
            Ok(labels.into_iter().map(|label| label as i64).collect())
        }
        _ => Err(bad_data(&"targets must be an array of integers or of floats, such as Uint8Array")),
    }
}

/// What some rows gave, when it is known.
fn test_metrics(
    evaluation: impl Future<Output = Result<trainer::Evaluation, EngineError>> + 'static,
) -> TestMetricsPromise {
    promise(async {
        let evaluation = evaluation.await?;
        Ok(object(&[
            ("lossSum", evaluation.loss_sum.into()),
            ("hits", (evaluation.hits as f64).into()),
            ("outputs", Float32Array::from(&evaluation.outputs[..]).into()),
        ]))
    })
}

/// How many, or which one.
fn count(value: &Number, name: &str) -> Result<usize, JsValue> {
    Ok(whole(value, name, u32::MAX)? as usize)
}

/// A promise of one of the types that are declared above.
pub(super) fn promise<T: JsCast>(future: impl Future<Output = Result<JsValue, TrainerError>> + 'static) -> T {
    promise_of(Box::pin(future)).unchecked_into()
}

/// Apart from [`promise`], so that it is there once and not for every kind of future.
fn promise_of(future: Pin<Box<dyn Future<Output = Result<JsValue, TrainerError>>>>) -> Promise {
    future_to_promise(async { future.await.map_err(|error| js_error(&error)) })
}
