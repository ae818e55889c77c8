//! Sleeping until a number has changed.

#[cfg(not(target_arch = "wasm32"))]
pub(super) use native::{wait, wake_all};

#[cfg(target_arch = "wasm32")]
pub(super) use browser::{wait, wake_all};

/// All sleepers share a bed: who is woken for nothing sleeps again.
#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::sync::atomic::{AtomicU32, Ordering::Acquire};
    use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

    static BED: Mutex<()> = Mutex::new(());
    static BELL: Condvar = Condvar::new();

    /// Sleeps while the number is `value`, or not at all.
    pub fn wait(number: &AtomicU32, value: u32) {
        let bed = bed();
        if number.load(Acquire) == value {
            drop(BELL.wait(bed));
        }
    }

    /// Wakes all who sleep over the number.
    pub fn wake_all(_: &AtomicU32) {
        drop(bed());
        BELL.notify_all();
    }

    fn bed() -> MutexGuard<'static, ()> {
        // It guards nothing that a panic could leave half done.
        BED.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// By way of JavaScript, for the instructions themselves are not in stable Rust. Only numbers go there: what `wasm-bindgen`
/// keeps of other values is kept once in the memory, and not safe from several workers.
#[cfg(target_arch = "wasm32")]
mod browser {
    use std::sync::atomic::AtomicU32;
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        /// Whoever loads the module gives it these two: `Atomics.wait` and `Atomics.notify` on its memory.
        #[wasm_bindgen(js_name = chalknetWait)]
        fn wait_at(place: usize, value: i32);
        #[wasm_bindgen(js_name = chalknetWake)]
        fn wake_at(place: usize);
    }

    /// Sleeps while the number is `value`, or not at all.
    pub fn wait(number: &AtomicU32, value: u32) {
        wait_at(place(number), value.cast_signed());
    }

    /// Wakes all who sleep over the number.
    pub fn wake_all(number: &AtomicU32) {
        wake_at(place(number));
    }

    /// In numbers, from the beginning of the memory.
    fn place(number: &AtomicU32) -> usize {
        number.as_ptr().addr() / size_of::<u32>()
    }
}
