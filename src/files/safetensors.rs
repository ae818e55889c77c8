use super::json::{Json, quoted};
use super::{configuration, names, shapes};
use crate::engine::reserve;
use crate::trainer::Snapshot;
use std::collections::TryReserveError;
use std::ops::Range;

/// Bytes that a header may have: a network of the most layers takes a tenth.
const MAX_HEADER: usize = 1 << 20;

/// Where a header has what is no tensor.
const METADATA: &str = "__metadata__";

/// What the configuration is called there.
const CONFIGURATION: &str = "chalknet";

impl Snapshot {
    /// As a [safetensors](https://github.com/huggingface/safetensors) file, for Python and others. The tensors are of `F32`
    /// and named by the layer's place in the list; their shapes are those of Keras:
    ///
    /// | layer | `layers.0.kernel` | `layers.0.bias` |
    /// | --- | --- | --- |
    /// | dense | `[inputs, units]` | `[units]` |
    /// | conv2d | `[height, width, inputs, filters]` | `[filters]` |
    ///
    /// In the metadata `chalknet` is the configuration: JSON, with the options that `Trainer.create` takes in JavaScript.
    ///
    /// # Errors
    /// If there is no room for it.
    pub fn to_safetensors(&self) -> Result<Vec<u8>, TryReserveError> {
        let model = &self.config.model;
        let configuration = quoted(&configuration::write(&self.config, &self.frozen));
        let mut header = format!("{{\"{METADATA}\":{{\"{CONFIGURATION}\":{configuration}}}");
        let mut end = 0;
        for layer in 0..model.layers().len() {
            for (name, shape) in names(layer).iter().zip(shapes(model, layer).into_iter().flatten()) {
                let begin = end;
                end += size_of::<f32>() * shape.iter().product::<usize>();
                header += &format!(
                    ",{}:{{\"dtype\":\"F32\",\"shape\":{shape:?},\"data_offsets\":[{begin},{end}]}}",
                    quoted(name)
                );
            }
        }
        header.push('}');
        // Behind it every number is to stand where it can be read in place.
        header += &" ".repeat(header.len().next_multiple_of(8) - header.len());

        let mut bytes = Vec::new();
        // Once for all, for they are many.
        bytes.try_reserve_exact(size_of::<u64>() + header.len() + end)?;
        bytes.extend((header.len() as u64).to_le_bytes());
        bytes.extend(header.bytes());
        for value in self.parameters.iter().flatten() {
            bytes.extend(value.to_le_bytes());
        }
        Ok(bytes)
    }

    /// Reads what [`Snapshot::to_safetensors`] wrote, or another program: the tensors in any order, with other metadata, and
    /// of the configuration no more than `input` and `layers`; the rest is then as `Trainer.create` has it.
    ///
    /// # Errors
    /// If the bytes are no such file, or the tensors are not exactly those of the network, whole and finite.
    pub fn from_safetensors(bytes: &[u8]) -> Result<Self, FileError> {
        let (header, data) = split(bytes).ok_or(FileError::Header)?;
        let Some(Json::Object(mut tensors)) = Json::parse(header) else { return Err(FileError::Header) };
        let (config, frozen) = match tensors.remove(METADATA) {
            Some(Json::Object(metadata)) => {
                if metadata.0.iter().any(|(_, value)| value.text().is_none()) {
                    return Err(FileError::Header);
                }
                let text = metadata.get(CONFIGURATION).and_then(Json::text);
                configuration::read(text.ok_or(FileError::NoConfiguration)?)
                    .map_err(FileError::Configuration)?
            }
            Some(_) => return Err(FileError::Header),
            None => return Err(FileError::NoConfiguration),
        };
        let model = &config.model;
        let mut parameters = vec![Vec::new(); model.layers().len()];
        let mut places = Vec::new();
        for (layer, values) in parameters.iter_mut().enumerate() {
            for (name, shape) in names(layer).into_iter().zip(shapes(model, layer).into_iter().flatten()) {
                match read_tensor(tensors.remove(&name), &shape, data, values) {
                    Ok(place) => places.push(place),
                    Err(problem) => return Err(FileError::Tensor { name, problem }),
                }
            }
        }
        if let Some((name, _)) = tensors.0.pop() {
            return Err(FileError::Tensor { name, problem: TensorProblem::NoLayer });
        }
        if !covers(&places, data.len()) {
            return Err(FileError::Places);
        }
        Ok(Self { config, frozen, parameters })
    }
}

/// The header and what is behind it.
fn split(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok().filter(|&length| length <= MAX_HEADER)?;
    let (header, data) = rest.split_at_checked(length)?;
    Some((str::from_utf8(header).ok()?, data))
}

/// Puts a tensor's numbers behind `values`, and says where among the data they stand.
fn read_tensor(
    entry: Option<Json>,
    shape: &[usize],
    data: &[u8],
    values: &mut Vec<f32>,
) -> Result<Range<usize>, TensorProblem> {
    let Json::Object(entry) = entry.ok_or(TensorProblem::Missing)? else { return Err(TensorProblem::Entry) };
    let [Some(offsets), Some(dtype), Some(found)] =
        ["data_offsets", "dtype", "shape"].map(|name| entry.get(name))
    else {
        return Err(TensorProblem::Entry);
    };
    let sizes = |value: &Json| value.list()?.iter().map(Json::size).collect::<Option<Vec<_>>>();
    if entry.0.len() > 3 {
        return Err(TensorProblem::Entry);
    }
    if dtype.text() != Some("F32") {
        return Err(TensorProblem::Type);
    }
    if sizes(found).is_none_or(|found| found != shape) {
        return Err(TensorProblem::Shape { expected: shape.to_vec() });
    }
    let Some(Ok([begin, end])) = sizes(offsets).map(<[usize; 2]>::try_from) else {
        return Err(TensorProblem::Place);
    };
    let bytes = shape.iter().try_fold(size_of::<f32>(), |bytes, size| bytes.checked_mul(*size));
    let numbers = data.get(begin..end).filter(|numbers| Some(numbers.len()) == bytes);
    let numbers = numbers.ok_or(TensorProblem::Place)?.as_chunks().0;
    let first = values.len();
    reserve(values, numbers.len()).map_err(|_| TensorProblem::Memory)?;
    values.extend(numbers.iter().map(|number| f32::from_le_bytes(*number)));
    let is_finite = values[first..].iter().all(|value| value.is_finite());
    if is_finite { Ok(begin..end) } else { Err(TensorProblem::NotFinite) }
}

/// Whether these places are all of the data, and none is another's.
fn covers(places: &[Range<usize>], length: usize) -> bool {
    let all: usize = places.iter().map(Range::len).sum();
    let overlaps = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
    let is_apart =
        |(at, place): (usize, &Range<usize>)| !places[..at].iter().any(|other| overlaps(place, other));
    all == length && places.iter().enumerate().all(is_apart)
}

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It does not begin with a header as safetensors has it.
    Header,
    /// Nothing in it says what network it is of.
    NoConfiguration,
    /// What says so is not understood.
    Configuration(String),
    /// A tensor that does not belong to that network.
    Tensor {
        /// Its name.
        name: String,
        /// Why not.
        problem: TensorProblem,
    },
    /// The tensors overlap, or there is something between or behind them.
    Places,
}

/// What is wrong with a tensor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TensorProblem {
    /// It is not there.
    Missing,
    /// No layer has it.
    NoLayer,
    /// The header says other things of it than there are to say.
    Entry,
    /// Its numbers are not `F32`.
    Type,
    /// Another shape.
    Shape {
        /// That which its layer has.
        expected: Vec<usize>,
    },
    /// Its offsets do not fit its shape, or lead out of the file.
    Place,
    /// A number in it is infinite or not a number.
    NotFinite,
    /// There is no room for it.
    Memory,
}

impl std::fmt::Display for FileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Header => write!(f, "this is no safetensors file, or its header is damaged"),
            Self::NoConfiguration => {
                write!(f, "the file's metadata must say in {CONFIGURATION:?} what network it is of")
            }
            Self::Configuration(problem) => write!(f, "the file's configuration cannot be used: {problem}"),
            Self::Tensor { name, problem } => write!(f, "the file's tensor {name} {problem}"),
            Self::Places => write!(f, "the file's tensors must follow each other, and fill the file"),
        }
    }
}

impl std::fmt::Display for TensorProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => write!(f, "is missing"),
            Self::NoLayer => write!(f, "belongs to no layer"),
            Self::Entry => write!(f, "must have a dtype, a shape and data_offsets, and nothing else"),
            Self::Type => write!(f, "must have the dtype F32"),
            Self::Shape { expected } => write!(f, "must have the shape {expected:?}"),
            Self::Place => write!(f, "has data_offsets that do not fit it"),
            Self::NotFinite => write!(f, "has numbers that are not finite"),
            Self::Memory => write!(f, "finds no room"),
        }
    }
}

impl std::error::Error for FileError {}
