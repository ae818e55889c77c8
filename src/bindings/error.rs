use crate::dataset::DatasetError;
use crate::engine::EngineError;
use crate::trainer::{CheckpointError, TrainerError};
use js_sys::Reflect;
use std::fmt::Display;
use wasm_bindgen::JsValue;

/// A JavaScript `Error` whose `code` says what kind of error it is.
pub(super) fn js_error(error: &TrainerError) -> JsValue {
    let code = match error {
        TrainerError::Logits
        | TrainerError::Batch
        | TrainerError::LearningRate(_)
        | TrainerError::Penalty(_)
        | TrainerError::Layer { .. }
        | TrainerError::NoParameters { .. } => "bad-options",
        TrainerError::Features { .. }
        | TrainerError::Format
        | TrainerError::NotFinite
        | TrainerError::Targets { .. }
        | TrainerError::Parameters { .. } => "bad-data",
        TrainerError::Checkpoint(CheckpointError::Memory) => "out-of-memory",
        TrainerError::Checkpoint(_) => "bad-checkpoint",
        TrainerError::Engine(EngineError::NoAdapter(_)) => "no-adapter",
        TrainerError::Engine(EngineError::DeviceLost(_)) => "device-lost",
        TrainerError::Size { .. } | TrainerError::Engine(EngineError::OutOfMemory(_)) => "out-of-memory",
        TrainerError::Engine(EngineError::Device(_)) => "device-error",
    };
    with_code(error, code)
}

pub(super) fn dataset_error(error: &DatasetError) -> JsValue {
    let code = if *error == DatasetError::Memory { "out-of-memory" } else { "bad-data" };
    with_code(error, code)
}

#[inline(never)]
pub(super) fn bad_options(message: &dyn Display) -> JsValue {
    with_code(message, "bad-options")
}

#[inline(never)]
pub(super) fn bad_data(message: &dyn Display) -> JsValue {
    with_code(message, "bad-data")
}

pub(super) fn with_code(message: &dyn Display, code: &str) -> JsValue {
    let error = js_sys::Error::new(&message.to_string());
    // Setting a field of a fresh object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
