use super::{PerceptronError, RATE_LIMIT, ROWS, Table, Weights, in_parts};
use fastrand::Rng;
use std::collections::HashMap;

/// What showing one sample did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SampleStep {
    /// Which of the [`ROWS`] was shown.
    pub row: usize,
    /// What was asked for, less the output: -1, 0 or 1.
    pub error: i64,
    /// The weights that gave the output.
    pub before: Weights,
    /// The weights that the rule made of them.
    pub after: Weights,
}

/// What the state says of the future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Neither of the others is certain yet.
    Open,
    /// All rows are right, so that no sample can change the weights any more.
    Converged,
    /// A pass has begun with the very weights that an earlier pass began with. What follows from the same
    /// is the same, so this goes round for ever.
    Cycles {
        /// Updates made until the state that returned was there first.
        first: u64,
        /// Updates made until it was there again.
        again: u64,
    },
}

/// Learns one table by the perceptron rule: for each sample in turn `w <- w + rate * (target - output) * x`,
/// with 1 as the bias's input (Rosenblatt, 1958).
#[derive(Clone, Debug)]
pub struct Learner {
    table: Table,
    /// In thousandths.
    rate: i64,
    /// The rows in the order in which every pass shows them.
    order: [usize; 4],
    weights: Weights,
    samples: u64,
    updates: u64,
    last: Option<SampleStep>,
    /// The weights that passes began with, until some of them return.
    begun: HashMap<Weights, Place>,
    round: Option<Round>,
}

/// How far a run has come.
#[derive(Clone, Copy, Debug)]
struct Place {
    samples: u64,
    updates: u64,
}

/// The part of a run that repeats.
#[derive(Clone, Copy, Debug)]
struct Round {
    first: Place,
    again: Place,
}

impl Learner {
    /// Begins at `start`. `rate` is a plain number. Every pass shows the rows in the same order: as in the
    /// table for seed 0, dealt by the seed otherwise.
    ///
    /// # Errors
    /// [`PerceptronError::Rate`] if there is no such learning rate.
    pub fn new(table: Table, start: Weights, rate: f64, seed: u64) -> Result<Self, PerceptronError> {
        let parts = in_parts(rate, RATE_LIMIT).filter(|&parts| parts > 0);
        let mut order = [0, 1, 2, 3];
        if seed != 0 {
            Rng::with_seed(seed).shuffle(&mut order);
        }
        Ok(Self {
            table,
            rate: parts.ok_or(PerceptronError::Rate(rate))?,
            order,
            weights: start,
            samples: 0,
            updates: 0,
            last: None,
            begun: HashMap::from([(start, Place { samples: 0, updates: 0 })]),
            round: None,
        })
    }

    /// The rows in the order in which every pass shows them.
    #[must_use]
    pub fn order(&self) -> [usize; 4] {
        self.order
    }

    /// Which of the [`ROWS`] is in turn.
    #[must_use]
    pub fn next_row(&self) -> usize {
        self.order[(self.samples % 4) as usize]
    }

    /// The weights as they are now.
    #[must_use]
    pub fn weights(&self) -> Weights {
        self.weights
    }

    /// Samples shown so far.
    #[must_use]
    pub fn samples(&self) -> u64 {
        self.samples
    }

    /// How many of the samples changed the weights.
    #[must_use]
    pub fn updates(&self) -> u64 {
        self.updates
    }

    /// What the newest sample did; nothing before the first.
    #[must_use]
    pub fn last(&self) -> Option<SampleStep> {
        self.last
    }

    /// What is certain of the future.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        if self.weights.outputs() == self.table {
            Verdict::Converged
        } else if let Some(Round { first, again }) = self.round {
            Verdict::Cycles { first: first.updates, again: again.updates }
        } else {
            Verdict::Open
        }
    }

    /// Shows the sample in turn.
    pub fn step(&mut self) -> SampleStep {
        let row = self.next_row();
        let error = i64::from(self.table.0[row]) - i64::from(self.weights.outputs().0[row]);
        let before = self.weights;
        let [x1, x2] = ROWS[row];
        let change = self.rate * error;
        let after =
            Weights { w1: before.w1 + change * x1, w2: before.w2 + change * x2, b: before.b + change };
        self.weights = after;
        self.samples += 1;
        self.updates += u64::from(error != 0);
        if self.samples.is_multiple_of(4) {
            self.begin_pass();
        }
        let step = SampleStep { row, error, before, after };
        self.last = Some(step);
        step
    }

    /// Shows `most` samples, or fewer where the verdict comes before that. With the verdict already there
    /// all are shown.
    pub fn run(&mut self, most: u64) {
        if self.verdict() != Verdict::Open {
            return self.advance(most);
        }
        let goal = self.samples + most;
        while self.samples < goal && self.verdict() == Verdict::Open {
            self.step();
        }
    }

    /// Shows `samples` samples, in about no time once they only repeat themselves.
    pub fn advance(&mut self, samples: u64) {
        let goal = self.samples + samples;
        while self.samples < goal {
            self.skip_rounds(goal - self.samples);
            self.step();
        }
    }

    /// Passes over whole rounds that change nothing but the counts, and leaves at least one sample to show.
    fn skip_rounds(&mut self, remaining: u64) {
        let (samples, updates) = match (self.verdict(), self.round) {
            (Verdict::Converged, _) => (4, 0),
            (_, Some(Round { first, again })) => {
                (again.samples - first.samples, again.updates - first.updates)
            }
            _ => return,
        };
        let rounds = (remaining - 1) / samples;
        self.samples += rounds * samples;
        self.updates += rounds * updates;
    }

    fn begin_pass(&mut self) {
        if self.round.is_some() || self.verdict() == Verdict::Converged {
            return;
        }
        let again = Place { samples: self.samples, updates: self.updates };
        if let Some(first) = self.begun.insert(self.weights, again) {
            self.round = Some(Round { first, again });
            self.begun = HashMap::new();
        }
    }
}
