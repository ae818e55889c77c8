use super::arguments::{self, Floats, Number, floats, number, whole};
use super::error::{bad_data, bad_options};
use super::object;
use crate::divergence::{self, Divergence, DivergenceError, Shape, Target};
use js_sys::Float32Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("divergence.d.ts");

#[wasm_bindgen]
extern "C" {
    /// Which divergence.
    #[wasm_bindgen(typescript_type = "DivergenceKind")]
    pub type DivergenceKind;
    /// A target to begin with.
    #[wasm_bindgen(typescript_type = "TargetShape")]
    pub type TargetShape;
}

/// More places than these tell nothing new.
const MOST_PLACES: u32 = 1_000_000;

/// Along a side of a loss surface.
const MOST_CELLS: u32 = 1024;

/// The heights of a target at its knots, evenly from -3 to 3.
#[wasm_bindgen(js_name = targetKnots)]
pub fn target_knots(shape: &TargetShape) -> Result<Vec<f32>, JsValue> {
    let shape = match shape.as_string().as_deref() {
        Some("line") => Shape::Line,
        Some("sine") => Shape::Sine,
        Some("step") => Shape::Step,
        Some("bumps") => Shape::Bumps,
        _ => return Err(bad_options(&"there is no such target")),
    };
    Ok(Target::from(shape).knots().to_vec())
}

/// What a target that is made of straight pieces between its `knots` gives at the places `x`. Throws
/// `bad-data`, as all functions here do, for numbers that are not finite or not as many as they must be.
#[wasm_bindgen(js_name = targetValues)]
pub fn target_values(knots: &Floats, x: &Floats) -> Result<Vec<f32>, JsValue> {
    let target = Target::new(floats(knots, "knots")?).map_err(refused)?;
    Ok(floats(x, "x")?.into_iter().map(|x| target.at(x)).collect())
}

/// The places whose mean stands for the integral over X: the middles of equal strips.
#[wasm_bindgen(js_name = integralNodes)]
pub fn integral_nodes() -> Vec<f32> {
    divergence::nodes()
}

/// Places drawn evenly from X; more of them with the same seed are the same and others.
#[wasm_bindgen(js_name = samplePlaces)]
pub fn sample_places(count: &Number, seed: &Number) -> Result<Vec<f32>, JsValue> {
    Ok(divergence::samples(whole(count, "count", MOST_PLACES)? as usize, arguments::seed(seed)?))
}

/// How far `f` is from `g` at each place, and in all: the integral over X where the places are
/// `integralNodes`, the sum that stands for it where they are samples. `tolerance` is that of `"zero-one"`.
#[wasm_bindgen(unchecked_return_type = "Divergences")]
pub fn divergences(
    kind: &DivergenceKind,
    tolerance: &Number,
    f: &Floats,
    g: &Floats,
) -> Result<JsValue, JsValue> {
    let divergence = read(kind, tolerance)?;
    let (f, g) = (floats(f, "f")?, floats(g, "g")?);
    let total = divergence.total(&f, &g).map_err(refused)?;
    let pointwise: Vec<f32> = f.iter().zip(&g).map(|(&f, &g)| divergence.of(f, g)).collect();
    Ok(object(&[("pointwise", Float32Array::from(&pointwise[..]).into()), ("total", total.into())]))
}

/// The loss of every line `w x + b`, for `w` and `b` from `-reach` to `reach` in `side` times `side` cells.
#[wasm_bindgen(js_name = lossSurface, unchecked_return_type = "LossSurface")]
pub fn loss_surface(
    kind: &DivergenceKind,
    tolerance: &Number,
    x: &Floats,
    g: &Floats,
    reach: &Number,
    side: &Number,
) -> Result<JsValue, JsValue> {
    let divergence = read(kind, tolerance)?;
    let (x, g) = (floats(x, "x")?, floats(g, "g")?);
    let (reach, side) = (number(reach, "reach")? as f32, whole(side, "side", MOST_CELLS)? as usize);
    let surface = divergence::loss_surface(divergence, &x, &g, reach, side).map_err(refused)?;
    let [w, b] = surface.lowest;
    Ok(object(&[
        ("values", Float32Array::from(&surface.values[..]).into()),
        ("lowest", object(&[("w", w.into()), ("b", b.into())])),
    ]))
}

fn read(kind: &DivergenceKind, tolerance: &Number) -> Result<Divergence, JsValue> {
    let tolerance = number(tolerance, "tolerance")? as f32;
    let divergence = match kind.as_string().as_deref() {
        Some("squared") => Divergence::Squared,
        Some("absolute") => Divergence::Absolute,
        Some("zero-one") => Divergence::ZeroOne { tolerance },
        _ => return Err(bad_options(&"there is no such divergence")),
    };
    divergence.checked().map_err(refused)
}

#[expect(clippy::needless_pass_by_value, reason = "it is given to `map_err`")]
fn refused(error: DivergenceError) -> JsValue {
    bad_data(&error)
}
