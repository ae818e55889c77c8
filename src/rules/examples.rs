//! Pictures of two classes, what rules answer for them, and the best single rule for them.

use super::{Comparison, Distortion, Measure, Reading, Rule, RulesError, majority};
use crate::sketch::{Picture, SIDE};
use fastrand::Rng;
use std::cell::OnceCell;

/// Pictures with their classes, 0 or 1. Every measure is taken once, when it is first asked for.
#[derive(Clone, Debug)]
pub struct Examples {
    pictures: Vec<Picture>,
    classes: Vec<u8>,                                 // [pictures]
    values: [OnceCell<Vec<f64>>; Measure::ALL.len()], // each [pictures]
}

/// A rule that no other threshold beats, among those that were tried.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best {
    /// The rule.
    pub rule: Rule,
    /// For how many examples it alone is right.
    pub right: usize,
    /// How many rules were tried.
    pub tried: usize,
}

impl Examples {
    /// Takes pictures, `[classes, SIDE, SIDE]`.
    ///
    /// # Errors
    /// [`RulesError::Pictures`] and [`RulesError::Class`].
    pub fn new(pixels: &[u8], classes: &[u8]) -> Result<Self, RulesError> {
        let (pictures, rest) = pixels.as_chunks::<{ SIDE * SIDE }>();
        if !rest.is_empty() || pictures.len() != classes.len() {
            return Err(RulesError::Pictures { bytes: pixels.len(), labels: classes.len() });
        }
        if let Some(&class) = classes.iter().find(|&&class| class > 1) {
            return Err(RulesError::Class(class));
        }
        Ok(Self::of(pictures.to_vec(), classes.to_vec()))
    }

    fn of(pictures: Vec<Picture>, classes: Vec<u8>) -> Self {
        Self { pictures, classes, values: [const { OnceCell::new() }; Measure::ALL.len()] }
    }

    /// The same examples as new data. The same seed distorts them the same way.
    ///
    /// # Errors
    /// [`RulesError::Strength`].
    pub fn distorted(&self, distortion: &Distortion, seed: u64) -> Result<Self, RulesError> {
        distortion.check()?;
        let mut rng = Rng::with_seed(seed);
        // Each picture has a generator of its own, so that it does not matter how much chance another needs.
        let pictures = self.pictures.iter().map(|picture| distortion.apply(picture, &mut rng.fork()));
        Ok(Self::of(pictures.collect(), self.classes.clone()))
    }

    /// The pictures.
    #[must_use]
    pub fn pictures(&self) -> &[Picture] {
        &self.pictures
    }

    /// Their classes, `[pictures]`.
    #[must_use]
    pub fn classes(&self) -> &[u8] {
        &self.classes
    }

    /// A measure of one picture, with what it comes from.
    ///
    /// # Errors
    /// [`RulesError::Example`].
    pub fn read(&self, index: usize, measure: Measure) -> Result<Reading, RulesError> {
        self.pictures.get(index).map(|picture| measure.read(picture)).ok_or(RulesError::Example(index))
    }

    /// A measure of every picture, `[pictures]`.
    #[must_use]
    pub fn values(&self, measure: Measure) -> &[f64] {
        let measured = || self.pictures.iter().map(|picture| measure.read(picture).value).collect();
        self.values[measure as usize].get_or_init(measured)
    }

    /// What the rules answer for every picture, `[pictures]`; none where there is no majority.
    ///
    /// # Errors
    /// [`RulesError::Class`] and [`RulesError::Threshold`] for a rule that is none.
    pub fn answers(&self, rules: &[Rule]) -> Result<Vec<Option<u8>>, RulesError> {
        for rule in rules {
            if rule.class > 1 {
                return Err(RulesError::Class(rule.class));
            }
            if !rule.threshold.is_finite() {
                return Err(RulesError::Threshold);
            }
        }
        let columns: Vec<_> = rules.iter().map(|rule| (rule, self.values(rule.measure))).collect();
        let answer = |index: usize| majority(columns.iter().map(|(rule, values)| rule.vote(values[index])));
        Ok((0..self.pictures.len()).map(answer).collect())
    }

    /// The rule with a vote for `class` that alone is right for most examples.
    ///
    /// Tries every place where a threshold can stand, which is between two neighbouring values of a measure,
    /// and both sides of it. Among equally good ones the first is taken. None where no measure tells any two
    /// pictures apart.
    ///
    /// # Errors
    /// [`RulesError::Class`].
    pub fn best(&self, measures: &[Measure], class: u8) -> Result<Option<Best>, RulesError> {
        if class > 1 {
            return Err(RulesError::Class(class));
        }
        let mut best: Option<Best> = None;
        let mut tried = 0;
        for &measure in measures {
            let values = self.values(measure);
            let next = |low: f64| values.iter().copied().filter(|&value| value > low).min_by(f64::total_cmp);
            let mut cut = next(f64::NEG_INFINITY);
            while let Some((low, high)) = cut.and_then(|low| Some((low, next(low)?))) {
                cut = Some(high);
                let is_right = |(value, own): &(&f64, &u8)| (**value > low) == (**own == class);
                let right = values.iter().zip(&self.classes).filter(is_right).count();
                for (comparison, right) in
                    [(Comparison::Greater, right), (Comparison::Less, values.len() - right)]
                {
                    tried += 1;
                    if best.is_none_or(|best| right > best.right) {
                        let rule = Rule { measure, comparison, threshold: roundest(low, high), class };
                        best = Some(Best { rule, right, tried });
                    }
                }
            }
        }
        Ok(best.map(|best| Best { tried, ..best }))
    }
}

/// The number with the fewest decimals strictly between two others, about in their middle.
fn roundest(low: f64, high: f64) -> f64 {
    let middle = f64::midpoint(low, high);
    let mut scale = 1.0;
    // Beyond that many decimals the numbers of a picture do not differ.
    while scale < 1e9 {
        let rounded = (middle * scale).round() / scale;
        if low < rounded && rounded < high {
            return rounded;
        }
        scale *= 10.0;
    }
    middle
}
