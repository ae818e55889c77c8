/// `e^x`, to within two units in the last place, in a form of which the compiler makes SIMD; the
/// standard library's is a call for each number. Beyond what an `f32` holds it stays at the last
/// value that is finite, and a NaN stays one.
///
/// The method is that of Cephes's `expf` (Moshier): with `n` the whole number nearest to `x / ln 2`,
/// `e^x = 2^n e^r`, and a polynomial serves for the small rest `r`.
pub(super) fn exp(x: f32) -> f32 {
    /// Adding and subtracting it leaves no bits for what is behind the point.
    const ROUND: f32 = 12_582_912.0; // 1.5 * 2^23
    /// ln 2 in two parts: `n` times the first is exact.
    const LN_2: [f32; 2] = [0.693_359_4, -2.121_944_4e-4];
    let x = x.clamp(-87.0, 88.0);
    let n = (x * std::f32::consts::LOG2_E + ROUND) - ROUND;
    let r = (x - n * LN_2[0]) - n * LN_2[1];
    let mut polynomial = 1.987_569_1e-4;
    for coefficient in [1.398_199_9e-3, 8.333_452e-3, 4.166_579_6e-2, 1.666_666_5e-1, 0.5] {
        polynomial = polynomial * r + coefficient;
    }
    let power_of_two = f32::from_bits(((n as i32 + 127) << 23) as u32);
    (polynomial * r * r + r + 1.0) * power_of_two
}

#[cfg(test)]
mod tests {
    use super::exp;

    #[test]
    fn it_is_the_exponential_function() {
        for place in -870_000..=880_000 {
            let x = place as f32 / 1e4;
            let (found, expected) = (f64::from(exp(x)), f64::from(x).exp());
            assert!((found / expected - 1.0).abs() < 2.4e-7, "e^{x} is {expected}, not {found}");
        }
    }

    #[test]
    fn it_stays_finite_but_hides_no_nan() {
        assert!(exp(f32::INFINITY).is_finite());
        assert!(exp(f32::NEG_INFINITY) < 1e-37);
        assert!(exp(f32::NAN).is_nan());
    }
}
