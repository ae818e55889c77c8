//! Several threads for the parts of one loop.
//!
//! [`Pool::each`] hands out the parts of a loop to whoever is free, the thread that asks among them, and comes back when
//! all of them are done. A helper that the system does not let run costs nothing, for the others take its parts. Between
//! loops helpers look out for the next one for some microseconds, and then sleep.
//!
//! Natively the helpers are threads. In a browser they are workers, each with an instance of its own of the same module
//! over one shared memory: a worker becomes a helper by `help`. What is compiled for a memory that is not shared has no
//! helpers, and does the parts one after the other.
//!
//! All unsafe code of the project is in this crate.

mod shared;
mod sleep;

use shared::Shared;

/// The most parts that a loop can have.
pub const MOST_PARTS: usize = 32;

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
    #[cfg(all(target_arch = "wasm32", feature = "workers"))]
    #[must_use]
    pub fn of_workers(threads: usize) -> Self {
        Self { shared: &SHARED, threads }
    }

    /// How many do the parts of a loop.
    #[must_use]
    pub fn threads(self) -> usize {
        self.threads
    }

    /// Does `work` on each of the parts, and returns when all of them are done. Which thread does a part, and when, is
    /// not to be foreseen.
    ///
    /// # Panics
    /// If there are more than [`MOST_PARTS`] parts and helpers, and if the work on one of them panics.
    pub fn each<T: Send>(self, parts: impl IntoIterator<Item = T>, work: impl Fn(T) + Sync) {
        let mut parts = parts.into_iter();
        // Where nobody ever helps nothing is compiled for it. A second loop at the same time, or one within another, has
        // no helpers, either.
        let has_helpers = cfg!(any(not(target_arch = "wasm32"), feature = "workers")) && self.threads > 1;
        if !has_helpers || !self.shared.each(&mut parts, &work) {
            parts.for_each(work);
        }
    }
}

/// Makes the worker that calls this a helper; it does not return.
#[cfg(all(target_arch = "wasm32", feature = "workers"))]
pub fn help() {
    SHARED.help();
}
