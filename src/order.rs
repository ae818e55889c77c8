//! In which order training goes through the examples.

use fastrand::Rng;

/// Deals out batches, epoch after epoch; every example comes once an epoch.
///
/// Examples may arrive in blocks while training already runs. The first epoch therefore takes the
/// blocks one after the other and shuffles within each; it waits for a block that has not arrived.
/// Later epochs shuffle everything. So the order depends on the seed alone and never on how fast
/// the examples came.
#[derive(Clone, Debug)]
pub struct Order {
    batch: usize,
    shuffle: bool,
    seed: u64,
    /// Where each block that has arrived ends.
    block_ends: Vec<usize>,
    /// How many examples there will be, if that is known.
    expected: Option<usize>,
    place: Place,
    /// The order of the current epoch, as far as its blocks have arrived.
    dealt: Vec<u32>,
    /// Blocks that `dealt` holds.
    dealt_blocks: usize,
}

/// How far training has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Whole epochs done.
    pub epoch: u32,
    /// Examples of the current epoch done.
    pub row: usize,
}

impl Order {
    /// Batches of `batch` examples; the last of an epoch may be smaller.
    #[must_use]
    pub fn new(batch: usize, shuffle: bool, seed: u64) -> Self {
        Self {
            batch,
            shuffle,
            seed,
            block_ends: Vec::new(),
            expected: None,
            place: Place::default(),
            dealt: Vec::new(),
            dealt_blocks: 0,
        }
    }

    /// Says how many examples an epoch has. Without it an epoch has those that are there.
    pub fn expect(&mut self, rows: usize) {
        self.expected = Some(rows);
        self.start_epoch_at(self.place);
    }

    /// A block of examples has arrived.
    pub fn add_block(&mut self, rows: usize) {
        self.block_ends.push(self.arrived() + rows);
    }

    /// Examples that have arrived.
    #[must_use]
    pub fn arrived(&self) -> usize {
        self.block_ends.last().copied().unwrap_or(0)
    }

    /// Examples in an epoch.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.expected.unwrap_or_else(|| self.arrived())
    }

    /// Batches in an epoch.
    #[must_use]
    pub fn batches(&self) -> usize {
        self.rows().div_ceil(self.batch)
    }

    /// How far the batches dealt so far have come.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// Epochs done, with the part of the current one: 1.25.
    #[must_use]
    pub fn epochs(&self) -> f64 {
        let part = if self.place.row == 0 { 0.0 } else { self.place.row as f64 / self.rows() as f64 };
        f64::from(self.place.epoch) + part
    }

    /// Goes on from a place that [`Order::place`] gave.
    pub fn go_to(&mut self, place: Place) {
        self.start_epoch_at(place);
    }

    /// Puts the next batch's rows behind `batch` and says how many they are: 0 when they have not
    /// all arrived.
    pub fn deal(&mut self, batch: &mut Vec<u32>) -> usize {
        let rows = self.rows();
        // Fewer examples may have come in the end than were expected: then the epoch is over.
        if rows > 0 && self.place.row >= rows {
            self.start_epoch_at(Place { epoch: self.place.epoch + 1, row: 0 });
        }
        let end = (self.place.row + self.batch).min(rows);
        self.shuffle_up_to(end);
        if end == self.place.row || self.dealt.len() < end {
            return 0;
        }
        let taken = &self.dealt[self.place.row..end];
        batch.extend_from_slice(taken);
        let taken = taken.len();
        let next = if end == rows {
            Place { epoch: self.place.epoch + 1, row: 0 }
        } else {
            Place { row: end, ..self.place }
        };
        if next.epoch == self.place.epoch {
            self.place = next;
        } else {
            self.start_epoch_at(next);
        }
        taken
    }

    fn start_epoch_at(&mut self, place: Place) {
        self.place = place;
        self.dealt.clear();
        self.dealt_blocks = 0;
    }

    /// Fills `dealt` up to `end` examples, or as far as they have arrived.
    fn shuffle_up_to(&mut self, end: usize) {
        let rows = self.rows();
        while self.dealt.len() < end {
            // After the first epoch everything is one block.
            let block_end = if self.place.epoch == 0 {
                self.block_ends.get(self.dealt_blocks).copied()
            } else {
                (self.arrived() >= rows).then_some(rows)
            };
            let Some(block_end) = block_end else { return };
            let start = self.dealt.len();
            self.dealt.extend(start as u32..block_end.min(rows) as u32);
            if self.shuffle {
                let number = u64::from(self.place.epoch) << 32 | self.dealt_blocks as u64;
                Rng::with_seed(mix(self.seed, number)).shuffle(&mut self.dealt[start..]);
            }
            self.dealt_blocks += 1;
        }
    }
}

/// Seeds that differ in one bit must give unrelated orders (the finalizer of `SplitMix64`, Steele et
/// al., 2014).
fn mix(seed: u64, number: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
