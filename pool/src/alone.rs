use std::ops::Range;

/// Who does the parts of a loop: nobody but the thread that asks.
#[derive(Clone, Copy, Default)]
pub struct Pool(());

impl Pool {
    /// How many do the parts of a loop.
    #[must_use]
    pub const fn threads(self) -> usize {
        1
    }

    /// All of the values: one part.
    pub fn chunks<T>(self, values: &[T], _: usize) -> impl Iterator<Item = &[T]> {
        std::iter::once(values)
    }

    /// All of the values: one part.
    pub fn chunks_mut<T>(self, values: &mut [T], _: usize) -> impl Iterator<Item = &mut [T]> {
        std::iter::once(values)
    }

    /// All of the numbers up to `end`: one part.
    pub fn ranges(self, end: usize, _: usize) -> impl Iterator<Item = Range<usize>> {
        std::iter::once(0..end)
    }

    /// Does `work` on the part that there is.
    pub fn each<T>(self, parts: impl IntoIterator<Item = T>, work: impl Fn(T)) {
        // A loop over a single part would be compiled as a loop.
        if let Some(part) = parts.into_iter().next() {
            work(part);
        }
    }
}
