use chalknet_pool::{self, Pool};
use std::cell::Cell;
use wasm_bindgen::prelude::*;

thread_local! {
    static THREADS: Cell<usize> = const { Cell::new(1) };
}

/// Divides the steps of all trainers on the CPU that are made from now on among so many workers, with the one that calls
/// this: all others have called [`help`].
#[wasm_bindgen(js_name = setThreads)]
pub fn set_threads(threads: usize) {
    THREADS.set(threads);
}

/// Makes the worker that calls this one that helps. It does not return, and hears no more messages.
#[wasm_bindgen]
pub fn help() {
    chalknet_pool::help();
}

/// Who does a step.
pub(super) fn pool() -> Pool {
    Pool::of_workers(THREADS.get())
}
