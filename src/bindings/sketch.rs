use super::arguments::{Floats, Number, Words, floats, number, words};
use super::error::bad_data;
use wasm_bindgen::prelude::*;

/// Strokes to a picture of 28x28 bytes, as MNIST was made; empty when there is no ink. `points` are
/// x, y, x, y, ... with y downwards; `lengths` are the numbers of points in each stroke. Throws
/// `bad-data` for coordinates that are not finite.
#[wasm_bindgen]
pub fn sketch(points: &Floats, lengths: &Words, pen_width: &Number) -> Result<Vec<u8>, JsValue> {
    let (points, lengths) = (floats(points, "points")?, words(lengths, "lengths")?);
    let pen_width = number(pen_width, "penWidth")? as f32;
    let picture = crate::sketch::split_strokes(&points, &lengths)
        .and_then(|strokes| crate::sketch::sketch(&strokes, pen_width))
        .map_err(|error| bad_data(&error))?;
    Ok(picture.map_or_else(Vec::new, |picture| picture.to_vec()))
}
