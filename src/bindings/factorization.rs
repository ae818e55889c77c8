use super::arguments::{self, Bytes, Number, bytes, number, whole};
use super::error::bad_options;
use super::object;
use crate::factorization::{Factorization, Settings};
use js_sys::Float32Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("factorization.d.ts");

/// Long after nothing changes any more.
const MOST_EPOCHS: u32 = 100_000;

/// Fits factors to ratings, row by row with 0 for the holes, in so many passes over them. Throws `bad-options` when
/// there is no such table.
#[wasm_bindgen(js_name = factorize, unchecked_return_type = "FactorizationProgress")]
pub fn factorize(
    ratings: &Bytes,
    columns: &Number,
    factors: &Number,
    penalty: &Number,
    seed: &Number,
    epochs: &Number,
) -> Result<JsValue, JsValue> {
    let ratings = bytes(ratings, "ratings")?;
    let ratings: Vec<_> =
        ratings.into_iter().map(|rating| (rating > 0).then_some(f64::from(rating))).collect();
    let settings = Settings {
        columns: whole(columns, "columns", u32::MAX)? as usize,
        factors: whole(factors, "factors", u32::MAX)? as usize,
        penalty: number(penalty, "penalty")?,
        seed: arguments::seed(seed)?,
    };
    let epochs = whole(epochs, "epochs", MOST_EPOCHS)?;
    let mut factorization = Factorization::new(&ratings, settings).map_err(|error| bad_options(&error))?;
    let before = factorization.loss();
    let losses: Vec<f32> = (0..epochs)
        .map(|_| {
            factorization.run_epoch();
            factorization.loss() as f32
        })
        .collect();
    Ok(object(&[
        ("losses", Float32Array::from(&losses[..]).into()),
        ("lossBefore", before.into()),
        ("table", floats(&factorization.table())),
        ("people", floats(factorization.people())),
        ("things", floats(factorization.things())),
    ]))
}

fn floats(values: &[f64]) -> JsValue {
    let values: Vec<f32> = values.iter().map(|&value| value as f32).collect();
    Float32Array::from(&values[..]).into()
}
