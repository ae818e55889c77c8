//! The places of X at which model and target are compared.

use super::target::SEGMENTS;
use super::{FROM, TO};
use fastrand::Rng;

/// Strips of the rule that stands for the integral: four to each straight piece of a target.
pub const NODES: usize = 4 * SEGMENTS;

/// The middles of [`NODES`] strips of equal width.
///
/// The mean over them is the midpoint rule, whose error is at most `(TO - FROM) h^2 / 24 max |F''|` for
/// strips of width `h` (Davis and Rabinowitz, "Methods of Numerical Integration", 2.1); no strip has a
/// corner of a target inside.
#[must_use]
pub fn nodes() -> Vec<f32> {
    (0..NODES).map(|strip| place((strip as f32 + 0.5) / NODES as f32)).collect()
}

/// Places drawn evenly from X, independently of each other. A larger `count` with the same seed adds to the
/// same places.
#[must_use]
pub fn samples(count: usize, seed: u64) -> Vec<f32> {
    let mut rng = Rng::with_seed(seed);
    (0..count).map(|_| place(rng.f32())).collect()
}

/// From a part of the way through X, 0 to 1.
fn place(part: f32) -> f32 {
    FROM + part * (TO - FROM)
}
