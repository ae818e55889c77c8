//! Networks as files that other programs read.

use super::arguments::{Bytes, bytes};
use super::error::{js_error, with_code};
use super::options;
use super::trainer::{BytesPromise, Trainer, promise};
use crate::engine::EngineError;
use crate::files::{FileError, TensorProblem};
use crate::trainer::{Snapshot, TrainerError};
use js_sys::Uint8Array;
use std::collections::TryReserveError;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// On which engine.
    #[wasm_bindgen(typescript_type = "EngineOptions")]
    pub type EngineOptions;
}

#[wasm_bindgen]
impl Trainer {
    /// Makes a trainer of a safetensors file: the network, its weights, and how it is trained. Rejects with the code
    /// `bad-file` when anything in the file is not as `toSafetensors` writes it, but for the order of the tensors and for what
    /// else is in the metadata; of the configuration no more than `input` and `layers` must be there.
    #[wasm_bindgen(js_name = fromSafetensors)]
    pub async fn from_safetensors(file: Bytes, options: EngineOptions) -> Result<Trainer, JsValue> {
        let backend = options::read_engine(&options)?;
        let snapshot = Snapshot::from_safetensors(&bytes(&file, "file")?);
        let snapshot = snapshot.map_err(|error| {
            let is_full = matches!(error, FileError::Tensor { problem: TensorProblem::Memory, .. });
            with_code(&error, if is_full { "out-of-memory" } else { "bad-file" })
        })?;
        let engine = backend.open(&snapshot.config.model).await.map_err(|error| js_error(&error))?;
        let trainer = snapshot.trainer(engine).map_err(|error| js_error(&error))?;
        Ok(Self { trainer })
    }

    /// The network as a safetensors file: its weights, and as metadata its configuration. What the optimizer
    /// remembers is in a checkpoint alone. Rejects with `bad-data` when a weight is not finite any more.
    #[wasm_bindgen(js_name = toSafetensors)]
    pub fn to_safetensors(&mut self) -> BytesPromise {
        self.file(Snapshot::to_safetensors)
    }

    /// The network as an ONNX file, for what runs networks. Its `input` are rows of floats as `predict` takes them,
    /// `[rows, height, width, channels]` or `[rows, inputs]`; its `output` is what `predict` gives, `[rows, outputs]`. Rejects as
    /// `toSafetensors` does.
    #[wasm_bindgen(js_name = toOnnx)]
    pub fn to_onnx(&mut self) -> BytesPromise {
        self.file(Snapshot::to_onnx)
    }
}

impl Trainer {
    fn file(&mut self, write: fn(&Snapshot) -> Result<Vec<u8>, TryReserveError>) -> BytesPromise {
        let snapshot = self.trainer.snapshot();
        promise(async move {
            let snapshot = snapshot.await?;
            if !snapshot.is_finite() {
                return Err(TrainerError::NotFinite);
            }
            let bytes = write(&snapshot).map_err(EngineError::from)?;
            Ok(Uint8Array::from(&bytes[..]).into())
        })
    }
}
