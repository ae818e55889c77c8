//! Examples to learn from: inputs, and the target that belongs to each.

#[cfg(feature = "lesson")]
pub mod letters;
#[cfg(feature = "lesson")]
pub mod planar;

use std::collections::TryReserveError;

/// The inputs of all examples, row by row: `[rows, features]`.
#[derive(Clone, Debug, PartialEq)]
pub enum Inputs {
    /// Each byte stands for itself divided by 255, as pictures have it.
    Bytes(Vec<u8>),
    /// Numbers as they are.
    Floats(Vec<f32>),
}

impl Inputs {
    /// How many numbers.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Bytes(values) => values.len(),
            Self::Floats(values) => values.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether none is infinite or not a number.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        match self {
            Self::Bytes(_) => true,
            Self::Floats(values) => values.iter().all(|value| value.is_finite()),
        }
    }

    /// The numbers `first .. first + count`, as many of them as there are, as a network is given them.
    ///
    /// # Errors
    /// If there is no room for them.
    pub fn numbers(&self, first: usize, count: usize) -> Result<Vec<f32>, TryReserveError> {
        let part = first..self.len().min(first.saturating_add(count));
        let mut numbers = Vec::new();
        numbers.try_reserve_exact(part.len())?;
        match self {
            Self::Bytes(values) => numbers.extend(values[part].iter().map(|&byte| f32::from(byte) / 255.0)),
            Self::Floats(values) => numbers.extend_from_slice(&values[part]),
        }
        Ok(numbers)
    }
}

/// The width of an example and of its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Numbers in an input.
    pub features: usize,
    /// Numbers in a target: the number of classes where the targets are classes.
    pub outputs: usize,
}

/// Examples that have been checked: every row is whole and every number finite.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    inputs: Inputs,    // [rows, features]
    targets: Vec<f32>, // [rows, outputs]
    shape: Shape,
}

impl Dataset {
    /// Examples whose targets are classes, counted from 0. A target is 1 at its class, 0 elsewhere; a
    /// single output tells two classes apart, and its target is the class itself.
    ///
    /// # Errors
    /// If `inputs` is not one row of `features` a label, holds a number that is not finite, a label
    /// is no class, or there is no room for the targets.
    pub fn classes(
        inputs: Inputs,
        labels: &[impl Copy + Into<i64>],
        shape: Shape,
    ) -> Result<Self, DatasetError> {
        let classes = shape.outputs.max(2);
        let len = labels.len().checked_mul(shape.outputs).ok_or(DatasetError::Memory)?;
        let mut targets = Vec::new();
        targets.try_reserve_exact(len).map_err(|_| DatasetError::Memory)?;
        targets.resize(len, 0.0);
        for (row, &label) in labels.iter().enumerate() {
            let label = label.into();
            let class = usize::try_from(label).ok().filter(|&class| class < classes);
            let class = class.ok_or(DatasetError::Label { row, label, classes })?;
            if shape.outputs == 1 {
                targets[row] = class as f32;
            } else {
                targets[row * shape.outputs + class] = 1.0;
            }
        }
        Self::new(inputs, targets, shape)
    }

    /// Examples with any targets, `[rows, outputs]` row by row.
    ///
    /// # Errors
    /// If the two do not have the same number of whole rows or hold a number that is not finite.
    pub fn new(inputs: Inputs, targets: Vec<f32>, shape: Shape) -> Result<Self, DatasetError> {
        let rows = whole_rows(Part::Targets, targets.len(), shape.outputs)?;
        if whole_rows(Part::Inputs, inputs.len(), shape.features)? != rows {
            return Err(DatasetError::Rows { inputs: inputs.len() / shape.features, targets: rows });
        }
        if !inputs.is_finite() || !targets.iter().all(|value| value.is_finite()) {
            return Err(DatasetError::NotFinite);
        }
        Ok(Self { inputs, targets, shape })
    }

    /// How many examples.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.targets.len() / self.shape.outputs
    }

    /// The inputs, `[rows, features]`.
    #[must_use]
    pub fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// The targets, `[rows, outputs]`.
    #[must_use]
    pub fn targets(&self) -> &[f32] {
        &self.targets
    }

    /// The width of the rows.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.shape
    }
}

fn whole_rows(part: Part, values: usize, width: usize) -> Result<usize, DatasetError> {
    if width == 0 || !values.is_multiple_of(width) {
        return Err(DatasetError::Width { part, values, width });
    }
    Ok(values / width)
}

/// What an example is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What the network is given.
    Inputs,
    /// What it is to answer.
    Targets,
}

/// What is wrong with a set of examples.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatasetError {
    /// The values do not make whole rows.
    Width {
        /// Which.
        part: Part,
        /// How many values there are.
        values: usize,
        /// How many make a row.
        width: usize,
    },
    /// There are not as many inputs as targets.
    Rows {
        /// Rows of inputs.
        inputs: usize,
        /// Rows of targets.
        targets: usize,
    },
    /// A label that is no class.
    Label {
        /// Where it stands.
        row: usize,
        /// What stands there.
        label: i64,
        /// How many classes there are.
        classes: usize,
    },
    /// An input or a target is infinite or not a number.
    NotFinite,
    /// There is no room for them.
    Memory,
}

impl std::fmt::Display for DatasetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Width { part, values, width } => {
                let name = if *part == Part::Inputs { "inputs" } else { "targets" };
                write!(f, "{values} {name} do not make whole rows of {width}")
            }
            Self::Rows { inputs, targets } => {
                write!(f, "there are inputs of {inputs} rows but targets of {targets}")
            }
            Self::Label { row, label, classes } => {
                write!(f, "the label in row {row} is {label}, but there are only {classes} classes (from 0)")
            }
            Self::NotFinite => write!(f, "an input or a target is infinite or not a number"),
            Self::Memory => write!(f, "there is no room for so many targets"),
        }
    }
}

impl std::error::Error for DatasetError {}
