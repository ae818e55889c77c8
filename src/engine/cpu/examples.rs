use crate::engine::{EngineError, Format, Table, Values};

/// The tables of examples of an engine on the CPU.
#[derive(Default)]
pub(in crate::engine) struct Tables(Vec<Examples>);

/// What a [`Table`] names.
pub(in crate::engine) struct Examples {
    pub inputs: Inputs,    // [rows, features]
    pub targets: Vec<f32>, // [rows, outputs]
}

pub(in crate::engine) enum Inputs {
    Bytes(Vec<u8>),
    Floats(Vec<f32>),
}

impl Tables {
    pub fn add(
        &mut self,
        rows: usize,
        features: usize,
        outputs: usize,
        format: Format,
    ) -> Result<Table, EngineError> {
        let mut examples = Examples {
            inputs: match format {
                Format::Bytes => Inputs::Bytes(Vec::new()),
                Format::Floats => Inputs::Floats(Vec::new()),
            },
            targets: Vec::new(),
        };
        reserve(&mut examples.targets, rows * outputs)?;
        match &mut examples.inputs {
            Inputs::Bytes(bytes) => reserve(bytes, rows * features)?,
            Inputs::Floats(floats) => reserve(floats, rows * features)?,
        }
        self.0.push(examples);
        Ok(Table { id: self.0.len() - 1, features, outputs, format })
    }

    pub fn append(&mut self, table: Table, inputs: Values<'_>, targets: &[f32]) -> Result<(), EngineError> {
        let examples = &mut self.0[table.id];
        match (&mut examples.inputs, inputs) {
            (Inputs::Bytes(all), Values::Bytes(new)) => extend(all, new)?,
            (Inputs::Floats(all), Values::Floats(new)) => extend(all, new)?,
            _ => panic!("the examples do not have the table's format"),
        }
        extend(&mut examples.targets, targets)
    }

    pub fn get(&self, table: Table) -> &Examples {
        &self.0[table.id]
    }
}

fn extend<T: Copy>(values: &mut Vec<T>, new: &[T]) -> Result<(), EngineError> {
    reserve(values, new.len())?;
    values.extend_from_slice(new);
    Ok(())
}

/// Makes room for `more` values, or says that there is none instead of ending the program.
pub(in crate::engine) fn reserve<T>(values: &mut Vec<T>, more: usize) -> Result<(), EngineError> {
    values.try_reserve(more).map_err(|error| EngineError::OutOfMemory(error.to_string()))
}
