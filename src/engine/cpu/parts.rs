use chalknet_pool::{MOST_PARTS, Pool};

/// Multiplications and additions of a part that is worth handing to another core: some microseconds.
const WORTH: usize = 1 << 15;

/// How the units of an operation (tiles of examples, panels of a layer's units) are divided into parts.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    pool: Pool,
    /// In each but the last, which may have fewer.
    units: usize,
}

impl Parts {
    /// Divides `units`, each of which takes `work` multiplications and additions.
    pub fn of(pool: Pool, units: usize, work: usize) -> Self {
        let threads = threads(pool);
        // Twice as many parts as threads, where there is enough for that, so that nobody waits for long who is done.
        let parts = if units < 8 * threads { threads } else { 2 * threads };
        Self { pool, units: units.div_ceil(parts).max(WORTH.div_ceil(work.max(1))).min(units).max(1) }
    }

    /// The most units that a part has, be there as many in all or fewer.
    pub fn most(pool: Pool, units: usize, work: usize) -> usize {
        units.div_ceil(threads(pool)).max(WORTH.div_ceil(work.max(1))).min(units).max(1)
    }

    /// The most parts that there are.
    pub fn count(pool: Pool) -> usize {
        2 * threads(pool)
    }

    /// In each part but the last.
    pub fn units(self) -> usize {
        self.units
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
