//! Networks as files: what is written is read back, and what is damaged or hostile is refused.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod mutations;
mod networks;
mod refusals;
mod round_trips;
