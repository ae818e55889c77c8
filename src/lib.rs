//! Trains small dense networks, on the GPU through WebGPU or on the CPU.

pub mod sketch;
