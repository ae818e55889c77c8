use crate::engine::{EngineError, Format, Table, Values, product, reserve};

/// The tables of examples of an engine on the CPU.
#[derive(Default)]
pub(in crate::engine) struct Tables(Vec<CpuTable>);

/// What a [`Table`] names.
pub(in crate::engine) struct CpuTable {
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
        let mut examples = CpuTable {
            inputs: match format {
                Format::Bytes => Inputs::Bytes(Vec::new()),
                Format::Floats => Inputs::Floats(Vec::new()),
            },
            targets: Vec::new(),
        };
        reserve(&mut examples.targets, product([rows, outputs])?)?;
        match &mut examples.inputs {
            Inputs::Bytes(bytes) => reserve(bytes, product([rows, features])?)?,
            Inputs::Floats(floats) => reserve(floats, product([rows, features])?)?,
        }
        self.0.push(examples);
        Ok(Table { id: self.0.len() - 1, features, outputs, format })
    }

    pub fn append(&mut self, table: Table, inputs: Values<'_>, targets: &[f32]) -> Result<(), EngineError> {
        let examples = &mut self.0[table.id];
        // First there is room for both, so that never one of them has come alone.
        reserve(&mut examples.targets, targets.len())?;
        match (&mut examples.inputs, inputs) {
            (Inputs::Bytes(all), Values::Bytes(new)) => extend(all, new)?,
            (Inputs::Floats(all), Values::Floats(new)) => extend(all, new)?,
            _ => panic!("the examples do not have the table's format"),
        }
        examples.targets.extend_from_slice(targets);
        Ok(())
    }

    pub fn get(&self, table: Table) -> &CpuTable {
        &self.0[table.id]
    }
}

fn extend<T: Copy>(values: &mut Vec<T>, new: &[T]) -> Result<(), EngineError> {
    reserve(values, new.len())?;
    values.extend_from_slice(new);
    Ok(())
}
