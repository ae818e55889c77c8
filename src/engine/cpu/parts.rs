use chalknet_pool::{MOST_PARTS, Pool};
use std::ops::Range;

/// Multiplications and additions of a part that is worth handing to another core: some microseconds.
const WORTH: usize = 1 << 15;

/// How the rows of an operation (its examples, or an update's inputs or units) are divided into parts: in whole tiles.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    pool: Pool,
    rows: usize,
}

impl Parts {
    /// Divides `rows`, in tiles of `tile` rows which take `work` multiplications and additions each.
    pub fn of(pool: Pool, rows: usize, tile: usize, work: usize) -> Self {
        let (tiles, threads) = (rows.div_ceil(tile), threads(pool));
        // Twice as many parts as threads, where there is enough for that, so that nobody waits for long who is done.
        let parts = if tiles < 8 * threads { threads } else { Self::count(pool) };
        Self { pool, rows: tile * tiles.div_ceil(parts).max(worthwhile(work)) }
    }

    /// The most rows that a part has, be there as many in all or fewer.
    pub fn most_rows(pool: Pool, rows: usize, tile: usize, work: usize) -> usize {
        let tiles = rows.div_ceil(tile);
        tile * tiles.div_ceil(threads(pool)).max(worthwhile(work)).min(tiles)
    }

    /// The most parts that there are.
    pub fn count(pool: Pool) -> usize {
        if pool.threads() == 1 { 1 } else { 2 * threads(pool) }
    }

    /// Rows of each part but the last, which may have fewer.
    pub fn rows(self) -> usize {
        self.rows
    }

    /// Each part's of values in rows of `cols`.
    pub fn share<T>(self, values: &[T], cols: usize) -> impl Iterator<Item = &[T]> {
        self.pool.chunks(values, self.rows * cols)
    }

    /// The same of values that are written.
    pub fn share_mut<T>(self, values: &mut [T], cols: usize) -> impl Iterator<Item = &mut [T]> {
        self.pool.chunks_mut(values, self.rows * cols)
    }

    /// Which of `rows` rows are each part's.
    pub fn ranges(self, rows: usize) -> impl Iterator<Item = Range<usize>> {
        self.pool.ranges(rows, self.rows)
    }

    /// Does the parts.
    pub fn each<T: Send>(self, parts: impl IntoIterator<Item = T>, work: impl Fn(T) + Sync) {
        self.pool.each(parts, work);
    }
}

/// As many as there are parts for.
fn threads(pool: Pool) -> usize {
    pool.threads().min(MOST_PARTS / 2)
}

/// So many tiles at least are a part.
fn worthwhile(work: usize) -> usize {
    WORTH.div_ceil(work.max(1))
}
