//! What the threads of a pool share.
#![expect(
    unsafe_code,
    reason = "threads that outlive a loop work on what it has borrowed; `each` does not return before they are done"
)]

use super::sleep::{wait, wake_all};
use crate::MOST_PARTS;
use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::sync::atomic::{
    AtomicBool, AtomicU32,
    Ordering::{AcqRel, Acquire, Relaxed, Release},
};

/// How often one looks before sleeping: for some microseconds, which is longer than it is from one loop of a step to the
/// next. Natively a look is longer, for the processor is told that it is one.
const LOOKS: u32 = if cfg!(target_arch = "wasm32") { 20_000 } else { 1000 };

/// One loop at a time, and how far it has come.
pub(super) struct Shared {
    /// The loop's parts, and above them how many of these were taken.
    ticket: AtomicU32,
    /// Parts that are not done.
    left: AtomicU32,
    /// Whether a loop has the helpers.
    is_taken: AtomicBool,
    /// Whether the work on a part has panicked.
    is_broken: AtomicBool,
    job: UnsafeCell<Job>,
}

/// Taken parts are counted from this place of the ticket on.
const TAKEN: u32 = 16;

/// A loop, without its types.
#[derive(Clone, Copy)]
struct Job {
    /// The [`Loop`].
    of: *const (),
    /// Does one of its parts.
    work: unsafe fn(*const (), usize),
}

/// A loop, as it lies on the stack of the thread that asks.
struct Loop<T, W> {
    parts: [UnsafeCell<Option<T>>; MOST_PARTS],
    work: W,
}

// SAFETY: `job` is written only by the thread that has set `is_taken`, and only while no part is left; it is read only by
// threads that have taken a part which is not done.
unsafe impl Sync for Shared {}

impl Shared {
    pub const fn new() -> Self {
        const fn nothing(_: *const (), _: usize) {}
        Self {
            ticket: AtomicU32::new(0),
            left: AtomicU32::new(0),
            is_taken: AtomicBool::new(false),
            is_broken: AtomicBool::new(false),
            job: UnsafeCell::new(Job { of: std::ptr::null(), work: nothing }),
        }
    }

    /// Does `work` on each of the parts together with the helpers; `false`, and nothing is done, where another loop has them.
    pub fn each<T: Send, W: Fn(T) + Sync>(&self, parts: &mut impl Iterator<Item = T>, work: &W) -> bool {
        if self.is_taken.swap(true, Acquire) {
            return false;
        }
        let end = End(self);
        let mut count = 0;
        let of = Loop {
            parts: std::array::from_fn(|_| {
                let part = parts.next();
                count += u32::from(part.is_some());
                UnsafeCell::new(part)
            }),
            work,
        };
        assert!(parts.next().is_none(), "a loop has more parts than it may");
        let job = Job { of: (&raw const of).cast(), work: do_part::<T, &W> };
        // SAFETY: no part is left of the loop before, whose end was waited for, and this one alone has been given the turn.
        unsafe { *self.job.get() = job };
        self.left.store(count, Relaxed);
        self.ticket.store(count, Release);
        wake_all(&self.ticket);
        while self.do_next() {}
        drop(end);
        assert!(!self.is_broken.swap(false, Relaxed), "the work on a part has panicked");
        true
    }

    /// Helps with every loop that comes.
    pub fn help(&self) {
        loop {
            if self.do_next() {
                continue;
            }
            let ticket = self.ticket.load(Acquire);
            if !is_open(ticket) && !self.looks_until(|| self.ticket.load(Relaxed) != ticket) {
                wait(&self.ticket, ticket);
            }
        }
    }

    /// Takes a part and does it; `false` where none is to be had.
    fn do_next(&self) -> bool {
        let take = |ticket| is_open(ticket).then_some(ticket + (1 << TAKEN));
        let Ok(ticket) = self.ticket.fetch_update(AcqRel, Acquire, take) else { return false };
        // SAFETY: a part of the loop was taken and is not done, so that the job is not written.
        let job = unsafe { *self.job.get() };
        let done = Done(self);
        // SAFETY: the loop lies where it did until its last part is done, and nobody else has taken this one.
        unsafe { (job.work)(job.of, taken_of(ticket) as usize) };
        drop(done);
        true
    }

    /// Takes what nobody has begun, not to be done.
    fn give_up_the_rest(&self) {
        let ticket = self.ticket.swap(0, AcqRel);
        if is_open(ticket) {
            self.left.fetch_sub(parts_of(ticket) - taken_of(ticket), AcqRel);
        }
    }

    /// Waits until no part is left.
    fn wait_for_the_others(&self) {
        while !self.looks_until(|| self.left.load(Acquire) == 0) {
            let left = self.left.load(Acquire);
            if left > 0 {
                wait(&self.left, left);
            }
        }
    }

    /// Whether it has come while one was looking.
    fn looks_until(&self, has_come: impl Fn() -> bool) -> bool {
        (0..LOOKS).any(|_| {
            spin_loop();
            has_come()
        })
    }
}

const fn taken_of(ticket: u32) -> u32 {
    ticket >> TAKEN
}

const fn parts_of(ticket: u32) -> u32 {
    ticket & ((1 << TAKEN) - 1)
}

/// Whether a part can be taken.
const fn is_open(ticket: u32) -> bool {
    taken_of(ticket) < parts_of(ticket)
}

/// Ends a loop, also where a part of it panics: what it has borrowed is in use until then.
struct End<'a>(&'a Shared);

impl Drop for End<'_> {
    fn drop(&mut self) {
        let Self(shared) = self;
        if std::thread::panicking() {
            shared.give_up_the_rest();
            // It goes on by itself.
            shared.is_broken.store(false, Relaxed);
        }
        shared.wait_for_the_others();
        shared.is_taken.store(false, Release);
    }
}

/// Counts a part as done, also where the work on it has panicked: nobody waits for it in vain.
struct Done<'a>(&'a Shared);

impl Drop for Done<'_> {
    fn drop(&mut self) {
        let Self(shared) = self;
        if std::thread::panicking() {
            shared.is_broken.store(true, Relaxed);
        }
        if shared.left.fetch_sub(1, AcqRel) == 1 {
            wake_all(&shared.left);
        }
    }
}

/// Does a part of the loop that `of` points to.
///
/// # Safety
/// There is such a loop, with parts of `T` and work `W`, and nobody else has taken this part.
unsafe fn do_part<T, W: Fn(T)>(of: *const (), part: usize) {
    // SAFETY: it is there, says the caller.
    let of = unsafe { &*of.cast::<Loop<T, W>>() };
    // SAFETY: the part is nobody else's, says the caller.
    let part = unsafe { &mut *of.parts[part].get() };
    part.take().into_iter().for_each(&of.work);
}
