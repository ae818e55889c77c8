//! Trains small neural networks, on the GPU through WebGPU or on the CPU.
//!
//! In the order in which to read it:
//!
//! - [`dataset`]: examples, checked when they come in;
//! - [`model`]: a network described, with its [`activation`]s and initial weights, the [`picture`]s that
//!   its layers make of each other, and what [`dropout`] leaves out;
//! - [`loss`], [`penalty`] and [`optimizer`]: what training makes small, and how;
//! - [`engine`]: the one contract, and the engines that keep it: the CPU's, the CPU's for small
//!   networks, and the GPU's;
//! - [`order`]: which examples come when;
//! - [`trainer`]: forward, loss, backward, update, written once for every engine;
//! - [`files`]: networks as files that other programs read;
//! - [`checksum`]: whether data arrived whole;
//! - `bindings`: the package for JavaScript.
//!
//! And, with the feature `lesson`, the lesson's own parts, which only the page needs:
//!
//! - [`perceptron`]: one perceptron, the truth tables that it can learn, and those that it cannot;
//! - [`divergence`]: how far a model is from a target, over X, over samples, and for every W;
//! - [`factorization`]: a table of ratings with holes, filled by two narrow tables;
//! - [`q_learning`]: a way to a goal, learnt from rewards alone;
//! - [`rules`]: rules made by hand to tell digits apart, and new data on which they break;
//! - [`sketch`]: pen strokes to the picture that a network is given;
//! - [`dataset::planar`] and [`dataset::letters`]: points in the plane and words, as examples.

pub mod activation;
#[cfg(target_arch = "wasm32")]
pub mod bindings;
pub mod checksum;
pub mod dataset;
#[cfg(feature = "lesson")]
pub mod divergence;
pub mod dropout;
pub mod engine;
#[cfg(feature = "lesson")]
pub mod factorization;
pub mod files;
pub mod loss;
pub mod model;
pub mod optimizer;
pub mod order;
pub mod penalty;
#[cfg(feature = "lesson")]
pub mod perceptron;
pub mod picture;
#[cfg(feature = "lesson")]
pub mod q_learning;
#[cfg(feature = "lesson")]
pub mod rules;
#[cfg(feature = "lesson")]
pub mod sketch;
pub mod trainer;
#[cfg(feature = "lesson")]
mod trigonometry;
