//! Trains small dense networks, on the GPU through WebGPU or on the CPU.

pub mod activation;
pub mod dataset;
pub mod engine;
pub mod loss;
pub mod model;
pub mod optimizer;
pub mod order;
pub mod sketch;
pub mod trainer;
