//! For JavaScript. Nothing but conversions: every function hands its work on to [`crate::trainer`] or
//! another module. What is there is for the features to say: the package, or a part of the page.

#[cfg_attr(
    not(all(feature = "complete", feature = "page", feature = "page-lesson", feature = "page-perceptron")),
    allow(dead_code, reason = "each part needs some of it")
)]
mod arguments;
#[cfg(feature = "page")]
mod checksum;
#[cfg(feature = "page")]
mod divergence;
#[cfg_attr(
    not(all(feature = "complete", feature = "page", feature = "page-lesson", feature = "page-perceptron")),
    allow(dead_code, reason = "each part needs some of it")
)]
mod error;
#[cfg(feature = "page-lesson")]
mod factorization;
#[cfg(feature = "complete")]
mod files;
#[cfg(feature = "page-lesson")]
mod letters;
#[cfg(feature = "package")]
mod options;
#[cfg(feature = "page-perceptron")]
mod perceptron;
#[cfg(feature = "page")]
mod planar;
#[cfg(feature = "page-lesson")]
mod q_learning;
#[cfg(feature = "page-lesson")]
mod rules;
#[cfg(feature = "page")]
mod sketch;
#[cfg(all(feature = "threads", target_arch = "wasm32"))]
mod threads;
#[cfg(feature = "package")]
mod trainer;

#[cfg(feature = "complete")]
pub use trainer::describe_checkpoint;
#[cfg(feature = "package")]
pub use trainer::{Trainer, TrainerOptions};

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
