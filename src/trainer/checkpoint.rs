use super::Place;

/// What a network has learnt and where its training stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Checkpoint {
    pub(super) updates: u32,
    pub(super) place: Place,
    /// For each layer its parameters and then the optimizer's slots, each `[inputs + 1, outputs]`.
    pub(super) tensors: Vec<Vec<f32>>,
}

/// Stands at the beginning, so that other files are not taken for a checkpoint. The digit is the
/// format's version.
const MAGIC: &[u8; 8] = b"chalknt1";

impl Checkpoint {
    /// As bytes, all numbers little-endian: the magic, then as `u32` the updates, the epoch, the
    /// row within it, the number of tensors and the length of each, then the tensors as `f32`.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        let lengths = self.tensors.iter().map(Vec::len);
        let header =
            [self.place.row, self.tensors.len()].into_iter().chain(lengths).map(|number| number as u32);
        for number in [self.updates, self.place.epoch].into_iter().chain(header) {
            bytes.extend(number.to_le_bytes());
        }
        bytes.extend(self.tensors.iter().flatten().flat_map(|value| value.to_le_bytes()));
        bytes
    }

    /// Reads what [`Checkpoint::to_bytes`] wrote.
    ///
    /// # Errors
    /// If the bytes are cut, too many or something else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CheckpointError> {
        let words = bytes.strip_prefix(MAGIC).ok_or(CheckpointError::Damaged)?;
        let (words, []) = words.as_chunks::<4>() else { return Err(CheckpointError::Damaged) };
        let (header, rest) = words.split_at_checked(4).ok_or(CheckpointError::Damaged)?;
        let number = |word: &[u8; 4]| u32::from_le_bytes(*word);
        let lengths = number(&header[3]) as usize;
        let (lengths, mut rest) = rest.split_at_checked(lengths).ok_or(CheckpointError::Damaged)?;
        let mut tensors = Vec::new();
        for length in lengths {
            let (values, others) =
                rest.split_at_checked(number(length) as usize).ok_or(CheckpointError::Damaged)?;
            tensors.push(values.iter().map(|word| f32::from_le_bytes(*word)).collect());
            rest = others;
        }
        if !rest.is_empty() {
            return Err(CheckpointError::Damaged);
        }
        let place = Place { epoch: number(&header[1]), row: number(&header[2]) as usize };
        Ok(Self { updates: number(&header[0]), place, tensors })
    }
}

/// Why a checkpoint cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckpointError {
    /// The bytes are not a whole checkpoint.
    Damaged,
    /// It is of a network with other layers or another optimizer.
    OtherNetwork,
}

impl std::fmt::Display for CheckpointError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Damaged => write!(f, "the checkpoint is damaged or no checkpoint at all"),
            Self::OtherNetwork => write!(f, "the checkpoint is of another network or optimizer"),
        }
    }
}

impl std::error::Error for CheckpointError {}
