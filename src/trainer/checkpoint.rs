use crate::activation::Activation;
use crate::checksum::fnv1a;
use crate::model::{Input, Layer, Model};
use crate::optimizer::Optimizer;
use crate::order::Place;
use crate::picture::{Padding, Picture};
use std::collections::TryReserveError;

/// What a network has learnt and where its training stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint {
    pub(super) origin: Origin,
    pub(super) updates: u64,
    pub(super) place: Place,
    /// For each layer its parameters and then the optimizer's slots, each `[inputs + 1, outputs]`.
    pub(super) tensors: Vec<Vec<f32>>,
}

/// What kind of trainer a checkpoint is of, and fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// The network.
    pub model: Model,
    /// The optimizer's name.
    pub optimizer: &'static str,
}

impl Origin {
    /// How many numbers each tensor of such a checkpoint has.
    fn lengths(&self) -> impl Iterator<Item = Option<usize>> {
        let slots = Optimizer::ALL.iter().find(|optimizer| optimizer.name() == self.optimizer);
        let copies = 1 + slots.map_or(0, |optimizer| optimizer.slots());
        let layers = (0..self.model.layers().len()).filter_map(|layer| self.model.parameters_of(layer));
        layers.flat_map(move |[rows, cols]| std::iter::repeat_n(rows.checked_mul(cols), copies))
    }
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.model.input() {
            Input::Numbers(numbers) => write!(f, "{numbers}")?,
            Input::Picture(Picture { height, width, channels }) => write!(f, "{height}x{width}x{channels}")?,
        }
        for layer in self.model.layers() {
            match layer {
                Layer::Dense { units, .. } => write!(f, "-{units}")?,
                Layer::Conv2d { filters, kernel, padding, .. } => {
                    write!(f, "-{filters} of {kernel}x{kernel} {}", padding.name())?;
                }
                Layer::MaxPool { size } => write!(f, "-pool {size}")?,
                // In whole per cent: what writes any number exactly is a twentieth of the package.
                Layer::Dropout { rate } => write!(f, "-dropout {}%", (100.0 * rate).round() as u32)?,
            }
            if matches!(layer, Layer::Dense { .. } | Layer::Conv2d { .. }) {
                write!(f, " {}", layer.activation().name())?;
            }
        }
        write!(f, ", {}", self.optimizer)
    }
}

/// Stands at the beginning, so that other files are not taken for a checkpoint.
const MAGIC: &[u8; 7] = b"chalknt";

/// Steps done at most, which JavaScript counts exactly.
const MAX_UPDATES: u64 = 1 << 53;

/// The format's version, behind the magic.
const VERSION: u8 = b'3';

impl Checkpoint {
    /// The network and the optimizer that it is of.
    #[must_use]
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Steps done.
    #[must_use]
    pub fn step(&self) -> u64 {
        self.updates
    }

    /// As bytes, all numbers little-endian and `u32` unless said otherwise: the magic and the version (8
    /// bytes); height, width and channels of the input, or 0, 0 and its numbers; the number of layers, and
    /// five words of each; the optimizer; the updates (`u64`), the epoch and the row within it; the number of
    /// the epoch's blocks and the end of each; the tensors as `f32`; and the [`fnv1a`] sum of all this (`u64`).
    /// Activation, padding and optimizer are their places in [`Activation::ALL`], [`Padding::ALL`] and
    /// [`Optimizer::ALL`].
    ///
    /// # Errors
    /// If there is no room for them.
    pub fn to_bytes(&self) -> Result<Vec<u8>, TryReserveError> {
        let Self { origin: Origin { model, optimizer }, updates, place, tensors } = self;
        let optimizer = Optimizer::ALL.iter().position(|other| other.name() == *optimizer);
        let mut header = match model.input() {
            Input::Numbers(numbers) => vec![0, 0, numbers],
            Input::Picture(Picture { height, width, channels }) => vec![height, width, channels],
        };
        header.push(model.layers().len());
        header.extend(model.layers().iter().flat_map(|layer| words_of(*layer)));
        header.extend([optimizer.unwrap_or(0), *updates as u32 as usize, (updates >> 32) as usize]);
        header.extend([place.epoch as usize, place.row, place.blocks.len()]);
        header.extend(&place.blocks);

        let mut bytes = MAGIC.to_vec();
        bytes.push(VERSION);
        for number in header {
            bytes.extend((number as u32).to_le_bytes());
        }
        // Once for all, for they are many.
        bytes.try_reserve_exact(4 * tensors.iter().map(Vec::len).sum::<usize>() + size_of::<u64>())?;
        for value in tensors.iter().flatten() {
            bytes.extend(value.to_le_bytes());
        }
        bytes.extend(fnv1a(&bytes).to_le_bytes());
        Ok(bytes)
    }

    /// Reads what [`Checkpoint::to_bytes`] wrote.
    ///
    /// # Errors
    /// If the bytes are cut, too many, changed or something else, or there is no room for what is in them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CheckpointError> {
        match bytes.strip_prefix(MAGIC) {
            Some([VERSION, ..]) => {
                // Asked for at once what the tensors will take, which is as much as they take here.
                let room = Vec::<u8>::new().try_reserve_exact(bytes.len());
                room.map_err(|_| CheckpointError::Memory)?;
                Self::read(bytes).ok_or(CheckpointError::Damaged)
            }
            Some([version @ b'0'..=b'9', ..]) => Err(CheckpointError::Version(char::from(*version))),
            _ => Err(CheckpointError::Damaged),
        }
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (content, sum) = bytes.split_last_chunk()?;
        if fnv1a(content) != u64::from_le_bytes(*sum) {
            return None;
        }
        let (words, []) = content.as_chunks() else { return None };
        let mut words = Words(words.get(2..)?);
        let input = match [words.number()?, words.number()?, words.number()?] {
            [0, 0, numbers] => Input::Numbers(numbers),
            [height, width, channels] => Input::Picture(Picture { height, width, channels }),
        };
        // Each layer is there in full before room is made for it.
        let layers = words.take_counted(LAYER_WORDS)?.as_chunks().0.iter();
        let layers: Option<Vec<_>> =
            layers.map(|words| read_layer(words.map(|word| number(&word)))).collect();
        let model = Model::new(input, &layers?).ok()?;
        let optimizer = Optimizer::ALL.get(words.number()?)?.name();
        let origin = Origin { model, optimizer };
        let updates = words.number()? as u64 | (words.number()? as u64) << 32;
        let (epoch, row) = (words.number()? as u32, words.number()?);
        let blocks: Vec<_> = words.take_counted(1)?.iter().map(number).collect();
        let mut tensors = Vec::new();
        for length in origin.lengths() {
            let values = words.take(length?)?;
            tensors.push(values.iter().map(|word| f32::from_le_bytes(*word)).collect());
        }
        let place = Place { epoch, row, blocks };
        let is_whole = words.0.is_empty() && updates <= MAX_UPDATES && place.is_sound();
        is_whole.then_some(Self { origin, updates, place, tensors })
    }
}

/// Words that a checkpoint has of each layer: its kind, and what is to be known of that kind.
const LAYER_WORDS: usize = 5;

fn words_of(layer: Layer) -> [usize; LAYER_WORDS] {
    match layer {
        Layer::Dense { units, activation } => [0, units, activation.place(), 0, 0],
        Layer::Conv2d { filters, kernel, padding, activation } => {
            [1, filters, activation.place(), kernel, padding.place()]
        }
        Layer::MaxPool { size } => [2, size, 0, 0, 0],
        Layer::Dropout { rate } => [3, rate.to_bits() as usize, 0, 0, 0],
    }
}

fn read_layer(words: [usize; LAYER_WORDS]) -> Option<Layer> {
    let [kind, first, activation, kernel, padding] = words;
    let activation = *Activation::ALL.get(activation)?;
    let padding = *Padding::ALL.get(padding)?;
    let layer = match kind {
        0 => Layer::Dense { units: first, activation },
        1 => Layer::Conv2d { filters: first, kernel, padding, activation },
        2 => Layer::MaxPool { size: first },
        3 => Layer::Dropout { rate: f32::from_bits(first as u32) },
        _ => return None,
    };
    // Words that it has no use for are zeros.
    (words_of(layer) == words).then_some(layer)
}

fn number(word: &[u8; 4]) -> usize {
    u32::from_le_bytes(*word) as usize
}

/// Words that are left to read.
struct Words<'a>(&'a [[u8; 4]]);

impl<'a> Words<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [[u8; 4]]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<usize> {
        self.take(1).map(|words| number(&words[0]))
    }

    /// A count, and so many times `each` words.
    fn take_counted(&mut self, each: usize) -> Option<&'a [[u8; 4]]> {
        let count = self.number()?.checked_mul(each)?;
        self.take(count)
    }
}

/// Why a checkpoint cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckpointError {
    /// The bytes are not a whole checkpoint, or were changed.
    Damaged,
    /// It has the format of another version.
    Version(char),
    /// It is of a network with other layers or another optimizer.
    Other {
        /// What it is of.
        found: Box<Origin>,
        /// What it would have to be of.
        expected: Box<Origin>,
    },
    /// A number in it is infinite or not a number.
    NotFinite,
    /// There is no room for it.
    Memory,
}

impl std::fmt::Display for CheckpointError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Damaged => write!(f, "the checkpoint is damaged or no checkpoint at all"),
            Self::Version(version) => write!(f, "the checkpoint has the format of version {version}"),
            Self::Other { found, expected } => {
                write!(f, "the checkpoint is of another network or optimizer: {found}; this is {expected}")
            }
            Self::NotFinite => write!(f, "the checkpoint is of a run whose numbers were not finite any more"),
            Self::Memory => write!(f, "the checkpoint finds no room"),
        }
    }
}

impl std::error::Error for CheckpointError {}
