//! Pictures, and the windows that move over them.

/// The size of a picture, `[height, width, channels]` row by row, as in Keras.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Rows of pixels.
    pub height: usize,
    /// Pixels in a row.
    pub width: usize,
    /// Numbers in a pixel.
    pub channels: usize,
}

impl Picture {
    /// Numbers in all; as many as there can be where there are more.
    #[must_use]
    pub fn numbers(self) -> usize {
        self.pixels().saturating_mul(self.channels)
    }

    /// Pixels in all.
    #[must_use]
    pub fn pixels(self) -> usize {
        self.height.saturating_mul(self.width)
    }
}

/// What a convolution does at the edges of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Padding {
    /// There are zeros around the picture, so that the result is as large; where the kernel's size is
    /// even, one more below and to the right.
    Same,
    /// The kernel stays inside the picture, so that the result is smaller.
    Valid,
}

impl Padding {
    /// Both, for tests and menus.
    pub const ALL: [Self; 2] = [Self::Same, Self::Valid];

    /// Its place in [`Padding::ALL`].
    #[must_use]
    pub fn place(self) -> usize {
        self as usize
    }

    /// As people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        ["same", "valid"][self.place()]
    }
}

/// How a square kernel moves over a picture, pixel by pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Convolution {
    /// What it is given.
    pub input: Picture,
    /// What it makes; a channel for each filter.
    pub output: Picture,
    /// Rows and columns of the kernel.
    pub kernel: usize,
    /// Rows of zeros above the picture, and columns to its left.
    pub before: usize,
}

impl Convolution {
    /// Nothing where a kernel that must stay inside is larger than the picture.
    #[must_use]
    pub fn new(input: Picture, filters: usize, kernel: usize, padding: Padding) -> Option<Self> {
        let (beyond, before) = match padding {
            Padding::Same => (0, (kernel - 1) / 2),
            Padding::Valid => (kernel - 1, 0),
        };
        let shorter = |side: usize| side.checked_sub(beyond).filter(|side| *side > 0);
        let (height, width) = (shorter(input.height)?, shorter(input.width)?);
        Some(Self { input, output: Picture { height, width, channels: filters }, kernel, before })
    }

    /// Numbers of the picture under the kernel, and so weights of a filter.
    #[must_use]
    pub fn inputs(self) -> usize {
        self.kernel * self.kernel * self.input.channels
    }

    /// The convolution by which a gradient goes back: over the gradient of the output, with the kernel
    /// turned by half a turn.
    #[must_use]
    pub fn backward(self) -> Self {
        let Self { input, output, kernel, before } = self;
        Self { input: output, output: input, kernel, before: kernel - 1 - before }
    }
}

/// How a picture is made smaller: of each square of pixels that touch no other, the largest number
/// of each channel is kept. Pixels at the right and below that fill no square are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pooling {
    /// What it is given.
    pub input: Picture,
    /// Rows and columns of a square.
    pub size: usize,
}

impl Pooling {
    /// Nothing where the picture has no whole square.
    #[must_use]
    pub fn new(input: Picture, size: usize) -> Option<Self> {
        (size <= input.height && size <= input.width).then_some(Self { input, size })
    }

    /// What it makes.
    #[must_use]
    pub fn output(self) -> Picture {
        let Self { input: Picture { height, width, channels }, size } = self;
        Picture { height: height / size, width: width / size, channels }
    }
}
