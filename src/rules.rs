//! Telling two kinds of digits apart by rules made by hand, and new data on which such rules break.
//!
//! A rule compares one [`Measure`] of a picture with a threshold and votes. All of it looks at pictures as
//! MNIST has them: light ink on a dark ground, about in the middle, all of about one size. Nothing in a rule
//! says so, and [`Distortion`] makes pictures of which it is no longer true.

mod distortion;
mod examples;
mod measure;

pub use distortion::Distortion;
pub use examples::{Best, Examples};
pub use measure::{INK, Measure, Reading, Rect};

use std::fmt;

/// The side of the threshold on which a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// The measure is above the threshold.
    Greater,
    /// It is below.
    Less,
}

/// `measure > threshold`, or `<`, and what is voted for where it holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// What is compared.
    pub measure: Measure,
    /// How.
    pub comparison: Comparison,
    /// With what, in the measure's unit.
    pub threshold: f64,
    /// The class, 0 or 1, that gets the vote where the rule holds; elsewhere the other one gets it.
    pub class: u8,
}

impl Rule {
    /// The class that a picture with this value of the measure gets the vote for.
    #[must_use]
    pub fn vote(&self, value: f64) -> u8 {
        let holds = match self.comparison {
            Comparison::Greater => value > self.threshold,
            Comparison::Less => value < self.threshold,
        };
        if holds { self.class } else { 1 - self.class }
    }
}

/// The class with more votes; none where there are as many for the one as for the other.
#[must_use]
pub fn majority(votes: impl IntoIterator<Item = u8>) -> Option<u8> {
    let balance: i32 = votes.into_iter().map(|class| if class == 1 { 1 } else { -1 }).sum();
    match balance {
        0 => None,
        balance => Some(u8::from(balance > 0)),
    }
}

/// What is no set of examples, no rule or no distortion.
#[derive(Clone, Debug, PartialEq)]
pub enum RulesError {
    /// The bytes are not one picture a label.
    Pictures {
        /// How many bytes there are.
        bytes: usize,
        /// How many labels.
        labels: usize,
    },
    /// A class other than 0 and 1.
    Class(u8),
    /// There is no such example.
    Example(usize),
    /// A threshold that is no finite number.
    Threshold,
    /// A distortion's strength is no number, or beyond what can be done to a picture of this size.
    Strength(&'static str),
}

impl fmt::Display for RulesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Pictures { bytes, labels } => write!(f, "{bytes} bytes are not {labels} pictures"),
            Self::Class(class) => write!(f, "there are the classes 0 and 1, and none {class}"),
            Self::Example(index) => write!(f, "there is no example {index}"),
            Self::Threshold => write!(f, "a threshold must be a finite number"),
            Self::Strength(name) => write!(f, "the {name} is out of range"),
        }
    }
}

impl std::error::Error for RulesError {}
