//! How far a model `f(x; W)` is from a target `g(x)`: at each place, over all of X, over the samples that
//! one has, and for every W of a model with two weights.
//!
//! Learning looks for `W = argmin_W integral over X of div(f(x; W), g(x)) dx`. X is the interval from
//! [`FROM`] to [`TO`].

mod places;
mod surface;
mod target;

pub use places::{NODES, nodes, samples};
pub use surface::{LossSurface, loss_surface};
pub use target::{SEGMENTS, Shape, Target};

use std::fmt;

/// Where X begins.
pub const FROM: f32 = -3.0;
/// Where X ends.
pub const TO: f32 = 3.0;

/// A divergence: 0 where the two values agree, more where they do not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Divergence {
    /// `(f - g)^2`.
    Squared,
    /// `|f - g|`.
    Absolute,
    /// 1 where `|f - g| > tolerance`, 0 elsewhere.
    ZeroOne {
        /// How far apart two values may be that count as the same.
        tolerance: f32,
    },
}

impl Divergence {
    /// Whether its values can be told from each other at all.
    ///
    /// # Errors
    /// [`DivergenceError::Tolerance`] for a tolerance that is negative or not finite.
    pub fn checked(self) -> Result<Self, DivergenceError> {
        match self {
            Self::ZeroOne { tolerance } if !(tolerance >= 0.0 && tolerance.is_finite()) => {
                Err(DivergenceError::Tolerance(tolerance))
            }
            sound => Ok(sound),
        }
    }

    /// `div(f, g)`.
    #[must_use]
    pub fn of(self, f: f32, g: f32) -> f32 {
        let error = f - g;
        match self {
            Self::Squared => error * error,
            Self::Absolute => error.abs(),
            Self::ZeroOne { tolerance } => f32::from(u8::from(error.abs() > tolerance)),
        }
    }

    /// `d div(f, g) / d f`, which is what a gradient step follows. Where there is none (the corner of
    /// `|f - g|`, the cliffs of 0-1) it is 0, as in the engines.
    #[must_use]
    pub fn slope(self, f: f32, g: f32) -> f32 {
        let error = f - g;
        match self {
            Self::Squared => 2.0 * error,
            Self::Absolute if error == 0.0 => 0.0,
            Self::Absolute => error.signum(),
            Self::ZeroOne { .. } => 0.0,
        }
    }

    /// `(TO - FROM) / n sum_i div(f_i, g_i)`: over the [`nodes`] this is the integral over X by the
    /// midpoint rule, over [`samples`] what one can know of it (a Monte Carlo sum).
    ///
    /// # Errors
    /// [`DivergenceError::Lengths`] if there are not as many values of `f` (`[places]`) as of `g`
    /// (`[places]`), or none.
    pub fn total(self, f: &[f32], g: &[f32]) -> Result<f64, DivergenceError> {
        if f.len() != g.len() || f.is_empty() {
            return Err(DivergenceError::Lengths { f: f.len(), g: g.len() });
        }
        Ok(self.mean(f.iter().zip(g).map(|(&f, &g)| (f, g)), f.len()) * f64::from(TO - FROM))
    }

    fn mean(self, pairs: impl Iterator<Item = (f32, f32)>, count: usize) -> f64 {
        pairs.map(|(f, g)| f64::from(self.of(f, g))).sum::<f64>() / count as f64
    }
}

/// Why a divergence cannot be told.
#[derive(Clone, Debug, PartialEq)]
pub enum DivergenceError {
    /// A tolerance that is negative or not finite.
    Tolerance(f32),
    /// The values of the model and of the target do not belong to the same places.
    Lengths {
        /// Values of the model.
        f: usize,
        /// Values of the target.
        g: usize,
    },
    /// A target that is not [`SEGMENTS`]` + 1` finite heights.
    Knots(usize),
    /// A map without cells, or of a range that is not positive and finite.
    Map,
}

impl fmt::Display for DivergenceError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Tolerance(_) => write!(out, "the tolerance must be finite and not negative"),
            Self::Lengths { f, g } => write!(out, "{f} values of f do not match {g} values of g"),
            Self::Knots(found) => {
                write!(out, "a target is {} finite heights; there were {found} numbers", SEGMENTS + 1)
            }
            Self::Map => write!(out, "a map needs cells and a positive, finite range"),
        }
    }
}

impl std::error::Error for DivergenceError {}
