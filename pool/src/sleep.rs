//! Sleeping until a number has changed.

#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::{wait, wake_all};

#[cfg(all(target_arch = "wasm32", target_feature = "atomics"))]
pub(crate) use browser::{wait, wake_all};

#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
pub(crate) use alone::{wait, wake_all};

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

/// By way of JavaScript: the instructions themselves are not in stable Rust.
#[cfg(all(target_arch = "wasm32", target_feature = "atomics"))]
mod browser {
    use js_sys::{Atomics, Int32Array, WebAssembly::Memory};
    use std::sync::atomic::AtomicU32;
    use wasm_bindgen::JsCast;

    /// Sleeps while the number is `value`, or not at all.
    pub fn wait(number: &AtomicU32, value: u32) {
        // A thread that must not sleep goes on looking.
        let _ = Atomics::wait(&memory(), place(number), value.cast_signed());
    }

    /// Wakes all who sleep over the number.
    pub fn wake_all(number: &AtomicU32) {
        let _ = Atomics::notify(&memory(), place(number));
    }

    fn memory() -> Int32Array {
        Int32Array::new(&wasm_bindgen::memory().unchecked_into::<Memory>().buffer())
    }

    fn place(number: &AtomicU32) -> u32 {
        (number.as_ptr().addr() / size_of::<u32>()) as u32
    }
}

/// Where nobody helps, nobody sleeps.
#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
mod alone {
    use std::sync::atomic::AtomicU32;

    pub const fn wait(_: &AtomicU32, _: u32) {}

    pub const fn wake_all(_: &AtomicU32) {}
}
