//! Which numbers a dropout layer leaves out: a matter of the step's seed, the layer and the number's
//! place alone, so that every engine leaves out the same, forward and backward, without keeping a list.

/// A part of a layer's numbers is set to zero in each training step, so that none is relied upon; the
/// others grow by as much as is missing (Srivastava et al., 2014, "inverted" as in Keras).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dropout {
    /// The part that is left out, from 0 to below 1.
    pub rate: f32,
    /// The layer's place in the network: each leaves out others.
    pub layer: u32,
}

impl Dropout {
    /// Numbers are left out whose hash is below this.
    #[must_use]
    pub fn threshold(self) -> u32 {
        (f64::from(self.rate) * f64::from(u32::MAX)) as u32
    }

    /// What the numbers that are kept are multiplied by.
    #[must_use]
    pub fn scale(self) -> f32 {
        1.0 / (1.0 - self.rate)
    }

    /// What the number at a place of the batch, `[rows, cols]` row by row, is multiplied by in the step
    /// of this seed: 0 or the scale.
    #[must_use]
    pub fn factor(self, seed: u32, place: u32) -> f32 {
        let hash = hash(place ^ hash(seed ^ hash(self.layer)));
        if hash < self.threshold() { 0.0 } else { self.scale() }
    }
}

/// The seed of a step, by the number of its update, so that a run that is gone on with leaves out the same.
#[must_use]
pub fn step_seed(seed: u64, update: u64) -> u32 {
    hash(update as u32 ^ hash(seed as u32))
}

/// A 32-bit hash that flips each output bit with nearly the same chance (Wellons, "Prospecting for hash
/// functions", 2018, `lowbias32`).
fn hash(mut x: u32) -> u32 {
    x = (x ^ (x >> 16)).wrapping_mul(0x7feb_352d);
    x = (x ^ (x >> 15)).wrapping_mul(0x846c_a68b);
    x ^ (x >> 16)
}
