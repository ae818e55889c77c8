use super::TrainerOptions;
use super::arguments::{number, seed, whole};
use super::error::bad_options as bad;
use crate::activation::Activation;
use crate::engine::cpu::Cpu;
use crate::engine::gpu::{Context, Gpu, Tuning};
use crate::engine::small::Small;
use crate::engine::{Engine, EngineError};
use crate::loss::Loss;
use crate::model::Initializer;
use crate::optimizer::Optimizer;
use crate::penalty::Penalty;
use crate::trainer::Config;
use js_sys::{Array, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// Up to this many units a layer the engine for small networks is the faster one on the CPU.
const SMALL: usize = 32;

/// Which engine to open.
#[derive(Clone, Copy)]
pub(super) enum Backend {
    Cpu,
    WebGpu(Tuning),
}

thread_local! {
    /// The GPU that is open, to be used by one trainer after another.
    static OPEN: RefCell<Option<Context>> = const { RefCell::new(None) };
}

impl Backend {
    /// Opens the engine for layers of these sizes.
    pub async fn open(self, sizes: &[usize]) -> Result<Box<dyn Engine>, EngineError> {
        Ok(match self {
            Self::Cpu if sizes.iter().all(|&size| size <= SMALL) => Box::new(Small::default()),
            Self::Cpu => Box::new(Cpu::default()),
            Self::WebGpu(tuning) => Box::new(Gpu::new(&open_gpu().await?.tuned(tuning))),
        })
    }
}

async fn open_gpu() -> Result<Context, EngineError> {
    if let Some(context) = OPEN.take().filter(Context::is_sound) {
        OPEN.set(Some(context.clone()));
        return Ok(context);
    }
    let context = Context::open().await?;
    OPEN.set(Some(context.clone()));
    Ok(context)
}

const ACTIVATIONS: &[(&str, Activation)] = &[
    ("relu", Activation::Relu),
    ("tanh", Activation::Tanh),
    ("sigmoid", Activation::Sigmoid),
    ("identity", Activation::Identity),
];
const LOSSES: &[(&str, Loss)] = &[
    ("cross-entropy", Loss::CrossEntropy),
    ("squared-error", Loss::SquaredError),
    ("absolute-error", Loss::AbsoluteError),
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
const INITIALIZERS: &[(&str, Initializer)] =
    &[("glorot-uniform", Initializer::GlorotUniform), ("he-uniform", Initializer::HeUniform)];

/// Every option, so that a misspelt one is not silently left out.
const NAMES: [&str; 14] = [
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

/// Reads and checks the options; those left out have the defaults that `types.d.ts` tells.
pub(super) fn read(options: &TrainerOptions) -> Result<(Config, Backend), JsValue> {
    let object = options.dyn_ref::<Object>().ok_or_else(|| bad(&"the options must be an object"))?;
    for name in Object::keys(object).iter() {
        let name = name.as_string().unwrap_or_default();
        if !NAMES.contains(&&name[..]) {
            return Err(bad(&format!("there is no option {name}")));
        }
    }
    let optimizer = choice(options, "optimizer", OPTIMIZERS)?;
    let strength = |name: &str| match get(options, name)? {
        Some(value) => Ok::<_, JsValue>(number(&value, name)? as f32),
        None => Ok(0.0),
    };
    let config = Config {
        sizes: sizes(options)?,
        activation: choice(options, "activation", ACTIVATIONS)?,
        output: choice(options, "output", OUTPUTS)?,
        loss: choice(options, "loss", LOSSES)?,
        optimizer,
        learning_rate: match get(options, "learningRate")? {
            Some(value) => number(&value, "learningRate")? as f32,
            None => optimizer.default_learning_rate(),
        },
        penalty: Penalty { l1: strength("l1")?, l2: strength("l2")? },
        initializer: choice(options, "initializer", INITIALIZERS)?,
        batch: match get(options, "batchSize")? {
            Some(value) => whole(&value, "batchSize", u32::MAX)? as usize,
            None => 32,
        },
        shuffle: match get(options, "shuffle")? {
            Some(value) => value.as_bool().ok_or_else(|| bad(&"shuffle must be true or false"))?,
            None => true,
        },
        seed: get(options, "seed")?.map_or(Ok(0), |value| seed(&value))?,
    };
    let gpu = Backend::WebGpu(choice(options, "tuning", &Tuning::ALL.map(|tuning| (tuning.name, tuning)))?);
    Ok((config, choice(options, "backend", &[("cpu", Backend::Cpu), ("webgpu", gpu)])?))
}

fn sizes(options: &TrainerOptions) -> Result<Vec<usize>, JsValue> {
    let layers = get(options, "layers")?.ok_or_else(|| bad(&"the option layers is missing"))?;
    let layers = layers.dyn_ref::<Array>().ok_or_else(|| bad(&"layers must be an array of numbers"))?;
    layers.iter().map(|size| Ok(whole(&size, "layers", u32::MAX)? as usize)).collect()
}

/// One of several names; the first when it is left out.
fn choice<T: Copy>(options: &TrainerOptions, name: &str, choices: &[(&str, T)]) -> Result<T, JsValue> {
    let names: Vec<_> = choices.iter().map(|(choice, _)| *choice).collect();
    Ok(choices[place(options, name, &names)?].1)
}

/// Apart from [`choice`], so that it is there once and not for every type.
fn place(options: &TrainerOptions, name: &str, names: &[&str]) -> Result<usize, JsValue> {
    let Some(value) = get(options, name)? else { return Ok(0) };
    let value = value.as_string().unwrap_or_default();
    let found = names.iter().position(|name| *name == value);
    found.ok_or_else(|| bad(&format!("{name} must be one of {}", names.join(", "))))
}

fn get(options: &TrainerOptions, name: &str) -> Result<Option<JsValue>, JsValue> {
    let value = Reflect::get(options, &name.into())?;
    Ok((!value.is_undefined()).then_some(value))
}
