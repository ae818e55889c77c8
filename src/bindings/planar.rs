use super::arguments::{self, Number, Text, number, text, whole};
use super::error::bad_options;
use super::object;
use crate::dataset::planar::{self, BadLineReason, Pattern, Points};
use js_sys::{Array, Float32Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("planar.d.ts");

#[wasm_bindgen]
extern "C" {
    /// Points with their targets.
    #[wasm_bindgen(typescript_type = "PlanarPoints")]
    pub type PlanarPoints;
    /// Points that were read, and the lines that were none.
    #[wasm_bindgen(typescript_type = "ParsedPoints")]
    pub type ParsedPoints;
}

/// A picture of the plane has no room for more.
const MOST_POINTS: u32 = 1_000_000;

/// Draws points of two classes, `"xor"`, `"circle"`, `"moons"`, `"spiral"` or `"blobs"`, or with values, `"slope"` or
/// `"hills"`. `noise` is the
/// standard deviation of what is added to both coordinates. Throws `bad-options` for other patterns.
#[wasm_bindgen]
pub fn planar(
    pattern: &Text,
    points: &Number,
    noise: &Number,
    seed: &Number,
) -> Result<PlanarPoints, JsValue> {
    let name = text(pattern, "pattern")?;
    let pattern = match &name[..] {
        "xor" => Pattern::Xor,
        "circle" => Pattern::Circle,
        "moons" => Pattern::Moons,
        "spiral" => Pattern::Spiral,
        "blobs" => Pattern::Blobs,
        "slope" => Pattern::Slope,
        "hills" => Pattern::Hills,
        _ => return Err(bad_options(&format!("there is no pattern {name}"))),
    };
    let (points, seed) = (whole(points, "points", MOST_POINTS)? as usize, arguments::seed(seed)?);
    let noise = number(noise, "noise")? as f32;
    if !noise.is_finite() {
        return Err(bad_options(&"the noise must be finite"));
    }
    let drawn = planar::planar(pattern, points, noise, seed);
    Ok(object(&fields(&drawn)).unchecked_into())
}

/// Reads points from text, `x, y, class` in each line. Lines that are no point are named and the
/// others kept.
#[wasm_bindgen(js_name = parsePoints)]
pub fn parse_points(lines: &Text) -> Result<ParsedPoints, JsValue> {
    let (points, bad_lines) = planar::parse_points(&text(lines, "text")?, |text| {
        Some(JsValue::from_str(text).unchecked_into_f64() as f32)
    });
    let problems = bad_lines.into_iter().map(|bad| {
        let reason = match bad.reason {
            BadLineReason::Columns => "columns",
            BadLineReason::Number => "number",
            BadLineReason::Label => "label",
        };
        object(&[("line", (bad.line as f64).into()), ("text", bad.text.into()), ("reason", reason.into())])
    });
    let [inputs, targets] = fields(&points);
    Ok(object(&[inputs, targets, ("problems", problems.collect::<Array>().into())]).unchecked_into())
}

fn fields(points: &Points) -> [(&'static str, JsValue); 2] {
    [
        ("inputs", Float32Array::from(&points.inputs[..]).into()),
        ("targets", Float32Array::from(&points.targets[..]).into()),
    ]
}
