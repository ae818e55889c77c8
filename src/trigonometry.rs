//! Sine and cosine of an angle of some turns. The standard library's are as exact for angles of any size, and
//! that is a fortieth of what the page's engine would weigh.

use std::f64::consts::{FRAC_PI_2, TAU};

/// The sine of an angle in radians, to the last bit or two of `f32` up to some thousands of turns.
pub(crate) fn sin(angle: f32) -> f32 {
    sine(angle.into())
}

/// The cosine, likewise.
pub(crate) fn cos(angle: f32) -> f32 {
    sine(f64::from(angle) + FRAC_PI_2)
}

fn sine(angle: f64) -> f32 {
    let turns = angle / TAU;
    let part = turns - turns.round();
    // The second quarter goes down as the first went up.
    let part = if part.abs() > 0.25 { 0.5_f64.copysign(part) - part } else { part };
    let x = part * TAU;
    // Taylor's series; what is left out at a quarter turn is below 1e-9.
    let mut sum = 0.0;
    for n in [13.0, 11.0, 9.0, 7.0, 5.0, 3.0] {
        sum = (1.0 - sum) * x * x / (n * (n - 1.0));
    }
    (x * (1.0 - sum)) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn they_are_those_of_the_standard_library() {
        for step in -32_000..32_000_i16 {
            let angle = f32::from(step) / 1000.0;
            assert!((sin(angle) - angle.sin()).abs() <= 2e-7, "sin {angle}");
            assert!((cos(angle) - angle.cos()).abs() <= 2e-7, "cos {angle}");
        }
    }
}
