//! The penalty on large weights, which counts as loss.

/// How strongly weights (not biases) are drawn to zero: `l1 |w| + l2 w^2 / 2` of each counts as loss.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Penalty {
    /// Draws all weights with the same force: those that are of little use end about zero.
    pub l1: f32,
    /// Draws each weight the more the larger it is.
    pub l2: f32,
}

impl Penalty {
    /// Weights are left alone.
    pub const NONE: Self = Self { l1: 0.0, l2: 0.0 };

    /// What it adds to a weight's gradient: `l1 sign(w) + l2 w`, with no sign at zero.
    #[inline]
    #[must_use]
    pub fn gradient(self, weight: f32) -> f32 {
        let sign = f32::from(i8::from(weight > 0.0) - i8::from(weight < 0.0));
        self.l1 * sign + self.l2 * weight
    }

    /// Whether both are finite and none pushes weights away from zero.
    #[must_use]
    pub fn is_sound(self) -> bool {
        [self.l1, self.l2].iter().all(|strength| strength.is_finite() && *strength >= 0.0)
    }
}
