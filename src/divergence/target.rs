//! The function that is to be found.

use super::{DivergenceError, FROM, TO};
use crate::trigonometry::sin;
use std::f32::consts::FRAC_PI_2;

/// Straight pieces that a target is made of, all of the same width.
pub const SEGMENTS: usize = 120;

/// A function on X made of straight pieces from knot to knot, as a pen draws it.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    knots: Vec<f32>, // [SEGMENTS + 1]: heights
}

impl Target {
    /// From its heights at the knots, `[SEGMENTS + 1]`, from [`FROM`] to [`TO`].
    ///
    /// # Errors
    /// [`DivergenceError::Knots`] if there are not as many, or one is not finite.
    pub fn new(knots: Vec<f32>) -> Result<Self, DivergenceError> {
        if knots.len() != SEGMENTS + 1 || !knots.iter().all(|height| height.is_finite()) {
            return Err(DivergenceError::Knots(knots.len()));
        }
        Ok(Self { knots })
    }

    /// The heights at the knots.
    #[must_use]
    pub fn knots(&self) -> &[f32] {
        &self.knots
    }

    /// `g(x)`; beyond X the height of its nearer end.
    #[must_use]
    pub fn at(&self, x: f32) -> f32 {
        let along = ((x - FROM) / (TO - FROM)).clamp(0.0, 1.0) * SEGMENTS as f32;
        let left = (along as usize).min(SEGMENTS - 1);
        let part = along - left as f32;
        self.knots[left] + part * (self.knots[left + 1] - self.knots[left])
    }
}

/// Targets to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// `0.35 x - 0.2`, which two weights can hit exactly.
    Line,
    /// One and a half waves.
    Sine,
    /// Low, then high.
    Step,
    /// A narrow hill and a wide one.
    Bumps,
}

impl From<Shape> for Target {
    fn from(shape: Shape) -> Self {
        let hill = |x: f32, middle: f32, width: f32| (-((x - middle) / width).powi(2)).exp();
        let height = |x: f32| match shape {
            Shape::Line => 0.35 * x - 0.2,
            Shape::Sine => 0.9 * sin(FRAC_PI_2 * x),
            Shape::Step => 0.7 * if x < 0.0 { -1.0 } else { 1.0 },
            Shape::Bumps => 1.5 * hill(x, -1.6, 0.6) + 1.1 * hill(x, 1.2, 1.0) - 0.6,
        };
        let x = |knot: usize| FROM + knot as f32 / SEGMENTS as f32 * (TO - FROM);
        Self { knots: (0..=SEGMENTS).map(|knot| height(x(knot))).collect() }
    }
}
