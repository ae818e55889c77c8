mod shared;
mod sleep;

use shared::Shared;
use std::ops::Range;

/// Who does the parts of a loop. It is a name: a copy has the same helpers, which are there until the program ends.
#[derive(Clone, Copy)]
pub struct Pool {
    shared: &'static Shared,
    threads: usize,
}

/// Of a pool without helpers, and in a browser, where they are workers, of the one pool with them.
static SHARED: Shared = Shared::new();

impl Default for Pool {
    /// Nobody but the thread that asks.
    fn default() -> Self {
        Self { shared: &SHARED, threads: 1 }
    }
}

impl Pool {
    /// So many threads, with the one that asks. Where the system has no thread to give, there are fewer.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn new(threads: usize) -> Self {
        let shared: &'static Shared = Box::leak(Box::new(Shared::new()));
        let help = || std::thread::Builder::new().name("pool".to_owned()).spawn(|| shared.help());
        let helpers = (1..threads).map_while(|_| help().ok()).count();
        Self { shared, threads: helpers + 1 }
    }

    /// So many workers of the browser, with the one that asks: all others have called [`help`].
    #[cfg(target_arch = "wasm32")]
    #[must_use]
    pub fn of_workers(threads: usize) -> Self {
        Self { shared: &SHARED, threads }
    }

    /// How many do the parts of a loop.
    #[must_use]
    pub fn threads(self) -> usize {
        self.threads
    }

    /// Parts of `len` values each, but for the last; where nobody can help, all of them.
    pub fn chunks<T>(self, values: &[T], len: usize) -> impl Iterator<Item = &[T]> {
        values.chunks(len)
    }

    /// The same of values that can be changed.
    pub fn chunks_mut<T>(self, values: &mut [T], len: usize) -> impl Iterator<Item = &mut [T]> {
        values.chunks_mut(len)
    }

    /// Parts of `len` numbers each, but for the last, of those up to `end`.
    pub fn ranges(self, end: usize, len: usize) -> impl Iterator<Item = Range<usize>> {
        (0..end).step_by(len).map(move |first| first..end.min(first + len))
    }

    /// Does `work` on each of the parts, and returns when all of them are done. Which thread does a part, and when, is
    /// not to be foreseen.
    ///
    /// # Panics
    /// If there are more than [`MOST_PARTS`](crate::MOST_PARTS) parts and helpers, and if the work on one of them panics.
    pub fn each<T: Send>(self, parts: impl IntoIterator<Item = T>, work: impl Fn(T) + Sync) {
        let mut parts = parts.into_iter();
        // A second loop at the same time, or one within another, has no helpers.
        if self.threads == 1 || !self.shared.each(&mut parts, &work) {
            parts.for_each(work);
        }
    }
}

/// Makes the worker that calls this a helper; it does not return.
#[cfg(target_arch = "wasm32")]
pub fn help() {
    SHARED.help();
}
