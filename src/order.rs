//! In which order training goes through the examples.

use fastrand::Rng;
use std::collections::TryReserveError;

/// Deals out batches, epoch after epoch; every example comes once an epoch.
///
/// Examples may arrive in blocks while training already runs. The first epoch therefore takes the
/// blocks one after the other and shuffles within each; it waits for a block that has not arrived.
/// Later epochs shuffle everything that there is when they begin; what arrives meanwhile comes in the
/// next. So the order depends on the seed alone and never on how fast the examples came.
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Whole epochs done.
    pub epoch: u32,
    /// Examples of the current epoch done.
    pub row: usize,
    /// Where each block of the current epoch ends, ascending, as far as the blocks are known. It has one
    /// block after the first epoch, and none before its first batch.
    pub blocks: Vec<usize>,
}

impl Place {
    /// Whether training can have come here.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let rows = self.blocks.last().copied().unwrap_or(0);
        let has_one_block = self.epoch == 0 || self.blocks.len() == usize::from(self.row > 0);
        self.blocks.is_sorted_by(|a, b| a < b) && self.row <= rows && has_one_block
    }
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

    /// Says how many examples an epoch has. Without it an epoch has those that are there. It counts from
    /// the next epoch on, but none waits for examples that are not expected any more.
    pub fn expect(&mut self, rows: usize) {
        self.expected = Some(rows);
        self.forget_dealt();
    }

    /// Makes room for a block of examples, so that it can be added without fail.
    ///
    /// # Errors
    /// If there is none.
    pub fn reserve(&mut self, rows: usize) -> Result<(), TryReserveError> {
        let all = self.arrived().saturating_add(rows);
        self.dealt.try_reserve_exact(all.saturating_sub(self.dealt.len()))
    }

    /// A block of examples has arrived.
    pub fn add_block(&mut self, rows: usize) {
        self.block_ends.push(self.arrived() + rows);
        self.meet_blocks();
    }

    /// Examples that have arrived.
    #[must_use]
    pub fn arrived(&self) -> usize {
        self.block_ends.last().copied().unwrap_or(0)
    }

    /// Examples in an epoch that begins now.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.expected().unwrap_or_else(|| self.arrived())
    }

    /// Examples that are there count, whatever was expected.
    fn expected(&self) -> Option<usize> {
        self.expected.map(|rows| rows.max(self.arrived()))
    }

    /// Examples in a batch.
    #[must_use]
    pub fn batch(&self) -> usize {
        self.batch
    }

    /// Whether each epoch has another order.
    #[must_use]
    pub fn shuffles(&self) -> bool {
        self.shuffle
    }

    /// Batches in such an epoch.
    #[must_use]
    pub fn batches(&self) -> usize {
        self.rows().div_ceil(self.batch)
    }

    /// How far the batches dealt so far have come.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// Epochs done, with the part of the current one: 1.25.
    #[must_use]
    pub fn epochs(&self) -> f64 {
        let row = self.place.row;
        let part = if row == 0 { 0.0 } else { row as f64 / self.epoch_rows().max(row) as f64 };
        f64::from(self.place.epoch) + part
    }

    /// Goes on from a place that [`Order::place`] gave. The blocks of its epoch are dealt as they were,
    /// in whatever blocks the same examples have arrived here; where some are missing, it waits.
    pub fn go_to(&mut self, place: Place) {
        self.place = place;
        self.forget_dealt();
        self.meet_blocks();
    }

    /// Puts the next batch's rows behind `batch` and says how many they are: 0 when they have not
    /// all arrived.
    pub fn deal(&mut self, batch: &mut Vec<u32>) -> usize {
        // Fewer examples may have come in the end than were expected: then the epoch is over.
        if self.place.row > 0 && self.place.row >= self.epoch_rows() && self.rows() > 0 {
            self.start_next_epoch();
        }
        let rows = self.epoch_rows();
        let start = self.place.row;
        let end = start.saturating_add(self.batch).min(rows);
        self.shuffle_up_to(end, rows);
        let taken = self.dealt.get(start..end).unwrap_or_default();
        if taken.is_empty() {
            return 0;
        }
        batch.extend_from_slice(taken);
        let taken = taken.len();
        if end == rows {
            self.start_next_epoch();
        } else {
            self.place.row = end;
            if self.place.epoch > 0 {
                self.place.blocks.clear();
                self.place.blocks.push(rows);
            }
        }
        taken
    }

    /// Examples in the current epoch.
    fn epoch_rows(&self) -> usize {
        let known = self.place.blocks.last().copied();
        match known {
            _ if self.place.epoch == 0 => self.expected().or(known).unwrap_or(0),
            Some(rows) if rows > self.arrived() => {
                self.expected().map_or(rows, |expected| expected.min(rows))
            }
            Some(rows) => rows,
            None => self.rows(),
        }
    }

    fn start_next_epoch(&mut self) {
        self.place.epoch = self.place.epoch.saturating_add(1);
        self.place.row = 0;
        self.place.blocks.clear();
        self.forget_dealt();
    }

    fn forget_dealt(&mut self) {
        self.dealt.clear();
        self.dealt_blocks = 0;
    }

    /// Blocks belong to the first epoch as they arrive.
    fn meet_blocks(&mut self) {
        if self.place.epoch == 0 {
            let known = self.place.blocks.last().copied().unwrap_or(0);
            self.place.blocks.extend(self.block_ends.iter().filter(|&&end| end > known));
        }
    }

    /// Fills `dealt` up to `end` of the epoch's `rows` examples, or as far as they have arrived.
    fn shuffle_up_to(&mut self, end: usize, rows: usize) {
        while self.dealt.len() < end {
            // After the first epoch everything is one block.
            let block_end = if self.place.epoch == 0 {
                self.place.blocks.get(self.dealt_blocks).copied()
            } else {
                Some(rows)
            };
            let Some(block_end) = block_end.filter(|&end| end <= self.arrived()) else { return };
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
