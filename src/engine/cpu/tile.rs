//! The innermost loops of the products: a tile of six rows and eight columns whose sums stay in
//! registers while they run along the inner dimension (Goto and van de Geijn, "Anatomy of
//! high-performance matrix multiplication", 2008).
//!
//! Four of five pixels of MNIST are zero, and lie together. So where all rows of a tile are zero at
//! a place of the inner dimension, packing leaves that place out.

use super::panels::PANEL;
use crate::engine::{EngineError, product, reserve};

/// Rows of a tile: its 6 x 8 sums take 12 of the 16 SIMD registers that there are.
pub(super) const TILE_ROWS: usize = 6;

/// The sums of a tile.
pub(super) type Tile = [[f32; PANEL]; TILE_ROWS];

/// The left factor of a product, packed: strips of [`TILE_ROWS`] rows, each with the places of the
/// inner dimension at which not all of them are zero. It is used again in each step, so that no
/// memory is asked for.
#[derive(Default)]
pub(super) struct Strips {
    /// At each place that is left, the numbers of the strip's rows.
    values: Vec<[f32; TILE_ROWS]>,
    /// Which place that is.
    places: Vec<u32>,
    /// Where each strip ends in the two.
    ends: Vec<usize>,
}

/// One strip, to be multiplied.
#[derive(Clone, Copy)]
pub(super) struct Strip<'a> {
    values: &'a [[f32; TILE_ROWS]],
    places: &'a [u32],
}

impl Strips {
    /// Makes room for a matrix of `rows` rows and `inner` columns.
    pub fn make_room(&mut self, rows: usize, inner: usize) -> Result<(), EngineError> {
        let strips = rows.div_ceil(TILE_ROWS);
        let places = product([strips, inner])?;
        self.pack(0, |_| std::iter::empty());
        reserve(&mut self.values, places)?;
        reserve(&mut self.places, places)?;
        reserve(&mut self.ends, strips)
    }

    /// Packs a matrix of `rows` rows. `pack_strip` is given the first row of each strip, and gives
    /// the numbers of its rows at each place in turn; rows that there are not are zero.
    pub fn pack<I: Iterator<Item = [f32; TILE_ROWS]>>(
        &mut self,
        rows: usize,
        pack_strip: impl Fn(usize) -> I,
    ) {
        self.values.clear();
        self.places.clear();
        self.ends.clear();
        for first in (0..rows).step_by(TILE_ROWS) {
            for (place, values) in pack_strip(first).enumerate() {
                if values != [0.0; TILE_ROWS] {
                    self.values.push(values);
                    self.places.push(place as u32);
                }
            }
            self.ends.push(self.places.len());
        }
    }

    /// The strips, from the first row on.
    pub fn iter(&self) -> impl Iterator<Item = Strip<'_>> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts
            .zip(&self.ends)
            .map(|(start, &end)| Strip { values: &self.values[start..end], places: &self.places[start..end] })
    }
}

impl Strip<'_> {
    /// Whether all of it is zero, and so is every product with it.
    pub fn is_zero(self) -> bool {
        self.places.is_empty()
    }

    /// The strip times a panel, `[inner, PANEL]`. The arrays have fixed sizes so that the compiler
    /// keeps `sums` in registers.
    pub fn times(self, panel: &[[f32; PANEL]]) -> Tile {
        let mut sums = Tile::default();
        for (values, &place) in self.values.iter().zip(self.places) {
            add_product(&mut sums, values, &panel[place as usize]);
        }
        sums
    }
}

/// Six rows of a matrix in panels of `panel_len` numbers, beginning `first` numbers into each panel,
/// times a panel, `[inner, PANEL]`, with `inner` a multiple of [`PANEL`]: the weights are read as they lie.
pub(super) fn rows_times(panels: &[f32], panel_len: usize, first: usize, panel: &[[f32; PANEL]]) -> Tile {
    let mut sums = Tile::default();
    for (place, panel) in panel.as_chunks::<PANEL>().0.iter().enumerate() {
        let rows = &panels[place * panel_len + first..][..TILE_ROWS * PANEL];
        let rows = rows.as_chunks::<PANEL>().0;
        for (col, panel_row) in panel.iter().enumerate() {
            let values: [f32; TILE_ROWS] = std::array::from_fn(|row| rows[row][col]);
            add_product(&mut sums, &values, panel_row);
        }
    }
    sums
}

/// Adds a column times a row.
#[inline(always)]
pub(super) fn add_product(sums: &mut Tile, column: &[f32; TILE_ROWS], row: &[f32; PANEL]) {
    for (sums, a) in sums.iter_mut().zip(column) {
        for (sum, b) in sums.iter_mut().zip(row) {
            *sum += a * b;
        }
    }
}
