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

#[cfg(all(target_arch = "wasm32", not(feature = "workers")))]
mod alone;
#[cfg(any(not(target_arch = "wasm32"), feature = "workers"))]
mod helped;

#[cfg(all(target_arch = "wasm32", not(feature = "workers")))]
pub use alone::Pool;
#[cfg(any(not(target_arch = "wasm32"), feature = "workers"))]
pub use helped::*;

/// The most parts that a loop can have.
pub const MOST_PARTS: usize = 32;
