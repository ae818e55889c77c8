//! One perceptron with two inputs, the sixteen truth tables it may be asked for, and the rule by which it
//! learns them.
//!
//! The output is 1 where `w1 x1 + w2 x2 + b >= 0`, and 0 elsewhere. Weights and learning rates are whole
//! thousandths, so that every sum is exact: an output never hangs on rounding, and a run that comes back to
//! weights that it has had comes back to exactly those.

mod learner;
mod weight_map;

pub use learner::{Learner, SampleStep, Verdict};
pub use weight_map::{Region, weight_map};

use fastrand::Rng;
use std::fmt;
use std::str::FromStr;

/// Inputs `(x1, x2)` of the truth table's rows, in the order in which every table here tells its rows.
pub const ROWS: [[i64; 2]; 4] = [[0, 0], [0, 1], [1, 0], [1, 1]];

/// So many parts make one: weights and rates are counted in thousandths.
const PARTS: f64 = 1000.0;

/// No weight may be set to more, on either side of zero.
pub const WEIGHT_LIMIT: f64 = 1000.0;

/// Learning rates go from a thousandth up to this.
pub const RATE_LIMIT: f64 = 1000.0;

/// Why there is no such perceptron.
#[derive(Clone, Debug, PartialEq)]
pub enum PerceptronError {
    /// A truth table is not four digits of 0 and 1.
    Table(String),
    /// A weight is no number of thousandths, or beyond [`WEIGHT_LIMIT`].
    Weight(f64),
    /// A learning rate is no positive number of thousandths, or beyond [`RATE_LIMIT`].
    Rate(f64),
    /// The half width of a weight map is not positive and finite.
    Reach(f64),
}

impl fmt::Display for PerceptronError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table(text) => {
                write!(f, "a truth table is four digits of 0 and 1, such as 0110, and not {text:?}")
            }
            Self::Weight(_) => {
                write!(
                    f,
                    "a weight has at most three decimals and lies within {} of zero",
                    WEIGHT_LIMIT as u32
                )
            }
            Self::Rate(_) => write!(
                f,
                "a learning rate has at most three decimals and lies above 0 and up to {}",
                RATE_LIMIT as u32
            ),
            Self::Reach(_) => write!(f, "the map must reach a positive, finite way from zero"),
        }
    }
}

impl std::error::Error for PerceptronError {}

/// One bit for each of the [`ROWS`]: the targets that are asked for, or the outputs that are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Table(pub [bool; 4]);

impl Table {
    /// All sixteen, 0000 to 1111.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..16).map(|number| Self([8, 4, 2, 1].map(|bit| number & bit != 0)))
    }

    /// Whether some line gives this table.
    ///
    /// The sums of (0, 0) and (1, 1) add up to `w1 + w2 + 2b`, and so do those of (0, 1) and (1, 0). Where
    /// one pair is to fire and the other is not, the same number would have to be both `>= 0` and `< 0`.
    /// Every other table has a line (Minsky and Papert, "Perceptrons", 1969).
    #[must_use]
    pub fn is_separable(self) -> bool {
        let [none, second, first, both] = self.0;
        !(none == both && first == second && none != first)
    }

    /// In how many rows two tables agree.
    #[must_use]
    pub fn agreement(self, other: Self) -> usize {
        self.0.iter().zip(other.0).filter(|&(&one, other)| one == other).count()
    }
}

impl FromStr for Table {
    type Err = PerceptronError;

    fn from_str(text: &str) -> Result<Self, PerceptronError> {
        let bit = |digit: u8| match digit {
            b'0' => Some(false),
            b'1' => Some(true),
            _ => None,
        };
        let bits: Option<Vec<bool>> = text.bytes().map(bit).collect();
        let bits = bits.and_then(|bits| bits.try_into().ok());
        bits.map(Self).ok_or_else(|| PerceptronError::Table(text.to_owned()))
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|&bit| f.write_str(if bit { "1" } else { "0" }))
    }
}

/// A line and the side of it that fires. Everything is in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Weights {
    /// The weight of `x1`.
    pub w1: i64,
    /// The weight of `x2`.
    pub w2: i64,
    /// The bias.
    pub b: i64,
}

impl Weights {
    /// From plain numbers.
    ///
    /// # Errors
    /// [`PerceptronError::Weight`] for the first that is not allowed.
    pub fn new(w1: f64, w2: f64, b: f64) -> Result<Self, PerceptronError> {
        let parts = |value| in_parts(value, WEIGHT_LIMIT).ok_or(PerceptronError::Weight(value));
        Ok(Self { w1: parts(w1)?, w2: parts(w2)?, b: parts(b)? })
    }

    /// Weights between -1 and 1 to begin with, decided by the seed.
    #[must_use]
    pub fn random(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let mut weight = || rng.i64(-1000..=1000);
        Self { w1: weight(), w2: weight(), b: weight() }
    }

    /// `w1 x1 + w2 x2 + b` for one of the [`ROWS`], in thousandths.
    #[must_use]
    pub fn sum(self, row: usize) -> i64 {
        let [x1, x2] = ROWS[row];
        self.w1 * x1 + self.w2 * x2 + self.b
    }

    /// Which rows fire.
    #[must_use]
    pub fn outputs(self) -> Table {
        Table([0, 1, 2, 3].map(|row| self.sum(row) >= 0))
    }

    /// `(w1, w2, b)` as plain numbers.
    #[must_use]
    pub fn numbers(self) -> [f64; 3] {
        [self.w1, self.w2, self.b].map(number)
    }
}

/// Thousandths as a plain number.
#[must_use]
pub fn number(parts: i64) -> f64 {
    parts as f64 / PARTS
}

/// A plain number in thousandths, where it is one of them and within the limit.
fn in_parts(value: f64, limit: f64) -> Option<i64> {
    let parts = (value * PARTS).round();
    // A decimal such as 0.3 is no binary number, but the nearest one to it is also the nearest to 300 / 1000.
    (value.abs() <= limit && parts / PARTS == value).then_some(parts as i64)
}
