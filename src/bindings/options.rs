use super::arguments::{self, number, seed, whole};
use super::error::bad_options as bad;
#[cfg(feature = "complete")]
use super::object;
use crate::activation::Activation;
use crate::engine::Engine;
use crate::engine::cpu::Cpu;
use crate::engine::gpu::{Context, Gpu, Tuning};
use crate::engine::small::Small;
use crate::loss::Loss;
use crate::model::{Initializer, Input, Layer, MAX_UNITS, Model};
use crate::optimizer::Optimizer;
use crate::penalty::Penalty;
use crate::picture::Padding;
use crate::trainer::{Config, TrainerError, fastest_tuning};
#[cfg(not(all(feature = "threads", target_arch = "wasm32")))]
use chalknet_pool::Pool;
use js_sys::{Array, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

/// Up to this many units a layer the engine for small networks is the faster one on the CPU.
const SMALL: usize = 32;

/// Which engine to open.
#[derive(Clone, Copy)]
pub(super) enum Backend {
    Cpu,
    /// Nothing for the fastest tuning.
    WebGpu(Option<Tuning>),
}

#[wasm_bindgen]
extern "C" {
    /// The milliseconds that pages, workers and Node count.
    #[wasm_bindgen(js_namespace = performance)]
    fn now() -> f64;
}

thread_local! {
    /// The GPU that is open, to be used by one trainer after another, and its fastest tuning once that is known.
    static OPEN: RefCell<Option<(Context, Option<Tuning>)>> = const { RefCell::new(None) };
}

impl Backend {
    /// Opens the engine for a network.
    pub async fn open(self, model: &Model) -> Result<Box<dyn Engine>, TrainerError> {
        let mut sizes = (0..model.layers().len()).map(|layer| model.outputs_of(layer).max(model.inputs()));
        Ok(match self {
            Self::Cpu if sizes.all(|size| size <= SMALL) => Box::new(Small::default()),
            Self::Cpu => Box::new(Cpu::on(pool())),
            Self::WebGpu(tuning) => Box::new(Gpu::new(&open_gpu(tuning).await?)),
        })
    }
}

#[cfg(all(feature = "threads", target_arch = "wasm32"))]
use super::threads::pool;

/// Who does a step: this thread alone.
#[cfg(not(all(feature = "threads", target_arch = "wasm32")))]
fn pool() -> Pool {
    Pool::default()
}

async fn open_gpu(tuning: Option<Tuning>) -> Result<Context, TrainerError> {
    let (context, fastest) = match OPEN.take().filter(|(context, _)| context.is_sound()) {
        Some(open) => open,
        None => (Context::open().await?, None),
    };
    OPEN.set(Some((context.clone(), fastest)));
    if let Some(tuning) = tuning.or(fastest) {
        return Ok(context.tuned(tuning));
    }
    let fastest = fastest_tuning(&context, now).await?;
    OPEN.set(Some((context.clone(), Some(fastest))));
    Ok(context.tuned(fastest))
}

const ACTIVATIONS: &[(&str, Activation)] = &[
    ("relu", Activation::Relu),
    ("tanh", Activation::Tanh),
    ("sigmoid", Activation::Sigmoid),
    ("identity", Activation::Identity),
];
/// Of a layer in a list.
const LAYER_ACTIVATIONS: &[(&str, Activation)] = &[
    ("identity", Activation::Identity),
    ("relu", Activation::Relu),
    ("tanh", Activation::Tanh),
    ("sigmoid", Activation::Sigmoid),
];
const PADDINGS: &[(&str, Padding)] = &[("valid", Padding::Valid), ("same", Padding::Same)];
/// Kinds of layers, each with the fields that it may have.
const LAYERS: [(&str, &[&str]); 4] = [
    ("dense", &["type", "units", "activation", "trainable"]),
    ("conv2d", &["type", "filters", "kernel", "padding", "activation", "trainable"]),
    ("max-pool", &["type", "size"]),
    ("dropout", &["type", "rate"]),
];
/// Of the last layer.
const OUTPUTS: &[(&str, Activation)] =
    &[("sigmoid", Activation::Sigmoid), ("tanh", Activation::Tanh), ("identity", Activation::Identity)];
const OPTIMIZERS: &[(&str, Optimizer)] = &[
    ("adam", Optimizer::ADAM),
    ("rmsprop", Optimizer::RMSPROP),
    ("momentum", Optimizer::MOMENTUM),
    ("sgd", Optimizer::Sgd),
];

/// Every option.
const NAMES: [&str; 15] = [
    "input",
    "layers",
    "activation",
    "output",
    "loss",
    "optimizer",
    "learningRate",
    "l1",
    "l2",
    "initializer",
    "batchSize",
    "shuffle",
    "seed",
    "backend",
    "tuning",
];

/// Reads and checks the options; those left out have the defaults that `types.d.ts` tells. With them come the layers
/// that are not to learn.
pub(super) fn read(options: &JsValue) -> Result<(Config, Vec<usize>, Backend), JsValue> {
    only(options, "option", &NAMES)?;
    let optimizer = choice(options, "optimizer", OPTIMIZERS)?;
    let strength = |name: &str| match get(options, name)? {
        Some(value) => Ok::<_, JsValue>(number(&value, name)? as f32),
        None => Ok(0.0),
    };
    let loss = choice(options, "loss", &Loss::ALL.map(|loss| (loss.name(), loss)))?;
    let (model, frozen) = model(options, loss)?;
    let config = Config {
        model,
        loss,
        optimizer,
        learning_rate: match get(options, "learningRate")? {
            Some(value) => number(&value, "learningRate")? as f32,
            None => optimizer.default_learning_rate(),
        },
        penalty: Penalty { l1: strength("l1")?, l2: strength("l2")? },
        initializer: choice(options, "initializer", &Initializer::ALL.map(|way| (way.name(), way)))?,
        batch: match get(options, "batchSize")? {
            Some(value) => whole(&value, "batchSize", u32::MAX)? as usize,
            None => 32,
        },
        shuffle: flag(options, "shuffle")?,
        seed: get(options, "seed")?.map_or(Ok(0), |value| seed(&value))?,
    };
    Ok((config, frozen, backend(options)?))
}

/// Reads the options of what is made of a file, which has the others.
#[cfg(feature = "complete")]
pub(super) fn read_engine(options: &JsValue) -> Result<Backend, JsValue> {
    only(options, "option", &["backend", "tuning"])?;
    backend(options)
}

fn backend(options: &JsValue) -> Result<Backend, JsValue> {
    let mut tunings: Vec<_> = Tuning::ALL.iter().map(|tuning| (tuning.name, Some(*tuning))).collect();
    tunings.push(("auto", None));
    let gpu = Backend::WebGpu(choice(options, "tuning", &tunings)?);
    choice(options, "backend", &[("cpu", Backend::Cpu), ("webgpu", gpu)])
}

/// The network, and the layers that are not to learn.
fn model(options: &JsValue, loss: Loss) -> Result<(Model, Vec<usize>), JsValue> {
    let layers = get(options, "layers")?.ok_or_else(|| bad(&"the option layers is missing"))?;
    let layers = layers.dyn_ref::<Array>().ok_or_else(|| bad(&"layers must be an array"))?;
    if layers.length() == 0 {
        return Err(bad(&"layers is empty; a network has at least one layer"));
    }
    // Where there is an object it is a list, in which whatever is none is the mistake.
    if !layers.iter().any(|layer| layer.is_object()) {
        let sizes = (0..).zip(layers.iter()).map(|(place, size)| units(&size, &format!("layers[{place}]")));
        let sizes = sizes.collect::<Result<Vec<_>, JsValue>>()?;
        let output = choice(options, "output", OUTPUTS)?;
        let last = if loss == Loss::CrossEntropy { Activation::Identity } else { output };
        let model = Model::dense(&sizes, choice(options, "activation", ACTIVATIONS)?, last);
        if get(options, "input")?.is_some() {
            return Err(bad(&"input belongs to a list of layers; numbers of units begin with the inputs"));
        }
        return Ok((model.map_err(|error| bad(&error))?, Vec::new()));
    }
    for name in ["activation", "output"] {
        if get(options, name)?.is_some() {
            return Err(bad(&format!(
                "{name} belongs to numbers of units; in a list each layer has its own"
            )));
        }
    }
    let mut frozen = Vec::new();
    let mut list = Vec::new();
    for (place, layer) in layers.iter().enumerate() {
        let at = |error: JsValue| located(&error, place);
        list.push(read_layer(&layer).map_err(at)?);
        if !flag(&layer, "trainable").map_err(at)? {
            frozen.push(place);
        }
    }
    Ok((Model::new(input(options)?, &list).map_err(|error| bad(&error))?, frozen))
}

/// What a list of layers is given: a number of numbers, or `[height, width, channels]`.
fn input(options: &JsValue) -> Result<Input, JsValue> {
    let wrong = || bad(&"input must be [height, width, channels], [numbers] or a number");
    let given = get(options, "input")?.ok_or_else(|| bad(&"a list of layers needs the option input"))?;
    let sizes = match given.dyn_ref::<Array>() {
        Some(sizes) => sizes.iter().collect(),
        None if given.as_f64().is_some() => vec![given],
        None => return Err(wrong()),
    };
    let sizes = sizes.iter().map(|size| units(size, "input"));
    Input::of_sizes(&sizes.collect::<Result<Vec<_>, JsValue>>()?).ok_or_else(wrong)
}

/// How many numbers a layer takes or makes, but for what the model knows better.
fn units(value: &JsValue, name: &str) -> Result<usize, JsValue> {
    Ok(whole(value, name, MAX_UNITS as u32)? as usize)
}

fn read_layer(layer: &JsValue) -> Result<Layer, JsValue> {
    if !layer.is_object() {
        return Err(bad(&"must be an object such as { type: \"dense\", units: 10 }"));
    }
    let kind = one_of(&get(layer, "type")?.unwrap_or_default(), "type", &LAYERS.map(|(name, _)| name))?;
    only(layer, "field", LAYERS[kind].1)?;
    let size = |name: &str| units(&get(layer, name)?.unwrap_or_default(), name);
    let activation = choice(layer, "activation", LAYER_ACTIVATIONS)?;
    Ok(match kind {
        0 => Layer::Dense { units: size("units")?, activation },
        1 => Layer::Conv2d {
            filters: size("filters")?,
            kernel: size("kernel")?,
            padding: choice(layer, "padding", PADDINGS)?,
            activation,
        },
        2 => Layer::MaxPool { size: size("size")? },
        _ => Layer::Dropout { rate: number(&get(layer, "rate")?.unwrap_or_default(), "rate")? as f32 },
    })
}

/// The error of a layer, with its place.
fn located(error: &JsValue, place: usize) -> JsValue {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|message| message.as_string());
    bad(&format!("layer {place}: {}", message.unwrap_or_default()))
}

/// As [`input`] reads it.
#[cfg(feature = "complete")]
pub(super) fn describe_input(input: Input) -> JsValue {
    input.sizes().into_iter().map(|size| JsValue::from(size as f64)).collect::<Array>().into()
}

/// As [`read_layer`] reads it.
#[cfg(feature = "complete")]
pub(super) fn describe_layer(layer: &Layer) -> JsValue {
    let number = |number: usize| JsValue::from(number as f64);
    let activation = ("activation", layer.activation().name().into());
    match *layer {
        Layer::Dense { units, .. } => {
            object(&[("type", "dense".into()), ("units", number(units)), activation])
        }
        Layer::Conv2d { filters, kernel, padding, .. } => object(&[
            ("type", "conv2d".into()),
            ("filters", number(filters)),
            ("kernel", number(kernel)),
            ("padding", padding.name().into()),
            activation,
        ]),
        Layer::MaxPool { size } => object(&[("type", "max-pool".into()), ("size", number(size))]),
        Layer::Dropout { rate } => object(&[("type", "dropout".into()), ("rate", rate.into())]),
    }
}

/// That an object has no field but these, so that a misspelt one is not silently left out.
fn only(object: &JsValue, what: &str, names: &[&str]) -> Result<(), JsValue> {
    let object = object.dyn_ref::<Object>().ok_or_else(|| bad(&"the options must be an object"))?;
    for name in Object::keys(object).iter() {
        let name = name.as_string().unwrap_or_default();
        if !names.contains(&&name[..]) {
            return Err(bad(&format!("there is no {what} {name}")));
        }
    }
    Ok(())
}

/// True or false; true when it is left out.
fn flag(options: &JsValue, name: &str) -> Result<bool, JsValue> {
    let Some(value) = get(options, name)? else { return Ok(true) };
    arguments::flag(&value, name)
}

/// One of several names; the first when it is left out.
fn choice<T: Copy>(options: &JsValue, name: &str, choices: &[(&str, T)]) -> Result<T, JsValue> {
    let names: Vec<_> = choices.iter().map(|(choice, _)| *choice).collect();
    Ok(choices[place(options, name, &names)?].1)
}

/// Apart from [`choice`], so that it is there once and not for every type.
fn place(options: &JsValue, name: &str, names: &[&str]) -> Result<usize, JsValue> {
    get(options, name)?.map_or(Ok(0), |value| one_of(&value, name, names))
}

/// Which of several names it is.
fn one_of(value: &JsValue, name: &str, names: &[&str]) -> Result<usize, JsValue> {
    let value = value.as_string().unwrap_or_default();
    let found = names.iter().position(|name| *name == value);
    found.ok_or_else(|| bad(&format!("{name} must be one of {}", names.join(", "))))
}

fn get(options: &JsValue, name: &str) -> Result<Option<JsValue>, JsValue> {
    let value = Reflect::get(options, &name.into())?;
    Ok((!value.is_undefined()).then_some(value))
}
