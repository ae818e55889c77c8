//! Matrix factorization: a table of ratings with holes is taken for the product of two narrow tables, one with a
//! few numbers for every person, one with as many for every thing. They are fitted to the known ratings by
//! stochastic gradient descent, and their product fills the holes (Koren, Bell and Volinsky, "Matrix
//! Factorization Techniques for Recommender Systems", 2009).

use fastrand::Rng;
use std::fmt;

/// How fast the factors follow an error.
pub const LEARNING_RATE: f64 = 0.03;

/// Ratings beyond these are not taken.
const MOST: f64 = 1000.0;

/// No table has more cells, and no row more factors than cells.
const MOST_CELLS: usize = 10_000;

/// Why there is nothing to factorize.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FactorizationError {
    /// The ratings do not make whole rows, or there are none or too many, or no factors or too many.
    Shape,
    /// A rating is not finite, or too large.
    Rating(f64),
    /// The penalty is negative or not finite.
    Penalty(f64),
}

impl fmt::Display for FactorizationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape => write!(
                f,
                "a table has whole rows of at most {MOST_CELLS} cells in all, and 1 to as many factors as columns"
            ),
            Self::Rating(_) => write!(f, "a rating lies within {} of zero", MOST as u32),
            Self::Penalty(_) => write!(f, "the penalty must not be negative or infinite"),
        }
    }
}

impl std::error::Error for FactorizationError {}

/// What determines the fit, apart from the ratings.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Things in a row of the table.
    pub columns: usize,
    /// Numbers that describe a person or a thing.
    pub factors: usize,
    /// How strongly the factors are drawn to zero: `penalty (|p|^2 + |q|^2) / 2` a rating counts as loss. Without
    /// it a person with few ratings gets wild ones in the holes.
    pub penalty: f64,
    /// Determines the factors to begin with and the order of the ratings.
    pub seed: u64,
}

/// A known cell of the table.
#[derive(Clone, Copy, Debug)]
struct Rating {
    row: usize,
    column: usize,
    value: f64,
}

/// A table in the making.
#[derive(Clone, Debug)]
pub struct Factorization {
    known: Vec<Rating>,
    settings: Settings,
    people: Vec<f64>, // [rows, factors]
    things: Vec<f64>, // [columns, factors]
    rng: Rng,
}

impl Factorization {
    /// Factors to begin with, for ratings row by row with `None` for the holes.
    ///
    /// # Errors
    /// If the table or a setting is not allowed.
    pub fn new(ratings: &[Option<f64>], settings: Settings) -> Result<Self, FactorizationError> {
        let Settings { columns, factors, penalty, seed } = settings;
        let is_table = columns > 0 && !ratings.is_empty() && ratings.len().is_multiple_of(columns);
        if !is_table || ratings.len() > MOST_CELLS || !(1..=columns).contains(&factors) {
            return Err(FactorizationError::Shape);
        }
        if !penalty.is_finite() || penalty < 0.0 {
            return Err(FactorizationError::Penalty(penalty));
        }
        let rating = |(cell, value): (usize, &Option<f64>)| {
            value.map(|value| Rating { row: cell / columns, column: cell % columns, value })
        };
        let known: Vec<_> = ratings.iter().enumerate().filter_map(rating).collect();
        if let Some(bad) = known.iter().find(|rating| !(-MOST..=MOST).contains(&rating.value)) {
            return Err(FactorizationError::Rating(bad.value));
        }
        let mut rng = Rng::with_seed(seed);
        // The products begin about where the ratings lie, a little apart so that the factors can part.
        let mean = known.iter().map(|rating| rating.value).sum::<f64>() / known.len().max(1) as f64;
        let middle = (mean.abs() / factors as f64).sqrt();
        let mut table = |count| (0..count * factors).map(|_| middle + 0.5 * (rng.f64() - 0.5)).collect();
        let people = table(ratings.len() / columns);
        let things = table(columns);
        Ok(Self { known, settings, people, things, rng })
    }

    /// One pass over the known ratings in a new order. For each rating `r` with its error
    /// `e = r - p . q`, both at once: `p += rate (e q - penalty p)` and `q += rate (e p - penalty q)`.
    pub fn run_epoch(&mut self) {
        let Settings { factors, penalty, .. } = self.settings;
        self.rng.shuffle(&mut self.known);
        for &Rating { row, column, value } in &self.known {
            let person = &mut self.people[row * factors..][..factors];
            let thing = &mut self.things[column * factors..][..factors];
            let error = value - dot(person, thing);
            for (p, q) in person.iter_mut().zip(thing) {
                let (old_p, old_q) = (*p, *q);
                *p += LEARNING_RATE * (error * old_q - penalty * old_p);
                *q += LEARNING_RATE * (error * old_p - penalty * old_q);
            }
        }
    }

    /// The mean squared error of the known ratings; 0 where none is known.
    #[must_use]
    pub fn loss(&self) -> f64 {
        let squares =
            self.known.iter().map(|rating| (rating.value - self.rating(rating.row, rating.column)).powi(2));
        squares.sum::<f64>() / self.known.len().max(1) as f64
    }

    /// What the factors make of a cell.
    #[must_use]
    pub fn rating(&self, row: usize, column: usize) -> f64 {
        let factors = self.settings.factors;
        dot(&self.people[row * factors..][..factors], &self.things[column * factors..][..factors])
    }

    /// What the factors make of every cell, `[rows, columns]`.
    #[must_use]
    pub fn table(&self) -> Vec<f64> {
        let columns = self.settings.columns;
        let rows = self.people.len() / self.settings.factors;
        (0..rows * columns).map(|cell| self.rating(cell / columns, cell % columns)).collect()
    }

    /// `[rows, factors]`: the numbers that describe each person.
    #[must_use]
    pub fn people(&self) -> &[f64] {
        &self.people
    }

    /// `[columns, factors]`: the numbers that describe each thing.
    #[must_use]
    pub fn things(&self) -> &[f64] {
        &self.things
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
